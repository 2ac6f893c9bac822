import type { Words } from "@sanqi/kernel";
import type { Stage } from "@sanqi/orders";
import type { Tone } from "../../ui/pill.tsx";

/** Short trade words for the desk (students read longer ones) and the tone in which they are shown. */
export const stageNames: Readonly<Record<Stage, Words & { readonly tone: Tone }>> = {
  awaitingPayment: { zh: "待支付", en: "Unpaid", tone: "idle" },
  waitingForKitchen: { zh: "待接单", en: "New", tone: "food" },
  scheduled: { zh: "预约中", en: "Scheduled", tone: "brand" },
  cooking: { zh: "制作中", en: "Cooking", tone: "warning" },
  waitingForRider: { zh: "待骑手", en: "For the rider", tone: "violet" },
  readyToCollect: { zh: "待自取", en: "To collect", tone: "violet" },
  onTheWay: { zh: "配送中", en: "On the way", tone: "info" },
  delivered: { zh: "已送达", en: "Delivered", tone: "success" },
  completed: { zh: "已完成", en: "Completed", tone: "success" },
  cancelled: { zh: "已取消", en: "Cancelled", tone: "idle" },
  refused: { zh: "已拒单", en: "Refused", tone: "danger" },
  expired: { zh: "超时未付", en: "Expired", tone: "idle" },
};

/** What the tiles above the table count and filter by: a few lanes that together hold every order once. */
export const lanes = {
  awaitingPayment: { zh: "待支付", en: "Unpaid", tone: "idle", stages: ["awaitingPayment"] },
  waitingForKitchen: { zh: "待接单", en: "New", tone: "food", stages: ["waitingForKitchen"] },
  scheduled: { zh: "预约中", en: "Scheduled", tone: "brand", stages: ["scheduled"] },
  cooking: { zh: "制作中", en: "Cooking", tone: "warning", stages: ["cooking"] },
  ready: { zh: "待取餐", en: "Ready", tone: "violet", stages: ["waitingForRider", "readyToCollect"] },
  onTheWay: { zh: "配送中", en: "On the way", tone: "info", stages: ["onTheWay"] },
  done: { zh: "已送达", en: "Delivered", tone: "success", stages: ["delivered", "completed"] },
  ended: { zh: "取消/拒单", en: "Ended", tone: "idle", stages: ["cancelled", "refused", "expired"] },
} as const satisfies Record<string, Words & { tone: Tone; stages: readonly Stage[] }>;

export type Lane = keyof typeof lanes;
export const laneNames = Object.keys(lanes) as Lane[];

export const inLane = (stage: Stage, lane: Lane): boolean =>
  (lanes[lane].stages as readonly Stage[]).includes(stage);

/** The lanes in which somebody still has to do something with paid food. */
export const runningLanes: readonly Lane[] = [
  "waitingForKitchen",
  "scheduled",
  "cooking",
  "ready",
  "onTheWay",
];
