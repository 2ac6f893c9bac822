import type { Words } from "@sanqi/kernel";
import type { Fulfilment, OrderPayment } from "./lifecycle.ts";

/** What a person sees: one word derived from the two lifecycles and from whether a rider has taken the order. */
export const stages = [
  "awaitingPayment",
  "waitingForKitchen",
  "cooking",
  "waitingForRider",
  "onTheWay",
  "delivered",
  "completed",
  "cancelled",
  "refused",
  "expired",
] as const;
export type Stage = (typeof stages)[number];

export function stageOf(order: { readonly fulfilment: Fulfilment; readonly payment: OrderPayment }): Stage {
  switch (order.fulfilment) {
    case "placed":
      return order.payment === "unpaid" ? "awaitingPayment" : "waitingForKitchen";
    case "accepted":
      return "cooking";
    case "ready":
      return "waitingForRider";
    case "pickedUp":
      return "onTheWay";
    default:
      return order.fulfilment;
  }
}

export const stageWords: Record<Stage, Words> = {
  awaitingPayment: { zh: "待支付", en: "Waiting for payment" },
  waitingForKitchen: { zh: "等待商家接单", en: "Waiting for the kitchen" },
  cooking: { zh: "商家正在制作", en: "Being cooked" },
  waitingForRider: { zh: "已出餐，等待骑手取餐", en: "Ready, waiting for the rider" },
  onTheWay: { zh: "骑手正在送来", en: "On the way to you" },
  delivered: { zh: "已送达", en: "Delivered" },
  completed: { zh: "已完成", en: "Completed" },
  cancelled: { zh: "已取消", en: "Cancelled" },
  refused: { zh: "商家未接单", en: "Refused by the kitchen" },
  expired: { zh: "超时未支付，已关闭", en: "Closed: not paid in time" },
};

/** Which rows are in a stage, for look-ups: the fulfilment, and whether the order must be unpaid (undefined: whatever). */
export const stageFilter = (stage: Stage): { fulfilment: Fulfilment; unpaid?: boolean } => {
  if (stage === "awaitingPayment") return { fulfilment: "placed", unpaid: true };
  if (stage === "waitingForKitchen") return { fulfilment: "placed", unpaid: false };
  if (stage === "cooking") return { fulfilment: "accepted" };
  if (stage === "waitingForRider") return { fulfilment: "ready" };
  return { fulfilment: stage === "onTheWay" ? "pickedUp" : stage };
};

/** The order still needs somebody to do something. */
export const isRunning = (stage: Stage): boolean =>
  ["awaitingPayment", "waitingForKitchen", "cooking", "waitingForRider", "onTheWay"].includes(stage);
