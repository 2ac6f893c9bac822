import type { Words } from "@sanqi/kernel";
import type { Tone } from "../../ui/pill.tsx";
import type { OrderRow } from "./use-orders.ts";

/** What makes an order other than most: shown beside its number, and wanted as a filter. */
export const marks = {
  phone: { zh: "电话", en: "Phone", tone: "brand", has: (row) => row.byPhone },
  preOrder: { zh: "预约", en: "Pre-order", tone: "info", has: (row) => row.slot !== null },
  afterSale: {
    zh: "售后",
    en: "Complaint",
    tone: "danger",
    has: (row) => row.afterSaleState !== null && row.afterSaleState !== "closed",
  },
  refund: { zh: "退款", en: "Refund", tone: "warning", has: (row) => row.refundedFen > 0 },
} as const satisfies Record<
  string,
  Words & { readonly tone: Tone; readonly has: (row: OrderRow) => boolean }
>;

export type Mark = keyof typeof marks;
export const markNames = Object.keys(marks) as Mark[];
