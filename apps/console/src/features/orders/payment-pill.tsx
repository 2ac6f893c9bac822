import type { Words } from "@sanqi/kernel";
import type { OrderPayment } from "@sanqi/orders";
import { useSay } from "../../ui/language.tsx";
import { Pill, type Tone } from "../../ui/pill.tsx";

const paymentNames: Readonly<Record<OrderPayment, Words & { tone: Tone }>> = {
  unpaid: { zh: "未付", en: "Unpaid", tone: "idle" },
  paid: { zh: "已付", en: "Paid", tone: "success" },
  refunding: { zh: "退款中", en: "Refunding", tone: "warning" },
  partlyRefunded: { zh: "部分退款", en: "Part back", tone: "violet" },
  refunded: { zh: "已退款", en: "Refunded", tone: "violet" },
  closed: { zh: "已关闭", en: "Closed", tone: "idle" },
};

export function PaymentPill({ payment }: { payment: OrderPayment }) {
  const say = useSay();
  return <Pill tone={paymentNames[payment].tone}>{say(paymentNames[payment])}</Pill>;
}
