import type { Words } from "@sanqi/kernel";
import { Collapse } from "antd";
import { CopyText } from "../../ui/copy-text.tsx";
import { useSay } from "../../ui/language.tsx";
import { Pill, type Tone } from "../../ui/pill.tsx";
import { preciseText } from "../../ui/time.ts";
import type { OrderStory } from "./use-story.ts";

type RecordedEvent = OrderStory["events"][number];
type Delivery = RecordedEvent["deliveries"][number];

const deliveryStates: Readonly<Record<Delivery["state"], Words & { tone: Tone }>> = {
  waiting: { zh: "等待", en: "waiting", tone: "warning" },
  done: { zh: "完成", en: "done", tone: "success" },
  parked: { zh: "失败停放", en: "parked", tone: "danger" },
};

function Deliveries({ deliveries }: { deliveries: readonly Delivery[] }) {
  const say = useSay();
  return (
    <ul className="deliveries">
      {deliveries.map((delivery) => (
        <li key={delivery.consumer}>
          <span className="mono">{delivery.consumer}</span>
          <Pill tone={deliveryStates[delivery.state].tone}>{say(deliveryStates[delivery.state])}</Pill>
          <span className="faint small figures">
            {delivery.at !== null && preciseText(delivery.at)}
            {delivery.attempts > 1 && say(` · 第 ${delivery.attempts} 次`, ` · try ${delivery.attempts}`)}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** The events as they were written, with what each consumer made of them: for the cases that the story does not explain. */
export function RawEvents({ events }: { events: OrderStory["events"] }) {
  const say = useSay();
  const parked = events.filter((event) => event.deliveries.some((d) => d.state === "parked")).length;
  const items = events.map((event) => ({
    key: event.eventId,
    label: (
      <span className="event-head">
        <span className="figures soft">{preciseText(event.occurredAt)}</span>
        <span className="mono">{event.type}</span>
        {event.deliveries.some((d) => d.state === "parked") && (
          <Pill tone="danger">{say("有失败", "failed")}</Pill>
        )}
      </span>
    ),
    children: (
      <div className="event-body">
        <Deliveries deliveries={event.deliveries} />
        <p className="faint small">
          <CopyText text={event.eventId} label={say("事件号", "event id")} />
          {event.traceId && <CopyText text={event.traceId} label={say("追踪号", "trace id")} />}
        </p>
        <pre>{JSON.stringify(event.payload, null, 2)}</pre>
      </div>
    ),
  }));
  return (
    <details className="raw-events">
      <summary>
        {say(`原始事件 ${events.length} 条`, `${events.length} raw events`)}
        {parked > 0 && <Pill tone="danger">{say(`${parked} 条有失败`, `${parked} with failures`)}</Pill>}
      </summary>
      <Collapse size="small" items={items} />
    </details>
  );
}
