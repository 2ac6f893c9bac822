import { minute } from "@sanqi/kernel";
import type { Step } from "@sanqi/saga";

/** How money goes back is the same for every reason: these steps follow the one that says why. */
export const requested = (by: string): Step => ({
  name: "requested",
  title: { zh: "登记退款", en: "The refund is written down" },
  by,
  proof: ["refund.requested"],
  compensation: {
    name: "none",
    because: {
      zh: "只是一行记录；退款的理由不会消失，所以不撤回，只重做",
      en: "It is a row of ours, and its reason does not go away: it is done again, never taken back",
    },
  },
  stuckAfterMs: 2 * minute,
  operator: {
    zh: "点重试；若写明超过可退金额，请核对该订单的支付与退款，钱还没有动",
    en: "Retry; where it says that more is asked than is left, compare the order's payments and refunds: no money has moved",
  },
});

export const sharesBack: Step = {
  name: "sharesBack",
  title: { zh: "收回已分账", en: "Shares come back" },
  by: "send-refund-on-refund-requested",
  proof: ["share.returned"],
  optional: true,
  compensation: {
    name: "none",
    because: {
      zh: "退款若被拒，收回的分账留在平台账户，记在店铺应得里，随发薪付出；同一笔不会再收第二次",
      en: "Where the refund is refused, what came back is owed to the shop by the books and goes out by pay-out; it is not asked back twice",
    },
  },
  stuckAfterMs: 10 * minute,
  operator: { zh: "无需处理", en: "Nothing" },
};

export const moneyBack: Step = {
  name: "moneyBack",
  title: { zh: "平台退款到账", en: "The platform gives the money back" },
  by: "send-refund-on-refund-requested",
  proof: ["payment.refunded"],
  tries: ["refund.requested"],
  refusal: {
    on: "refund.failed",
    by: "renew-refund-on-refund-failed",
    operator: {
      zh: "平台拒绝了退款：先看原因（多为商户余额不足），处理后点重试，会用新的退款号再退一次",
      en: "The platform refused: see its reason (mostly a short balance), mend it, then retry: it is asked for under a new number",
    },
  },
  compensation: {
    name: "renew-refund-on-refund-failed",
    words: {
      zh: "被拒的退款不占金额；同一个理由换新的退款号重来。已经退回的钱不会再追回",
      en: "A refused refund holds no amount; the same reason gets a new number. Money that went back is never fetched again",
    },
  },
  stuckAfterMs: 10 * minute,
  operator: {
    zh: "平台没有给出结果，系统会一直追问；点重试立即再问，用同一退款号，不会重复退",
    en: "The platform has not said; it is asked on and on. Retry asks at once, under the same number: nothing goes back twice",
  },
};

export const orderTold: Step = {
  name: "orderTold",
  title: { zh: "订单记为已退款", en: "The order says so" },
  by: "mark-order-refunded-on-payment-refunded",
  proof: ["order.refunded"],
  compensation: {
    name: "none",
    because: {
      zh: "钱已退回，订单只是照实记录；记录失败只会重试，不影响钱",
      en: "The money is back and the order only notes it; where that fails it is done again, and the money stays back",
    },
  },
  stuckAfterMs: 5 * minute,
  operator: { zh: "钱已退回；点重试补记订单", en: "The money is back; retry notes it at the order" },
};
