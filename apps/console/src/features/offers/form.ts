import { type DiscountId, type DishId, type Fen, type ShopId, yuanText } from "@sanqi/kernel";
import type { Bearer, DiscountRule, Handover, Offer } from "@sanqi/orders";
import { minuteText } from "./when-words.ts";

export type OfferKind = Offer["kind"];

/** A rule as it is typed: amounts in yuan, moments and minutes as China's clock shows them; empty: not set. */
export type OfferForm = {
  readonly discountId: DiscountId | null;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly shopId: ShopId | null;
  readonly bearer: Bearer;
  readonly kind: OfferKind;
  readonly steps: readonly { readonly from: string; readonly off: string }[];
  readonly from: string;
  readonly off: string;
  readonly percentOff: number | null;
  readonly cap: string;
  readonly freeDelivery: boolean;
  readonly dishIds: readonly DishId[];
  readonly special: boolean;
  readonly maxPortions: number | null;
  readonly begins: string;
  readonly ends: string;
  readonly weekdays: readonly number[];
  readonly minutesFrom: string;
  readonly minutesUntil: string;
  readonly handovers: readonly Handover[];
  readonly needsCoupon: boolean;
  readonly order: number | null;
  readonly excludes: string;
  readonly alone: boolean;
};

export const emptyForm: OfferForm = {
  discountId: null,
  nameZh: "",
  nameEn: "",
  shopId: null,
  bearer: "platform",
  kind: "threshold",
  steps: [{ from: "", off: "" }],
  from: "",
  off: "",
  percentOff: null,
  cap: "",
  freeDelivery: true,
  dishIds: [],
  special: true,
  maxPortions: 1,
  begins: "",
  ends: "",
  weekdays: [],
  minutesFrom: "",
  minutesUntil: "",
  handovers: [],
  needsCoupon: false,
  order: 100,
  excludes: "",
  alone: false,
};

const chinaOffset = 8 * 60 * 60_000;
/** "2026-11-22T12:05" on China's clock, as the browser's field for a moment writes it. */
export const momentField = (at: number | null): string =>
  at === null ? "" : new Date(at + chinaOffset).toISOString().slice(0, 16);

const yuan = (amount: Fen | null): string => (amount ? yuanText(amount).replace(/\.00$/, "") : "");

function offerFields(offer: Offer): Partial<OfferForm> {
  switch (offer.kind) {
    case "threshold":
      return { steps: offer.steps.map((step) => ({ from: yuan(step.fromFen), off: yuan(step.offFen) })) };
    case "percentage":
      return { from: yuan(offer.fromFen), percentOff: offer.percentOff, cap: yuan(offer.capFen) };
    case "perItem": {
      const { price } = offer;
      const special = price.kind === "special";
      return {
        dishIds: offer.dishIds,
        special,
        off: yuanText(special ? price.priceFen : price.offFen),
        maxPortions: offer.maxPortions,
      };
    }
    case "newCustomer":
      return { from: yuan(offer.fromFen), off: yuan(offer.offFen) };
    case "deliveryFee":
      return { from: yuan(offer.fromFen), freeDelivery: offer.offFen === null, off: yuan(offer.offFen) };
  }
}

/** A saved rule back in the form. */
export function toForm(rule: DiscountRule): OfferForm {
  const { from, until, weekdays, minutes, handovers } = rule.when;
  return {
    ...emptyForm,
    ...offerFields(rule.offer),
    discountId: rule.discountId,
    nameZh: rule.name.zh,
    nameEn: rule.name.en,
    shopId: rule.shopId,
    bearer: rule.bearer,
    kind: rule.offer.kind,
    begins: momentField(from),
    ends: momentField(until),
    weekdays,
    minutesFrom: minutes ? minuteText(minutes.from) : "",
    minutesUntil: minutes ? minuteText(minutes.until) : "",
    handovers,
    needsCoupon: rule.needsCoupon,
    order: rule.order,
    excludes: rule.excludes ?? "",
    alone: rule.combines === "alone",
  };
}
