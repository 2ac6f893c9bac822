import { EyeOutlined } from "@ant-design/icons";
import type { Words } from "@sanqi/kernel";
import type { Handover } from "@sanqi/orders";
import { Button } from "antd";
import { type ReactNode, useState } from "react";
import { HostName } from "../../ui/host-name.tsx";
import { useName, useSay } from "../../ui/language.tsx";
import { Pill } from "../../ui/pill.tsx";
import { preciseText, rangeText } from "../../ui/time.ts";
import { handoverWords } from "../orders/handovers.ts";
import { MarkPill } from "../orders/mark-pill.tsx";
import { PromiseText } from "../orders/promise-text.tsx";
import type { OrderStory } from "./use-story.ts";
import { isByPhone } from "./who-placed.ts";

/** The pick-up code hands the food over, so it shows only when somebody asks for it. */
function PickupCode({ code }: { code: string }) {
  const say = useSay();
  const [shown, setShown] = useState(false);
  if (shown) return <strong className="mono">{code}</strong>;
  return (
    <Button size="small" type="text" icon={<EyeOutlined />} onClick={() => setShown(true)}>
      {say("显示", "Show")}
    </Button>
  );
}

const placeTerms: Readonly<Record<Handover, Words>> = {
  delivery: { zh: "送到", en: "To" },
  pickup: { zh: "取餐处", en: "Counter" },
  table: { zh: "桌号", en: "Table" },
};

type Fact = readonly [term: string, value: ReactNode];

/** What stands around an order: where, how, by whom. */
export function Facts({ data, now }: { data: Pick<OrderStory, "order" | "story">; now: number }) {
  const say = useSay();
  const name = useName();
  const { order } = data;
  const delivered = order.handover === "delivery";
  const facts: readonly (Fact | false)[] = [
    [say("店铺", "Shop"), name(order.shop)],
    [
      say("交付", "Handover"),
      <Pill key="handover" tone={handoverWords[order.handover].tone}>
        {say(handoverWords[order.handover])}
      </Pill>,
    ],
    [say(placeTerms[order.handover]), name(order.place)],
    order.slot !== null && [say("预约时段", "Slot"), rangeText(order.slot, now)],
    [
      delivered ? say("承诺送达", "Promise") : say("承诺出餐", "Promise"),
      <PromiseText key="promise" order={order} now={now} />,
    ],
    delivered && [
      say("骑手", "Rider"),
      order.rider?.name ?? <span className="faint">{say("未接单", "none yet")}</span>,
    ],
    [
      say("来源", "From"),
      isByPhone(data.story) ? (
        <MarkPill key="phone" mark="phone" />
      ) : (
        <HostName key="host" host={order.host} />
      ),
    ],
    [say("餐具", "Cutlery"), say(`${order.cutlery} 份`, String(order.cutlery))],
    order.deliveredAt !== null && [
      delivered ? say("送达", "Delivered") : say("取走", "Handed over"),
      preciseText(order.deliveredAt),
    ],
    order.contactPhoneMasked !== null && [say("联系电话", "Phone"), order.contactPhoneMasked],
    order.pickupCode !== null && [
      say("取餐码", "Pick-up code"),
      <PickupCode key="code" code={order.pickupCode} />,
    ],
    order.note !== "" && [say("备注", "Note"), <q key="note">{order.note}</q>],
    order.refusal !== null && [say("拒单原因", "Refused because"), <q key="refusal">{order.refusal}</q>],
    order.rating !== null && [
      say("评价", "Rating"),
      <>
        {"★".repeat(order.rating.stars)} {order.rating.comment}
        {order.rating.hidden !== null && <Pill tone="idle">{say("已隐藏", "Hidden")}</Pill>}
      </>,
    ],
  ];
  return (
    <dl className="facts">
      {facts
        .filter((fact) => fact !== false)
        .map(([term, value]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
