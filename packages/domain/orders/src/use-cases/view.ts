import type { Words } from "@sanqi/kernel";
import {
  type ConsoleOrderRow,
  isRunning,
  type KitchenOrder,
  type Order,
  type OrderCard,
  type OrderView,
  type RiderTask,
  stageOf,
  stageWords,
  type TimelineEntry,
  urgeFrom,
} from "../domain/index.ts";
import type { StoredStep } from "./ports.ts";

const pieces = (order: Order) => order.lines.reduce((sum, line) => sum + line.quantity, 0);

function summary(order: Order): Words {
  const [first] = order.lines;
  const count = pieces(order);
  if (!first) return { zh: "", en: "" };
  if (order.lines.length === 1)
    return { zh: `${first.name} ×${first.quantity}`, en: `${first.nameEn} ×${first.quantity}` };
  return { zh: `${first.name} 等 ${count} 件`, en: `${first.nameEn} and more, ${count} pieces` };
}

export function toCard(order: Order, rated: boolean): OrderCard {
  const stage = stageOf(order);
  return {
    orderId: order.orderId,
    orderNo: order.orderNo,
    shop: { shopId: order.shop.shopId, name: order.shop.name, nameEn: order.shop.nameEn },
    stage,
    stageWords: stageWords[stage],
    payment: order.payment,
    summary: summary(order),
    arts: order.lines.slice(0, 4).map((line) => line.art),
    pieces: pieces(order),
    totalFen: order.amounts.totalFen,
    placedAt: order.placedAt,
    payBy: order.payBy,
    promise: order.promise,
    canRate: (stage === "delivered" || stage === "completed") && !rated,
  };
}

const stepWords: Record<string, Words> = {
  place: { zh: "已下单", en: "Ordered" },
  pay: { zh: "支付成功", en: "Paid" },
  payLate: { zh: "订单结束后收到付款，原路退回", en: "Paid after the order had ended; the money goes back" },
  payTwice: { zh: "收到重复付款，原路退回", en: "Paid twice; the second payment goes back" },
  accept: { zh: "商家已接单，开始制作", en: "Accepted, cooking starts" },
  refuse: { zh: "商家未能接单", en: "Refused by the kitchen" },
  urge: { zh: "已催单", en: "Urged" },
  warn: { zh: "商家还没接单，已再次提醒", en: "Not accepted yet; the kitchen was reminded" },
  cancel: { zh: "订单已取消", en: "Cancelled" },
  expire: { zh: "超时未支付，订单关闭", en: "Closed: not paid in time" },
  markReady: { zh: "已出餐", en: "Ready" },
  claim: { zh: "骑手已接单", en: "A rider has taken the order" },
  pickUp: { zh: "骑手已取餐", en: "Picked up" },
  deliver: { zh: "已送达", en: "Delivered" },
  complete: { zh: "订单完成", en: "Completed" },
  refunded: { zh: "退款已原路退回", en: "Refunded" },
};
const actorWords: Record<string, Words> = {
  student: { zh: "同学", en: "Student" },
  merchant: { zh: "商家", en: "Kitchen" },
  rider: { zh: "骑手", en: "Rider" },
  operator: { zh: "校园运营", en: "Campus operator" },
  system: { zh: "系统", en: "System" },
};

export function toTimeline(step: StoredStep): TimelineEntry {
  const by = actorWords[step.actorKind] ?? { zh: step.actorKind, en: step.actorKind };
  const name = step.actorKind === "rider" ? ` ${step.actorName}` : "";
  return {
    at: step.at,
    what: step.command,
    words: stepWords[step.command] ?? { zh: step.command, en: step.command },
    by: { zh: `${by.zh}${name}`, en: `${by.en}${name}` },
  };
}

export const maskedPhone = (phone: string): string => `${phone.slice(0, 3)}****${phone.slice(-4)}`;

export function toView(order: Order, steps: readonly StoredStep[], rating: OrderView["rating"]): OrderView {
  const card = toCard(order, rating !== null);
  const carried =
    order.fulfilment === "accepted" || order.fulfilment === "ready" || order.fulfilment === "pickedUp";
  return {
    ...card,
    version: order.version,
    host: order.host,
    fulfilment: order.fulfilment,
    place: order.place,
    shopPoint: order.shop.point,
    lines: order.lines,
    amounts: order.amounts,
    note: order.note,
    cutlery: order.cutlery,
    contactPhoneMasked: order.contactPhone && maskedPhone(order.contactPhone),
    pickupCode: order.payment === "paid" && isRunning(card.stage) ? order.pickupCode : null,
    rider: order.rider && { name: order.rider.name },
    refusal: order.refusal,
    can: {
      pay: order.fulfilment === "placed" && order.payment === "unpaid",
      cancel: order.fulfilment === "placed",
      rate: card.canRate,
      call: carried && order.rider !== null,
    },
    urgeFrom: urgeFrom(order),
    timeline: steps.map(toTimeline),
    rating,
    deliveredAt: order.deliveredAt,
  };
}

export const toKitchenOrder = (order: Order): KitchenOrder => ({
  orderId: order.orderId,
  orderNo: order.orderNo,
  shopId: order.shop.shopId,
  shopName: order.shop.name,
  version: order.version,
  fulfilment: order.fulfilment,
  lines: order.lines,
  goodsFen: order.amounts.goodsFen,
  note: order.note,
  cutlery: order.cutlery,
  placeName: order.place.name,
  riderName: order.rider?.name ?? null,
  paidAt: order.paidAt ?? order.placedAt,
  promise: order.promise,
  urgedAt: order.urgedAt,
  refusedAt: order.unacceptedAt === null || order.fulfilment !== "placed" ? null : order.acceptBy,
});

export const toTask = (order: Order, mine: boolean): RiderTask => ({
  orderId: order.orderId,
  orderNo: order.orderNo,
  version: order.version,
  fulfilment: order.fulfilment,
  shop: { name: order.shop.name, nameEn: order.shop.nameEn, point: order.shop.point },
  place: { name: order.place.name, nameEn: order.place.nameEn, point: order.place.point },
  pieces: pieces(order),
  note: order.note,
  feeFen: order.amounts.deliveryFeeFen,
  promise: order.promise,
  urgedAt: order.urgedAt,
  mine,
});

export const toRow = (order: Order): ConsoleOrderRow => ({
  orderId: order.orderId,
  orderNo: order.orderNo,
  shopId: order.shop.shopId,
  shopName: order.shop.name,
  placeId: order.place.placeId,
  placeName: order.place.name,
  host: order.host,
  fulfilment: order.fulfilment,
  payment: order.payment,
  stage: stageOf(order),
  totalFen: order.amounts.totalFen,
  riderName: order.rider?.name ?? null,
  placedAt: order.placedAt,
  deliveredAt: order.deliveredAt,
  promise: order.promise,
  version: order.version,
});
