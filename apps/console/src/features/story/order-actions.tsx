import { answerWithin } from "@sanqi/orders";
import { Button, Space } from "antd";
import { useState } from "react";
import { useSay } from "../../ui/language.tsx";
import { ComplainDialog } from "../after-sales/complain-dialog.tsx";
import { type Complaint, DecideDialog } from "../after-sales/decide-dialog.tsx";
import { isOpen } from "../after-sales/filters.ts";
import { PayCodeDialog } from "../payments/pay-code-dialog.tsx";
import { CancelDialog } from "./cancel-dialog.tsx";
import { cancelEffect } from "./cancellation.ts";
import type { OrderStory } from "./use-story.ts";
import { isByPhone } from "./who-placed.ts";

function complaintOf({ order }: OrderStory): Complaint | null {
  const { afterSale } = order;
  if (!afterSale || !isOpen({ afterSale })) return null;
  const { orderId, orderNo, lines, paidLines, rider } = order;
  const answerBy = afterSale.openedAt + answerWithin;
  return { orderId, orderNo, lines, paidLines, afterSale, hasRider: rider !== null, answerBy };
}

/** What the desk may do about an order as it stands now. */
export function OrderActions({ data }: { data: OrderStory }) {
  const say = useSay();
  const [doing, setDoing] = useState<"cancel" | "complain" | "decide" | "payCode" | null>(null);
  const { order, story } = data;
  const effect = cancelEffect(order);
  const complaint = complaintOf(data);
  const close = () => setDoing(null);
  return (
    <Space>
      {order.can.pay && isByPhone(story) && (
        <Button onClick={() => setDoing("payCode")}>{say("付款码…", "Pay code…")}</Button>
      )}
      {order.can.complain && (
        <Button onClick={() => setDoing("complain")}>{say("代申请售后…", "Complain…")}</Button>
      )}
      {complaint && (
        <Button type="primary" onClick={() => setDoing("decide")}>
          {say("裁定售后…", "Decide complaint…")}
        </Button>
      )}
      {effect && (
        <Button danger onClick={() => setDoing("cancel")}>
          {say("取消订单…", "Cancel order…")}
        </Button>
      )}
      {effect && doing === "cancel" && <CancelDialog order={order} effect={effect} onClose={close} />}
      {complaint && doing === "decide" && <DecideDialog complaint={complaint} onClose={close} />}
      {doing === "complain" && <ComplainDialog order={order} onClose={close} />}
      {doing === "payCode" && <PayCodeDialog order={order} onClose={close} />}
    </Space>
  );
}
