import { minute, type Words } from "@sanqi/kernel";
import type { SagaDefinition, Step } from "@sanqi/saga";
import { moneyBack, orderTold, requested, sharesBack } from "./refund-steps.ts";

const first = (name: string, title: Words, proof: readonly string[], because: Words): Step => ({
  ...{ name, title, proof, by: null, compensation: { name: "none", because }, stuckAfterMs: 0 },
  operator: { zh: "无需处理", en: "Nothing" },
});
const refundOnEnd = requested("refund-on-order-ended");

/** Cancelled, refused by kitchen, desk or the timer for what nobody accepts: before cooking or after. */
const orderEnded: SagaDefinition = {
  kind: "orderEnded",
  title: { zh: "订单结束退款", en: "An order ended, its money goes back" },
  steps: [
    first("ended", { zh: "订单结束", en: "The order ends" }, ["order.cancelled", "order.refused"], {
      zh: "结束的订单不复活：没做的份数已在同一事务里还给货架，可能又卖出；做好的不还，店铺不得这笔钱",
      en: "An ended order is not revived: portions that were not cooked went back to the shelf with it and may be sold; what was cooked does not, and the shop earns nothing of it",
    }),
    ...[refundOnEnd, sharesBack, moneyBack, orderTold],
  ],
};

const paidLate: SagaDefinition = {
  kind: "paidLate",
  title: { zh: "结束后到账退款", en: "Money came after the end and goes back" },
  steps: [
    first("arrived", { zh: "结束后到账", en: "Money arrives late" }, ["order.paidLate"], {
      zh: "份数已还，可能又卖出：订单不复活，钱全退",
      en: "Its portions went back and may be sold: the order is not revived, all of the money goes back",
    }),
    ...[refundOnEnd, sharesBack, moneyBack, orderTold],
  ],
};

const paidTwice: SagaDefinition = {
  kind: "paidTwice",
  title: { zh: "重复付款退款", en: "Paid twice, the second goes back" },
  steps: [
    first("arrived", { zh: "第二笔到账", en: "A second payment arrives" }, ["order.paidTwice"], {
      zh: "第一笔不动，订单照常进行；只退第二笔",
      en: "The first stays, and the order goes on; only the second goes back",
    }),
    ...[refundOnEnd, sharesBack, moneyBack],
  ],
};

const afterSale: SagaDefinition = {
  kind: "afterSale",
  title: { zh: "售后部分退款", en: "A complaint's part goes back" },
  steps: [
    first(
      "agreed",
      { zh: "店铺同意或运营裁定", en: "The kitchen agrees, or the desk decides" },
      ["order.refundAgreed"],
      {
        zh: "答应了的钱不收回；订单可再开一次售后补退",
        en: "What was promised is not withdrawn; another case can give back more",
      },
    ),
    ...[requested("refund-on-after-sale-decided"), sharesBack, moneyBack, orderTold],
  ],
};

/** A refund whose reason stands in no event that is still kept. */
const otherRefund: SagaDefinition = {
  kind: "otherRefund",
  title: { zh: "其他退款", en: "Another refund" },
  steps: [{ ...refundOnEnd, by: null }, sharesBack, moneyBack],
};

/** An unpaid order ended while somebody's cashier was open. */
const closing: SagaDefinition = {
  kind: "closing",
  title: { zh: "关闭未付支付", en: "An open payment is closed" },
  steps: [
    first("ended", { zh: "订单结束", en: "The order ends" }, ["order.cancelled", "order.expired"], {
      zh: "结束的订单不复活：份数已还给货架",
      en: "An ended order is not revived: its portions went back to the shelf",
    }),
    {
      name: "closed",
      title: { zh: "平台不再收款", en: "The platform takes no money any more" },
      by: "close-payment-on-order-ended",
      proof: ["payment.closed", "order.paidLate", "order.paidTwice"],
      compensation: {
        name: "paidLate",
        words: {
          zh: "关闭前溜进来的钱由“结束后到账退款”全额退回",
          en: "Money that slips in before goes back in full: a saga of its own, paidLate",
        },
      },
      stuckAfterMs: 30 * minute,
      operator: {
        zh: "平台没有给出结果，系统会一直追问；点重试立即再关一次。期间到账的钱会自动退回",
        en: "The platform has not said; it is asked on and on. Retry closes again at once; money that arrives meanwhile goes back by itself",
      },
    },
  ],
};

export const sagaDefinitions: readonly SagaDefinition[] = [
  ...[orderEnded, paidLate, paidTwice, afterSale, otherRefund, closing],
];

/** Everything that tells of a step. */
export const sagaEvents: readonly string[] = [
  ...new Set(
    sagaDefinitions.flatMap(({ steps }) =>
      steps.flatMap(({ proof, tries = [], refusal }) => [
        ...proof,
        ...tries,
        ...(refusal ? [refusal.on] : []),
      ]),
    ),
  ),
];
