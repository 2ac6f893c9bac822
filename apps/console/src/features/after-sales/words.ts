import type { Words } from "@sanqi/kernel";
import type { AfterSaleReason, AfterSaleState, RefundBearer } from "@sanqi/orders";
import type { Tone } from "../../ui/pill.tsx";

export const reasonWords: Readonly<Record<AfterSaleReason, Words>> = {
  missing: { zh: "少送", en: "Missing" },
  wrong: { zh: "错送", en: "Wrong dish" },
  late: { zh: "太晚", en: "Late" },
  bad: { zh: "品质", en: "Quality" },
};

export const caseStates: Readonly<Record<AfterSaleState, Words & { readonly tone: Tone }>> = {
  opened: { zh: "等商家答复", en: "Waiting for the kitchen", tone: "warning" },
  answered: { zh: "等你裁定", en: "For you to decide", tone: "food" },
  decided: { zh: "退款中", en: "Refund on its way", tone: "info" },
  closed: { zh: "已结案", en: "Closed", tone: "idle" },
};

export const bearerWords: Readonly<Record<RefundBearer, Words>> = {
  merchant: { zh: "商家承担", en: "Borne by the shop" },
  platform: { zh: "平台承担", en: "Borne by the platform" },
  rider: { zh: "骑手承担", en: "Borne by the rider" },
};
