import { chinaClockText, type Fen, type OrderId, type Words, yuanText } from "@sanqi/kernel";
import type { Message } from "./message.ts";

/** What has to be known of an order's event to tell its student; whoever wires events gives it in this shape. */
export type OrderNews = {
  readonly type: string;
  readonly payload: {
    readonly orderId: OrderId;
    readonly orderNo: string;
    readonly shopName: string;
    readonly placeName: string;
    readonly totalFen: Fen;
    readonly paid: boolean;
    readonly riderName: string | null;
    readonly promise: { readonly earliest: number; readonly latest: number };
    readonly reason: string | null;
    readonly at: number;
    /** order.unaccepted: until when the kitchen has time, epoch ms. */
    readonly acceptBy?: number | null;
  };
};

/** Words for the in-app inbox and, where the moment matters enough to ring, a message for the platform's own channel. */
export type Telling = {
  readonly message: Message | null;
  readonly inboxWords: { readonly title: Words; readonly text: Words };
};
type Payload = OrderNews["payload"];

const say = (title: Words, text: Words, message: Message | null = null): Telling => ({
  message,
  inboxWords: { title, text },
});
const eta = ({ promise }: Payload) => `${chinaClockText(promise.earliest)}~${chinaClockText(promise.latest)}`;
const refundWords = ({ paid, totalFen }: Payload): Words =>
  paid
    ? {
        zh: `实付 ¥${yuanText(totalFen)} 将原路退回。`,
        en: ` ¥${yuanText(totalFen)} goes back the way it was paid.`,
      }
    : { zh: "", en: "" };
const because = ({ reason }: Payload): Words =>
  reason ? { zh: `（${reason}）`, en: ` (${reason})` } : { zh: "", en: "" };

function ended(p: Payload, title: Words, what: Words): Telling {
  const [why, money] = [because(p), refundWords(p)];
  return say(title, {
    zh: `${p.shopName}的订单 ${p.orderNo} ${what.zh}${why.zh}。${money.zh}`,
    en: `Order ${p.orderNo} from ${p.shopName} ${what.en}${why.en}.${money.en}`,
  });
}

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

const tellings: Readonly<Record<string, (payload: Payload) => Telling>> = {
  "order.unaccepted": unaccepted,
  "order.accepted": (p) =>
    say(
      { zh: "商家已接单", en: "Order accepted" },
      {
        zh: `${p.shopName}正在制作订单 ${p.orderNo}，预计 ${eta(p)} 送达。`,
        en: `${p.shopName} is cooking order ${p.orderNo}; expected ${eta(p)}.`,
      },
      {
        kind: "order-accepted",
        shop: p.shopName,
        orderNo: p.orderNo,
        eta: eta(p),
        note: "商家已接单，正在制作",
      },
    ),
  "order.ready": (p) =>
    say(
      { zh: "已出餐", en: "Your meal is ready" },
      {
        zh: `${p.shopName}的订单 ${p.orderNo} 已出餐，等待骑手取餐。`,
        en: `Order ${p.orderNo} from ${p.shopName} is ready and waits for the rider.`,
      },
    ),
  "order.pickedUp": (p) => {
    const rider = p.riderName ?? "骑手";
    return say(
      { zh: "骑手已取餐", en: "On its way" },
      {
        zh: `${rider}正在把订单 ${p.orderNo} 送往${p.placeName}，预计 ${eta(p)} 送达。`,
        en: `${p.riderName ?? "The rider"} is bringing order ${p.orderNo} to ${p.placeName}; expected ${eta(p)}.`,
      },
      { kind: "order-picked-up", shop: p.shopName, orderNo: p.orderNo, rider, eta: eta(p) },
    );
  },
  "order.delivered": (p) =>
    say(
      { zh: "订单已送达", en: "Delivered" },
      {
        zh: `${p.shopName}的订单 ${p.orderNo} 已于 ${chinaClockText(p.at)} 送到${p.placeName}。`,
        en: `Order ${p.orderNo} from ${p.shopName} was handed over at ${p.placeName} at ${chinaClockText(p.at)}.`,
      },
      {
        kind: "order-delivered",
        shop: p.shopName,
        orderNo: p.orderNo,
        place: p.placeName,
        at: chinaClockText(p.at),
      },
    ),
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
  "order.refunded": (p) =>
    say(
      { zh: "退款成功", en: "Refunded" },
      {
        zh: `订单 ${p.orderNo} 的 ¥${yuanText(p.totalFen)} 已原路退回。`,
        en: `¥${yuanText(p.totalFen)} of order ${p.orderNo} went back the way it was paid.`,
      },
      {
        kind: "order-refunded",
        shop: p.shopName,
        orderNo: p.orderNo,
        amount: `${yuanText(p.totalFen)}元`,
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
