import { addFen } from "@sanqi/kernel";
import { useSay } from "../../ui/language.tsx";
import { Money } from "../../ui/money.tsx";
import { summarise } from "./money.ts";
import { PaymentItem } from "./payment-item.tsx";
import { RefundItem } from "./refund-item.tsx";
import type { OrderStory } from "./use-story.ts";
import { isPaidByOther } from "./who-placed.ts";

/** Payments and refunds with the platforms' own numbers, and what is left of them. */
export function MoneyList({ data }: { data: Pick<OrderStory, "order" | "money" | "story"> }) {
  const say = useSay();
  const { order, money, story } = data;
  if (money.payments.length === 0) {
    return <p className="faint">{say("还没有发起支付", "No payment has been opened")}</p>;
  }
  const { paidFen, refundedFen, refundingFen, keptFen } = summarise(money);
  return (
    <ul className="moves">
      {money.payments.map((payment) => (
        <PaymentItem key={payment.paymentId} payment={payment} byOther={isPaidByOther(story, payment)} />
      ))}
      {money.refunds.map((refund) => (
        <RefundItem key={refund.refundId} refund={refund} order={order} />
      ))}
      {(refundedFen > 0 || refundingFen > 0) && (
        <li className={keptFen < 0 ? "move-rest tone-danger-ink" : "move-rest"}>
          <span>{say("收款减退款", "Received less refunded")}</span>
          <span>
            <Money amount={paidFen} /> − <Money amount={addFen(refundedFen, refundingFen)} /> =
          </span>
          <Money amount={keptFen} strong />
        </li>
      )}
    </ul>
  );
}
