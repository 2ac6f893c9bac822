import { Link } from "react-router";
import { EmptyState } from "../../ui/empty-state.tsx";
import { useSay } from "../../ui/language.tsx";
import { PromiseText } from "../orders/promise-text.tsx";
import { inLane, lanes, runningLanes } from "../orders/stages.ts";
import type { OrderRow } from "../orders/use-orders.ts";

type Props = { rows: readonly OrderRow[]; now: number; onPoint: (orderId: string | null) => void };

/** Running orders by stage, most pressing first; pointing at one shows its way on the map. */
export function RunningList({ rows, now, onPoint }: Props) {
  const say = useSay();
  if (rows.length === 0)
    return <EmptyState drawing="calm" title={say("没有进行中的订单", "No orders are running")} />;
  return runningLanes.map((lane) => {
    const own = rows
      .filter((row) => inLane(row.stage, lane))
      .sort((a, b) => a.promise.latest - b.promise.latest);
    if (own.length === 0) return null;
    return (
      <section key={lane} className="running-lane">
        <h2 className={`tone-${lanes[lane].tone}`}>
          <span className="pill-dot" aria-hidden="true" />
          {say(lanes[lane])}
          <span className="faint">{own.length}</span>
        </h2>
        <ul>
          {own.map((row) => (
            <li
              key={row.orderId}
              onMouseEnter={() => onPoint(row.orderId)}
              onMouseLeave={() => onPoint(null)}
            >
              <Link
                to={`/orders/${row.orderId}`}
                onFocus={() => onPoint(row.orderId)}
                onBlur={() => onPoint(null)}
              >
                <span className="running-head">
                  <strong className="order-no">{row.orderNo}</strong>
                  <PromiseText order={row} now={now} />
                </span>
                <span className="soft small">
                  {row.shopName} → {row.placeName}
                  {row.riderName && ` · ${row.riderName}`}
                </span>
              </Link>
            </li>
          ))}
        </ul>
      </section>
    );
  });
}
