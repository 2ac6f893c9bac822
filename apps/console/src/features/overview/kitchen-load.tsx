import { Link } from "react-router";
import { Art } from "../../ui/art.tsx";
import { useName, useSay } from "../../ui/language.tsx";
import { Pill } from "../../ui/pill.tsx";
import { isLate } from "../orders/lateness.ts";
import type { OrderRow } from "../orders/use-orders.ts";
import { OpenPill } from "../shops/shop-list.tsx";
import type { Shop } from "../shops/use-shops.ts";

type Props = { shops: readonly Shop[]; running: readonly OrderRow[]; now: number };

/** How much each shop has on its hands, the busiest first. */
export function KitchenLoad({ shops, running, now }: Props) {
  const say = useSay();
  const name = useName();
  const loads = shops
    .map((shop) => {
      const own = running.filter((row) => row.shopName === shop.name);
      return { shop, orders: own.length, late: own.filter((row) => isLate(row, now)).length };
    })
    .sort((a, b) => b.orders - a.orders || Number(b.shop.open) - Number(a.shop.open));
  const most = Math.max(1, ...loads.map((load) => load.orders));
  return (
    <ul className="loads">
      {loads.map(({ shop, orders, late }) => (
        <li key={shop.shopId}>
          <Link to={`/orders?q=${encodeURIComponent(shop.name)}`}>
            <Art kind="shops" name={shop.key} size={28} />
            <span className="load-name">{name(shop)}</span>
            {late > 0 ? (
              <Pill tone="danger">{say(`${late} 超时`, `${late} late`)}</Pill>
            ) : (
              !shop.open && <OpenPill shop={shop} />
            )}
            <span className="load-bar" aria-hidden="true">
              <i style={{ width: `${(orders / most) * 100}%` }} />
            </span>
            <b className="figures">{orders}</b>
          </Link>
        </li>
      ))}
    </ul>
  );
}
