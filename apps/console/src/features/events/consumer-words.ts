import type { Words } from "@sanqi/kernel";

/** What is left undone for people while a consumer is stuck. */
const effects: Readonly<Record<string, Words>> = {
  "refund-on-order-ended": {
    zh: "订单已结束，退款还没发起，学生在等钱",
    en: "an order has ended and its refund has not begun; a student waits for money",
  },
  "refund-on-after-sale-decided": {
    zh: "售后已同意退款，但退款还没发起，学生在等钱",
    en: "a refund was agreed and has not begun; a student waits for money",
  },
  "renew-refund-on-refund-failed": {
    zh: "平台退回了一笔退款，还没有重新发起，学生在等钱",
    en: "a refund failed at the platform and has not been asked for anew; a student waits for money",
  },
  "post-to-ledger-on-money-moved": {
    zh: "钱动了，还没记进账本，对账单和发薪暂时不全",
    en: "money moved and is not in the books yet; statements and pay-outs are incomplete",
  },
  "share-on-order-completed": {
    zh: "订单完成，分账还没发起，商家那份还在平台冻结",
    en: "an order is complete and its share has not been asked for; the shop's part is still frozen",
  },
  "upload-shipping-on-handover": {
    zh: "餐已交付，还没告诉微信，这笔钱暂时不能结算",
    en: "WeChat has not been told of the hand-over; it holds this money back",
  },
  "send-refund-on-refund-requested": {
    zh: "退款还没送到支付平台，学生在等钱",
    en: "a refund has not reached the payment platform; a student waits for money",
  },
  "mark-order-paid-on-payment-succeeded": {
    zh: "钱已收到，订单还显示未付，商家看不到",
    en: "the money is here but the order reads unpaid; the kitchen does not see it",
  },
  "follow-sagas-on-money-moved": {
    zh: "“退款与关单”页没跟上；钱照常动",
    en: "the page of refunds and closings is behind; money moves all the same",
  },
  "write-inbox-on-order-event": {
    zh: "小程序里的消息还没写，同学看不到这条",
    en: "the app's inbox was not written; a student does not see the news",
  },
  "write-inbox-on-care-alerts": {
    zh: "辅导员的收件箱里还没有这条关怀提醒",
    en: "a care alert is not in the counselor's inbox yet",
  },
  "record-meal-on-order-delivered": {
    zh: "这一餐没有记入关怀统计，可能误提醒",
    en: "a meal was not counted; care may be alerted wrongly",
  },
  "mark-order-refunded-on-payment-refunded": {
    zh: "退款已到账，订单还显示退款中",
    en: "the refund has arrived but the order still reads “refunding”",
  },
  "close-payment-on-order-ended": {
    zh: "订单已结束，支付单还开着",
    en: "an order has ended but its payment is still open",
  },
  "end-calls-on-order-ended": {
    zh: "订单已结束，隐私号码还能拨通",
    en: "an order has ended but its masked number still works",
  },
  "notify-counselors-on-care-alerts": {
    zh: "辅导员还没收到关怀提醒",
    en: "a counselor has not been told of a care alert",
  },
  "notify-weapp-on-order-event": {
    zh: "微信里的同学没收到通知",
    en: "a student in WeChat has not been told",
  },
  "notify-alipay-on-order-event": {
    zh: "支付宝里的同学没收到通知",
    en: "a student in Alipay has not been told",
  },
  "notify-dd-on-order-event": { zh: "钉钉里的同学没收到通知", en: "a student in DingTalk has not been told" },
};

/** A new consumer without words here still says which step is missing. */
export const consequenceOf = (consumer: string): Words =>
  effects[consumer] ?? {
    zh: `“${consumer}”这一步没有完成`,
    en: `the step “${consumer}” has not been done`,
  };
