import { EyeOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useState } from "react";
import { HostName } from "../../ui/host-name.tsx";
import { useName, useSay } from "../../ui/language.tsx";
import { preciseText } from "../../ui/time.ts";
import { PromiseText } from "../orders/promise-text.tsx";
import type { OrderStory } from "./use-story.ts";

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

/** What stands around an order: where, how, by whom. */
export function Facts({ order, now }: { order: OrderStory["order"]; now: number }) {
  const say = useSay();
  const name = useName();
  const facts: [string, React.ReactNode][] = [
    [say("店铺", "Shop"), name(order.shop)],
    [say("送到", "To"), name(order.place)],
    [say("承诺送达", "Promise"), <PromiseText key="promise" order={order} now={now} />],
    [say("骑手", "Rider"), order.rider?.name ?? <span className="faint">{say("未接单", "none yet")}</span>],
    [say("来源", "From"), <HostName key="host" host={order.host} />],
    [say("餐具", "Cutlery"), say(`${order.cutlery} 份`, String(order.cutlery))],
  ];
  if (order.deliveredAt !== null) facts.push([say("送达", "Delivered"), preciseText(order.deliveredAt)]);
  if (order.contactPhoneMasked) facts.push([say("联系电话", "Phone"), order.contactPhoneMasked]);
  if (order.pickupCode)
    facts.push([say("取餐码", "Pick-up code"), <PickupCode key="code" code={order.pickupCode} />]);
  if (order.note) facts.push([say("备注", "Note"), <q key="note">{order.note}</q>]);
  if (order.refusal) facts.push([say("拒单原因", "Refused because"), <q key="refusal">{order.refusal}</q>]);
  if (order.rating)
    facts.push([say("评价", "Rating"), `${"★".repeat(order.rating.stars)} ${order.rating.comment}`]);
  return (
    <dl className="facts">
      {facts.map(([term, value]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
