import type { Words } from "@sanqi/kernel";
import type { OfferKind } from "./form.ts";

export const kindWords: Readonly<Record<OfferKind, Words>> = {
  threshold: { zh: "满减", en: "Money off" },
  percentage: { zh: "折扣", en: "Per cent off" },
  perItem: { zh: "单品优惠", en: "On dishes" },
  newCustomer: { zh: "新客立减", en: "Newcomers" },
  deliveryFee: { zh: "配送费", en: "Delivery" },
};
export const kindNames = Object.keys(kindWords) as OfferKind[];
