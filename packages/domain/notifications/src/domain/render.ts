import { chinaClockText, type Words, yuanText } from "@sanqi/kernel";
import { accepted, delivered, ready } from "./handover-tellings.ts";
import {
  backOf,
  because,
  ended,
  eta,
  etaValue,
  type OrderNews,
  type Payload,
  say,
  type Telling,
} from "./telling.ts";

function unaccepted(p: Payload): Telling {
  const by = p.acceptBy ? chinaClockText(p.acceptBy) : null;
  return say(
    { zh: "商家还没接单", en: "Not accepted yet" },
    {
      zh: `${p.shopName}还没有接单 ${p.orderNo}${by ? `，最晚 ${by}` : ""}，届时未接会自动全额退款。`,
      en: `${p.shopName} has not accepted order ${p.orderNo} yet${by ? `; the latest is ${by}` : ""}. If it is not accepted, all money goes back by itself.`,
    },
  );
}

/** What became of a complaint, before any money has arrived. */
function complaint(p: Payload, title: Words, what: Words): Telling {
  const why = because(p);
  return say(title, {
    zh: `订单 ${p.orderNo} 的售后${what.zh}${why.zh}。`,
    en: `The complaint about order ${p.orderNo} ${what.en}${why.en}.`,
  });
}

const tellings: Readonly<Record<string, (payload: Payload) => Telling>> = {
  "order.unaccepted": unaccepted,
  "order.accepted": accepted,
  "order.ready": ready,
  "order.pickedUp": (p) => {
    const rider = p.riderName ?? "骑手";
    return say(
      { zh: "骑手已取餐", en: "On its way" },
      {
        zh: `${rider}正在把订单 ${p.orderNo} 送往${p.placeName}，预计 ${eta(p)} 送达。`,
        en: `${p.riderName ?? "The rider"} is bringing order ${p.orderNo} to ${p.placeName}; expected ${eta(p)}.`,
      },
      { kind: "order-picked-up", shop: p.shopName, orderNo: p.orderNo, rider, eta: etaValue(p) },
    );
  },
  "order.delivered": delivered,
  "order.refused": (p) =>
    ended(p, { zh: "商家未能接单", en: "The kitchen refused" }, { zh: "商家未能接单", en: "was refused" }),
  "order.cancelled": (p) =>
    ended(p, { zh: "订单已取消", en: "Order cancelled" }, { zh: "已取消", en: "was cancelled" }),
  "order.expired": (p) =>
    ended(
      p,
      { zh: "订单超时未支付", en: "Not paid in time" },
      { zh: "超时未支付，已关闭", en: "was closed because it was not paid in time" },
    ),
  "order.paidLate": (p) =>
    say(
      { zh: "付款晚于订单关闭", en: "The payment came too late" },
      {
        zh: `订单 ${p.orderNo} 已关闭，¥${yuanText(p.totalFen)} 将全额原路退回。`,
        en: `Order ${p.orderNo} was closed already; ¥${yuanText(p.totalFen)} goes back in full.`,
      },
    ),
  "order.afterSaleAnswered": (p) =>
    complaint(
      p,
      { zh: "商家答复了售后", en: "The kitchen answered" },
      { zh: "商家已答复，等待校园运营裁定", en: "was answered by the kitchen and waits for a decision" },
    ),
  "order.afterSaleDecided": (p) =>
    complaint(
      p,
      { zh: "售后已裁定", en: "Complaint decided" },
      { zh: "已裁定，不予退款", en: "was decided; nothing is refunded" },
    ),
  "order.refundAgreed": (p) =>
    complaint(
      p,
      { zh: "售后同意退款", en: "Refund agreed" },
      { zh: `同意退款 ¥${backOf(p)}，将原路退回`, en: `gives you back ¥${backOf(p)}, the way it was paid` },
    ),
  "order.refunded": (p) =>
    say(
      { zh: "退款成功", en: "Refunded" },
      {
        zh: `订单 ${p.orderNo} 的 ¥${backOf(p)} 已原路退回。`,
        en: `¥${backOf(p)} of order ${p.orderNo} went back the way it was paid.`,
      },
      {
        kind: "order-refunded",
        shop: p.shopName,
        orderNo: p.orderNo,
        amount: `${backOf(p)}元`,
        reason: p.reason ?? "订单未能完成",
      },
    ),
};

/** Types of events that are told to the student of the order. */
export const toldEvents: readonly string[] = Object.keys(tellings);

/** What the student is told of an event; null for those that concern nobody but ourselves. */
export const renderOrderNews = ({ type, payload }: OrderNews): Telling | null =>
  (Object.hasOwn(tellings, type) ? tellings[type]?.(payload) : undefined) ?? null;

/** What a counselor is told: a number, never names, because messages are shown on locked screens. */
export function renderCareAlert(alert: { department: string; count: number; at: number }): Telling {
  const at = chinaClockText(alert.at);
  return say(
    { zh: "关怀提醒", en: "Care alert" },
    {
      zh: `${alert.department}有 ${alert.count} 名同学需要关注（${at}）。`,
      en: `${alert.count} ${alert.count === 1 ? "student needs" : "students need"} attention in ${alert.department} (${at}).`,
    },
    { kind: "care-alert", department: alert.department, count: alert.count, at },
  );
}
