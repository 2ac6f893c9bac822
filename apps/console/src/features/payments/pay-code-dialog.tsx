import { yuanText } from "@sanqi/kernel";
import { Modal } from "antd";
import { useSay } from "../../ui/language.tsx";
import type { OrderStory } from "../story/use-story.ts";
import { PayCode } from "./pay-code.tsx";

type Props = { order: Pick<OrderStory["order"], "orderId" | "orderNo" | "totalFen">; onClose: () => void };

export function PayCodeDialog({ order, onClose }: Props) {
  const say = useSay();
  const yuan = `¥${yuanText(order.totalFen)}`;
  return (
    <Modal
      open
      footer={null}
      onCancel={onClose}
      title={say(`付款码 · ${order.orderNo} · ${yuan}`, `Pay code · ${order.orderNo} · ${yuan}`)}
    >
      <PayCode orderId={order.orderId} />
    </Modal>
  );
}
