import type { Words } from "@sanqi/kernel";
import { CopyText } from "../../ui/copy-text.tsx";
import { HostName } from "../../ui/host-name.tsx";
import { useSay } from "../../ui/language.tsx";
import { Money } from "../../ui/money.tsx";
import { Pill, type Tone } from "../../ui/pill.tsx";
import { preciseText } from "../../ui/time.ts";
import { channelWords } from "../payments/channels.ts";
import type { OrderStory } from "./use-story.ts";

type Payment = OrderStory["money"]["payments"][number];

const paymentStates: Readonly<Record<Payment["state"], Words & { tone: Tone }>> = {
  prepared: { zh: "等待付款", en: "Waiting", tone: "idle" },
  unknown: { zh: "正在向平台核实", en: "Asking the platform", tone: "warning" },
  closed: { zh: "已关闭", en: "Closed", tone: "idle" },
  paid: { zh: "已收款", en: "Received", tone: "success" },
  refunding: { zh: "退款中", en: "Refunding", tone: "warning" },
  partlyRefunded: { zh: "部分退款", en: "Partly refunded", tone: "violet" },
  refunded: { zh: "已退款", en: "Refunded", tone: "violet" },
};

/** One payment: where, how much, what came back of it, and the platform's own number. */
export function PaymentItem({ payment, byOther }: { payment: Payment; byOther: boolean }) {
  const say = useSay();
  return (
    <li>
      <p className="move-head">
        {say(channelWords[payment.channel])}
        <Pill tone={paymentStates[payment.state].tone}>{say(paymentStates[payment.state])}</Pill>
        {byOther && <Pill tone="info">{say("付款码代付", "By pay code")}</Pill>}
        <Money amount={payment.amountFen} />
      </p>
      <p className="faint small move-detail">
        <HostName host={payment.host} />
        {payment.paidAt !== null && (
          <span>{say(`${preciseText(payment.paidAt)} 付`, `paid ${preciseText(payment.paidAt)}`)}</span>
        )}
        {payment.refundedFen > 0 && (
          <span>
            {say("其中已退", "of it back")} <Money amount={payment.refundedFen} />
          </span>
        )}
        <CopyText
          text={payment.transactionId ?? payment.paymentId}
          label={say("平台单号", "platform number")}
        />
      </p>
    </li>
  );
}
