import { isId } from "@sanqi/kernel";
import { Link } from "react-router";
import { CopyText } from "../../ui/copy-text.tsx";
import { useSay } from "../../ui/language.tsx";
import { Pill } from "../../ui/pill.tsx";
import { momentText, preciseText } from "../../ui/time.ts";
import type { DelayedEvent } from "./use-failed-events.ts";

/** Events that wait because the other side is given a rest, or for their next try: nobody has to do anything. */
export function DelayedEvents({ events, now }: { events: readonly DelayedEvent[]; now: number }) {
  const say = useSay();
  if (events.length === 0)
    return <p className="soft">{say("没有在等的，也没有在重试的", "None waits, none is tried again")}</p>;
  return (
    <ul className="rows">
      {events.map((event) => (
        <li key={`${event.consumer}${event.eventId}`} className="row">
          <p className="row-head">
            <span className="mono small">
              {event.type} → {event.consumer}
            </span>
            {event.heldSince === null ? (
              <Pill tone="warning">
                {say(`第 ${event.attempts} 次失败，会重试`, `failed ${event.attempts} times, tried again`)}
              </Pill>
            ) : (
              <Pill tone="info">
                {say(
                  `${momentText(event.heldSince, now)} 起等轮到`,
                  `waits its turn since ${momentText(event.heldSince, now)}`,
                )}
              </Pill>
            )}
          </p>
          <p className="small soft">
            {event.reason} ·{" "}
            {say(`${preciseText(event.nextAt)} 再试`, `next try ${preciseText(event.nextAt)}`)} ·{" "}
            {isId("order", event.key) && (
              <Link className="link" to={`/orders/${event.key}`}>
                {say("打开订单", "Open the order")}
              </Link>
            )}{" "}
            <CopyText text={event.traceId} label={say("追踪号", "trace id")} short={8} />
          </p>
        </li>
      ))}
    </ul>
  );
}
