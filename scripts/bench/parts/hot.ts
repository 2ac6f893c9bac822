import { chinaDay } from "@sanqi/kernel";
import type { Figures } from "../../report.ts";
import { countsText } from "../answers.ts";
import { type Bench, loadOrders, loopText, mustBeOk, perSecond } from "../context.ts";
import { guestAccount } from "../guests.ts";
import { median, rounded } from "../numbers.ts";

/** Everybody wants the same dish: as fast as when they want different ones, and not one portion too many. */
export async function benchHot(bench: Bench): Promise<Figures> {
  const { size, say, stage, campusId, carts } = bench;
  const [cart] = carts;
  const dishId = cart?.lines[0]?.dishId;
  if (!cart || !dishId) throw new Error("no cart");
  const day = chinaDay(stage.now());
  const shelf = (left: number) => stage.sql`
    update dish_stock set left_count = ${left} where campus_id = ${campusId} and dish_id = ${dishId} and day = ${day}`;
  const ratios: number[] = [];
  for (let n = 0; n < size.runs; n += 1) {
    await bench.onBff({}, async (bff) => {
      const { result: spread } = await loadOrders(bench, bff);
      mustBeOk("spread", spread);
      await bench.settled();
      // About half of what could be sold in the time, so that the end of the dish is measured, too.
      const portions = Math.max(5, Math.round((perSecond(spread) * size.seconds) / 2));
      await shelf(portions);
      const most = portions * 2;
      const hot = await loadOrders(bench, bff, { carts: [cart], most, warmSeconds: 0, seconds: 120 });
      const { result } = hot;
      await checkShelf(bench, { ...{ dishId, day, portions, sold: result.ok }, from: hot.firstGuest, most });
      const rate = result.ok / result.okSeconds;
      ratios.push(rate / perSecond(spread));
      say(
        `  spread ${loopText(spread)}; hot ${rate.toFixed(0)}/s while it lasted, ${portions} portions, ${countsText(result.codes)}; a refusal took ${result.refusedP99.toFixed(0)} ms (p99)`,
      );
      await bench.settled();
      await shelf(1_000_000_000);
    });
  }
  return {
    hot_over_spread: { value: rounded(median(ratios)), unit: "×", goal: 0.5, good: "atLeast" },
  };
}

/** Throws where the shelf, the answers and the books do not agree on how many portions were sold. */
async function checkShelf(
  { stage, campusId }: Bench,
  hot: { dishId: string; day: string; portions: number; sold: number; from: number; most: number },
): Promise<void> {
  const { dishId, day, portions, sold, from, most } = hot;
  const [row] = await stage.sql<{ left: number; booked: number }[]>`
    select left_count as "left", (
      select count(*)::int from order_line l join orders o using (campus_id, order_id)
      where l.campus_id = ${campusId} and l.dish_id = ${dishId}
        and o.account_id between ${guestAccount(from)} and ${guestAccount(from + most - 1)}) as booked
    from dish_stock where campus_id = ${campusId} and dish_id = ${dishId} and day = ${day}`;
  if (row?.left !== 0 || row.booked !== portions || sold !== portions)
    throw new Error(
      `hot dish: ${portions} portions, ${sold} answered, ${row?.booked} booked, ${row?.left} left`,
    );
}
