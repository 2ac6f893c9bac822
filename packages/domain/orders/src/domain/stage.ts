import type { Words } from "@sanqi/kernel";
import type { Fulfilment, OrderPayment } from "./lifecycle.ts";
import type { Handover, Slot } from "./order.ts";

/** What a person sees of the food: one word derived from fulfilment, money and how the lunch is handed over. */
export const stages = [
  "awaitingPayment",
  "waitingForKitchen",
  "scheduled",
  "cooking",
  "waitingForRider",
  "readyToCollect",
  "onTheWay",
  "delivered",
  "completed",
  "cancelled",
  "refused",
  "expired",
] as const;
export type Stage = (typeof stages)[number];

export function stageOf(order: {
  readonly fulfilment: Fulfilment;
  readonly payment: OrderPayment;
  readonly handover: Handover;
  readonly slot: Slot | null;
}): Stage {
  switch (order.fulfilment) {
    case "placed":
      return order.payment === "unpaid" ? "awaitingPayment" : "waitingForKitchen";
    case "accepted":
      // Kitchens need not tell when they begin; only a pre-order certainly waits.
      return order.slot ? "scheduled" : "cooking";
    case "preparing":
      return "cooking";
    case "ready":
      return order.handover === "delivery" ? "waitingForRider" : "readyToCollect";
    case "pickedUp":
      return "onTheWay";
    default:
      return order.fulfilment;
  }
}

export const stageWords: Record<Stage, Words> = {
  awaitingPayment: { zh: "待支付", en: "Waiting for payment" },
  waitingForKitchen: { zh: "等待商家接单", en: "Waiting for the kitchen" },
  scheduled: { zh: "商家已接单，到点制作", en: "Accepted, cooked for its time" },
  cooking: { zh: "商家正在制作", en: "Being cooked" },
  waitingForRider: { zh: "已出餐，等待骑手取餐", en: "Ready, waiting for the rider" },
  readyToCollect: { zh: "已出餐，请取餐", en: "Ready to be collected" },
  onTheWay: { zh: "骑手正在送来", en: "On the way to you" },
  delivered: { zh: "已送达", en: "Delivered" },
  completed: { zh: "已完成", en: "Completed" },
  cancelled: { zh: "已取消", en: "Cancelled" },
  refused: { zh: "商家未接单", en: "Refused by the kitchen" },
  expired: { zh: "超时未支付，已关闭", en: "Closed: not paid in time" },
};

/** Which rows are in a stage, for look-ups; undefined: whatever. */
export type StageFilter = {
  readonly fulfilment: readonly Fulfilment[];
  readonly unpaid?: boolean;
  readonly preOrder?: boolean;
  readonly delivery?: boolean;
};

export function stageFilter(stage: Stage): readonly StageFilter[] {
  switch (stage) {
    case "awaitingPayment":
      return [{ fulfilment: ["placed"], unpaid: true }];
    case "waitingForKitchen":
      return [{ fulfilment: ["placed"], unpaid: false }];
    case "scheduled":
      return [{ fulfilment: ["accepted"], preOrder: true }];
    case "cooking":
      return [{ fulfilment: ["accepted"], preOrder: false }, { fulfilment: ["preparing"] }];
    case "waitingForRider":
      return [{ fulfilment: ["ready"], delivery: true }];
    case "readyToCollect":
      return [{ fulfilment: ["ready"], delivery: false }];
    case "onTheWay":
      return [{ fulfilment: ["pickedUp"] }];
    default:
      return [{ fulfilment: [stage] }];
  }
}

/** Accepted and not handed over: its rider and its student may need each other. */
export const isOnItsWay = ({ fulfilment }: { readonly fulfilment: Fulfilment }): boolean =>
  ["accepted", "preparing", "ready", "pickedUp"].includes(fulfilment);

const ended: readonly Stage[] = ["delivered", "completed", "cancelled", "refused", "expired"];

/** The order still needs somebody to do something. */
export const isRunning = (stage: Stage): boolean => !ended.includes(stage);
