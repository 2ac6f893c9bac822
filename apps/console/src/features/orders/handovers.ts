import type { Words } from "@sanqi/kernel";
import type { Handover } from "@sanqi/orders";
import type { Tone } from "../../ui/pill.tsx";

/** Short trade words for the ways in which a lunch reaches its student. */
export const handoverWords: Readonly<Record<Handover, Words & { readonly tone: Tone }>> = {
  delivery: { zh: "配送", en: "Delivery", tone: "info" },
  pickup: { zh: "自取", en: "Pick-up", tone: "violet" },
  table: { zh: "堂食", en: "Table", tone: "food" },
};
