import { readDemo } from "../../apps/bff/src/seed/demo-content.ts";
import { connectTo } from "../rush/client.ts";
import { guestToken } from "./guests.ts";
import type { BenchCart } from "./requests.ts";

const dormitory = "澜园2号楼";

/**
 * Carts of two different dishes for a dormitory, as the product itself quotes them for a newcomer; together they name most dishes of the
 * kitchens that are open.
 */
export async function quotedCarts(port: number, guest: number): Promise<BenchCart[]> {
  const { shops, dishes, ids } = readDemo();
  const placeId = ids.places.of(dormitory);
  const { api, close } = connectTo(`http://127.0.0.1:${port}`, { token: guestToken(ids.campusId, guest) });
  const carts: BenchCart[] = [];
  for (const { shopId } of shops) {
    const own = dishes.filter((dish) => dish.shopId === shopId);
    for (const [n, dish] of own.entries()) {
      const other = own[(n + 1) % own.length];
      if (!other || other === dish) continue;
      const lines = [dish, other].map((one) => ({
        dishId: one.dishId,
        quantity: 1,
        choices: one.options.flatMap((group) =>
          group.choices.slice(0, group.min).map((choice) => `${group.key}:${choice.key}`),
        ),
      }));
      const quote = await api.orders.quote.query({ shopId, placeId, lines });
      if (quote.problems.length === 0)
        carts.push({ shopId, placeId, lines, totalFen: quote.amounts.totalFen });
    }
  }
  close();
  if (carts.length === 0) throw new Error("no cart of the demo can be ordered right now");
  return carts;
}
