import type { ReactNode } from "react";
import { Link } from "react-router";
import { useSay } from "../../ui/language.tsx";
import { Money } from "../../ui/money.tsx";
import type { DayFigures } from "./figures.ts";

type Props = { figures: DayFigures | null; failedEvents: number | null };

function Tile(props: { to: string; name: string; value: ReactNode; note?: ReactNode; alarm?: boolean }) {
  return (
    <Link to={props.to} className={props.alarm ? "health tone-danger health-alarm" : "health"}>
      <span className="health-name">{props.name}</span>
      <span className="health-value">{props.value ?? "–"}</span>
      <span className="health-note">{props.note || "\u00a0"}</span>
    </Link>
  );
}

const share = (part: number, whole: number) => (whole === 0 ? "" : `${Math.round((part / whole) * 100)}%`);

/** The day in five figures; each opens what stands behind it. */
export function HealthTiles({ figures, failedEvents }: Props) {
  const say = useSay();
  const f = figures;
  return (
    <div className="healths">
      <Tile to="/orders" name={say("今日订单", "Orders today")} value={f?.orders} />
      <Tile
        to="/orders"
        name={say("已付款", "Paid")}
        value={f?.paid}
        note={f && <Money amount={f.paidFen} />}
      />
      <Tile
        to="/orders?stage=done"
        name={say("已送达", "Delivered")}
        value={f?.delivered}
        note={
          f &&
          f.paid > 0 &&
          say(`占已付款 ${share(f.delivered, f.paid)}`, `${share(f.delivered, f.paid)} of paid`)
        }
      />
      <Tile
        to="/orders?stage=late"
        name={say("超时", "Late")}
        value={f?.late}
        alarm={(f?.late ?? 0) > 0}
        note={f && (f.late > 0 ? say("需要催单", "need a push") : say("全部准时", "all on time"))}
      />
      <Tile
        to="/events"
        name={say("失败事件", "Failed events")}
        value={failedEvents}
        alarm={(failedEvents ?? 0) > 0}
        note={
          failedEvents !== null &&
          (failedEvents > 0 ? say("等人处理", "wait for a person") : say("无积压", "none"))
        }
      />
    </div>
  );
}
