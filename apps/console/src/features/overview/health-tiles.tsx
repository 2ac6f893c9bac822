import { useSay } from "../../ui/language.tsx";
import { Money } from "../../ui/money.tsx";
import { PaymentTile } from "../payments/payment-tile.tsx";
import type { PlatformHealth } from "../payments/use-payment-health.ts";
import type { DayFigures } from "./figures.ts";
import { HealthTile } from "./health-tile.tsx";

type Props = {
  figures: DayFigures | null;
  failedEvents: number | null;
  payments: readonly PlatformHealth[] | null;
  now: number;
};

const share = (part: number, whole: number) => (whole === 0 ? "" : `${Math.round((part / whole) * 100)}%`);

/** The day in six figures; each opens what stands behind it. */
export function HealthTiles({ figures, failedEvents, payments, now }: Props) {
  const say = useSay();
  const f = figures;
  return (
    <div className="healths">
      <HealthTile to="/orders" name={say("今日订单", "Orders today")} value={f?.orders} />
      <HealthTile
        to="/orders"
        name={say("已付款", "Paid")}
        value={f?.paid}
        note={f && <Money amount={f.paidFen} />}
      />
      <HealthTile
        to="/orders?stage=done"
        name={say("已送达", "Delivered")}
        value={f?.delivered}
        note={
          f &&
          f.paid > 0 &&
          say(`占已付款 ${share(f.delivered, f.paid)}`, `${share(f.delivered, f.paid)} of paid`)
        }
      />
      <HealthTile
        to="/orders?stage=late"
        name={say("超时", "Late")}
        value={f?.late}
        alarm={(f?.late ?? 0) > 0}
        note={f && (f.late > 0 ? say("需要催单", "need a push") : say("全部准时", "all on time"))}
      />
      <HealthTile
        to="/operations/events"
        name={say("失败事件", "Failed events")}
        value={failedEvents}
        alarm={(failedEvents ?? 0) > 0}
        note={
          failedEvents !== null &&
          (failedEvents > 0 ? say("等人处理", "wait for a person") : say("无积压", "none"))
        }
      />
      <PaymentTile health={payments} now={now} />
    </div>
  );
}
