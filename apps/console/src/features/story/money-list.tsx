import type { Words } from "@sanqi/kernel";
import { CopyText } from "../../ui/copy-text.tsx";
import { useSay } from "../../ui/language.tsx";
import { Money } from "../../ui/money.tsx";
import { Pill, type Tone } from "../../ui/pill.tsx";
import { preciseText } from "../../ui/time.ts";
import { type Money as OrderMoney, summarise } from "./money.ts";

type Payment = OrderMoney["payments"][number];
type Refund = OrderMoney["refunds"][number];

export const channelNames: Readonly<Record<Payment["channel"], Words>> = {
  wechatPay: { zh: "微信支付", en: "WeChat Pay" },
  alipay: { zh: "支付宝", en: "Alipay" },
};

const paymentStates: Readonly<Record<Payment["state"], Words & { tone: Tone }>> = {
  prepared: { zh: "等待付款", en: "Waiting", tone: "idle" },
  unknown: { zh: "正在向平台核实", en: "Asking the platform", tone: "warning" },
  closed: { zh: "已关闭", en: "Closed", tone: "idle" },
  paid: { zh: "已收款", en: "Received", tone: "success" },
  refunding: { zh: "退款中", en: "Refunding", tone: "warning" },
  refunded: { zh: "已退款", en: "Refunded", tone: "violet" },
};

const refundStates: Readonly<Record<Refund["state"], Words & { tone: Tone }>> = {
  requested: { zh: "待平台受理", en: "Requested", tone: "warning" },
  processing: { zh: "平台处理中", en: "Processing", tone: "warning" },
  succeeded: { zh: "已到账", en: "Done", tone: "success" },
  failed: { zh: "失败", en: "Failed", tone: "danger" },
};

/** Payments and refunds with the platforms' own numbers, and what is left of them. */
export function MoneyList({ money }: { money: OrderMoney }) {
  const say = useSay();
  if (money.payments.length === 0) {
    return <p className="faint">{say("还没有发起支付", "No payment has been opened")}</p>;
  }
  const { paidFen, refundedFen, refundingFen, keptFen } = summarise(money);
  return (
    <ul className="moves">
      {money.payments.map((payment) => (
        <li key={payment.paymentId}>
          <p className="move-head">
            {say(channelNames[payment.channel])}
            <Pill tone={paymentStates[payment.state].tone}>{say(paymentStates[payment.state])}</Pill>
            <Money amount={payment.amountFen} />
          </p>
          <p className="faint small">
            {payment.paidAt ? `${preciseText(payment.paidAt)} · ` : ""}
            <CopyText
              text={payment.transactionId ?? payment.paymentId}
              label={say("平台单号", "platform number")}
            />
          </p>
        </li>
      ))}
      {money.refunds.map((refund) => (
        <li key={refund.refundId}>
          <p className="move-head">
            {say("退款", "Refund")}
            <Pill tone={refundStates[refund.state].tone}>{say(refundStates[refund.state])}</Pill>
            <span className="move-out">
              −<Money amount={refund.amountFen} />
            </span>
          </p>
          <p className="faint small">
            {refund.reason} ·{" "}
            <CopyText text={refund.refundId} label={say("退款单号", "refund number")} short={10} />
          </p>
        </li>
      ))}
      {(refundedFen > 0 || refundingFen > 0) && (
        <li className={keptFen < 0 ? "move-rest tone-danger-ink" : "move-rest"}>
          <span>{say("收款减退款", "Received less refunded")}</span>
          <span>
            <Money amount={paidFen} /> − <Money amount={(refundedFen + refundingFen) as typeof paidFen} /> =
          </span>
          <Money amount={keptFen} strong />
        </li>
      )}
    </ul>
  );
}
