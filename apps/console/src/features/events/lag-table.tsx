import { minute } from "@sanqi/kernel";
import { useSay } from "../../ui/language.tsx";
import { Pill } from "../../ui/pill.tsx";
import { spanText } from "../../ui/time.ts";
import type { ConsumerLag } from "./use-failed-events.ts";

/** Behind by more than this, people notice. */
const slowAfter = minute;

function Health({ lag }: { lag: ConsumerLag }) {
  const say = useSay();
  if (lag.parked > 0) return <Pill tone="danger">{say("有失败", "Failing")}</Pill>;
  if (lag.oldestMs > slowAfter) return <Pill tone="warning">{say("积压", "Behind")}</Pill>;
  return (
    <Pill tone="success" dot>
      {say("正常", "Fine")}
    </Pill>
  );
}

/** How far each consumer is behind what has happened. */
export function LagTable({ lag }: { lag: readonly ConsumerLag[] }) {
  const say = useSay();
  if (lag.length === 0) {
    return (
      <p className="soft">{say("没有等待的事件，全部处理完了", "No event waits; everything is handled")}</p>
    );
  }
  const worst = [...lag].sort((a, b) => b.parked - a.parked || b.oldestMs - a.oldestMs);
  return (
    <table className="lag">
      <thead>
        <tr>
          <th scope="col">{say("消费者", "Consumer")}</th>
          <th scope="col">{say("状态", "State")}</th>
          <th scope="col">{say("等待", "Waiting")}</th>
          <th scope="col">{say("停放", "Parked")}</th>
          <th scope="col">{say("最久等了", "Oldest")}</th>
        </tr>
      </thead>
      <tbody>
        {worst.map((row) => (
          <tr key={row.consumer}>
            <th scope="row" className="mono">
              {row.consumer}
            </th>
            <td>
              <Health lag={row} />
            </td>
            <td className="figures">{row.waiting}</td>
            <td className={row.parked > 0 ? "figures tone-danger-ink" : "figures"}>{row.parked}</td>
            <td className="figures">{row.waiting > 0 ? spanText(row.oldestMs, say) : "—"}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
