import { type CampusId, type Words, yuanText } from "@sanqi/kernel";
import {
  type AfterSale,
  type AfterSaleView,
  type ConsoleOrderRow,
  canComplain,
  isOnItsWay,
  isRunning,
  type KitchenOrder,
  type Order,
  type OrderCard,
  type OrderView,
  paidByLine,
  type RiderTask,
  refundableByLine,
  refundedFen,
  type Stage,
  stageOf,
  stageWords,
  type TimelineEntry,
  urgeFrom,
} from "../domain/index.ts";
import type { ComplaintPictures, StoredStep } from "./ports.ts";

const pieces = (order: Order) => order.lines.reduce((sum, line) => sum + line.quantity, 0);

function summary(order: Order): Words {
  const [first] = order.lines;
  const count = pieces(order);
  if (!first) return { zh: "", en: "" };
  if (order.lines.length === 1)
    return { zh: `${first.name} ×${first.quantity}`, en: `${first.nameEn} ×${first.quantity}` };
  return { zh: `${first.name} 等 ${count} 件`, en: `${first.nameEn} and more, ${count} pieces` };
}

/** At a table nobody collects anything. */
const wordsOf = ({ handover }: Order, stage: Stage): Words =>
  stage === "readyToCollect" && handover === "table"
    ? { zh: "已出餐，马上端来", en: "Ready, on its way to your table" }
    : stageWords[stage];

const afterSaleWords: Record<"opened" | "answered" | "decided", Words> = {
  opened: { zh: "售后处理中，等商家答复", en: "Complaint open, waiting for the kitchen" },
  answered: { zh: "售后处理中，等校园运营裁定", en: "Complaint answered, waiting for the decision" },
  decided: { zh: "售后已裁定，正在退款", en: "Complaint decided, the refund is on its way" },
};

/** What became of the money and of complaints, where there is something to say. */
function moneyWords(order: Order): Words | null {
  const { payment, afterSale } = order;
  if (afterSale && afterSale.state !== "closed") return afterSaleWords[afterSale.state];
  if (payment === "refunding") return { zh: "退款处理中", en: "The refund is on its way" };
  if (payment === "refunded") return { zh: "已全额退款", en: "Refunded in full" };
  if (payment !== "partlyRefunded") return null;
  const back = yuanText(refundedFen(order));
  return { zh: `已退款 ¥${back}`, en: `¥${back} refunded` };
}

/** What was paid for each line, and what of it can still go back. */
export function paidLines(order: Order): OrderView["paidLines"] {
  const left = new Map(refundableByLine(order).map(({ key, fen }) => [key, fen]));
  return paidByLine(order).map(({ key, fen }) => ({ key, fen, refundableFen: left.get(key) ?? fen }));
}

export function toCard(order: Order, rated: boolean): OrderCard {
  const stage = stageOf(order);
  return {
    orderId: order.orderId,
    version: order.version,
    orderNo: order.orderNo,
    shop: { shopId: order.shop.shopId, name: order.shop.name, nameEn: order.shop.nameEn },
    stage,
    stageWords: wordsOf(order, stage),
    payment: order.payment,
    handover: order.handover,
    slot: order.slot,
    moneyWords: moneyWords(order),
    afterSaleState: order.afterSale?.state ?? null,
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
  accept: { zh: "商家已接单", en: "Accepted by the kitchen" },
  refuse: { zh: "商家未能接单", en: "Refused by the kitchen" },
  urge: { zh: "已催单", en: "Urged" },
  warn: { zh: "商家还没接单，已再次提醒", en: "Not accepted yet; the kitchen was reminded" },
  cancel: { zh: "订单已取消", en: "Cancelled" },
  expire: { zh: "超时未支付，订单关闭", en: "Closed: not paid in time" },
  prepare: { zh: "商家开始制作", en: "The kitchen started cooking" },
  markReady: { zh: "已出餐", en: "Ready" },
  handOver: { zh: "已当面交付", en: "Handed over" },
  claim: { zh: "骑手已接单", en: "A rider has taken the order" },
  pickUp: { zh: "骑手已取餐", en: "Picked up" },
  deliver: { zh: "已送达", en: "Delivered" },
  complete: { zh: "订单完成", en: "Completed" },
  refunded: { zh: "退款已原路退回", en: "Refunded" },
  refundedPart: { zh: "部分退款已原路退回", en: "Partly refunded" },
  complain: { zh: "已申请售后", en: "Complaint opened" },
  answer: { zh: "商家已答复售后", en: "The kitchen answered the complaint" },
  agree: { zh: "商家同意退款", en: "The kitchen agreed to refund" },
  decide: { zh: "校园运营已裁定", en: "The campus operator decided" },
  withdraw: { zh: "已撤销售后", en: "Complaint withdrawn" },
  rate: { zh: "已评价", en: "Rated" },
  answerReview: { zh: "商家已回复评价", en: "The kitchen answered the review" },
  hideReview: { zh: "评价已隐藏", en: "The review was hidden" },
  showReview: { zh: "评价已恢复显示", en: "The review is shown again" },
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

export const withPictures = (
  campusId: CampusId,
  afterSale: AfterSale,
  pictures: ComplaintPictures,
): AfterSaleView => ({
  ...afterSale,
  pictureUrls: afterSale.pictureIds.map((id) => pictures.link(campusId, id)),
});

export function toView(
  order: Order,
  steps: readonly StoredStep[],
  { rating, now, pictures }: { rating: OrderView["rating"]; now: number; pictures: ComplaintPictures },
): OrderView {
  const card = toCard(order, rating !== null);
  const state = order.afterSale?.state;
  return {
    ...card,
    host: order.host,
    fulfilment: order.fulfilment,
    place: order.place,
    shopPoint: order.shop.point,
    lines: order.lines,
    amounts: order.amounts,
    discounts: order.discounts,
    paidLines: paidLines(order),
    refunds: order.refunds,
    afterSale: order.afterSale && withPictures(order.campusId, order.afterSale, pictures),
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
      call: isOnItsWay(order) && order.rider !== null,
      complain: canComplain(order, now),
      withdraw: state === "opened" || state === "answered",
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
  handover: order.handover,
  slot: order.slot,
  byPhone: order.byPhone,
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
  slot: order.slot,
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
  handover: order.handover,
  slot: order.slot,
  byPhone: order.byPhone,
  afterSaleState: order.afterSale?.state ?? null,
  refundedFen: refundedFen(order),
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
