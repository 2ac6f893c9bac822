import { type DishId, err, type Fen, fen, ok, type Result, type ShopId, type Words } from "@sanqi/kernel";
import { type Offer, offerWords } from "@sanqi/orders";
import { countFrom, fenFrom, yuanInField } from "@/features/staff/yuan-field";
import type { Inputs } from "@/rpc";
import type { Invalid } from "../menu-editing/use-menu-change";

export type OfferKind = "threshold" | "percentage" | "perItem";
export type OfferDraft = Inputs["merchant"]["saveOffer"];
type Row = { readonly row: number };

/** What is typed, of all three kinds: changing the kind loses nothing. */
export type OfferForm = {
  readonly kind: OfferKind;
  readonly name: string;
  readonly nameEn: string;
  readonly steps: readonly (Row & { readonly from: string; readonly off: string })[];
  /** "8.5": 八五折, as people say it. */
  readonly tenths: string;
  readonly from: string;
  /** Empty: no cap. */
  readonly cap: string;
  readonly dishIds: readonly DishId[];
  readonly special: string;
  readonly maxPortions: string;
  /** The last day, "2026-11-30"; null: until it is ended. */
  readonly lastDay: string | null;
  readonly weekdays: readonly number[];
};

let rows = 0;
export const newStep = (from = "", off = ""): OfferForm["steps"][number] => {
  rows += 1;
  return { row: rows, from, off };
};

export const emptyOffer = (): OfferForm => ({
  ...{ kind: "threshold", name: "", nameEn: "", steps: [newStep("30", "3")] },
  ...{
    tenths: "9",
    from: "20",
    cap: "",
    dishIds: [],
    special: "",
    maxPortions: "1",
    lastDay: null,
    weekdays: [],
  },
});

const wrong = (field: string, zh: string, en: string): Result<never, Invalid> =>
  err({ field, words: { zh, en } });

function thresholdOf(form: OfferForm): Result<Offer, Invalid> {
  const steps: { fromFen: Fen; offFen: Fen }[] = [];
  for (const [at, step] of form.steps.entries()) {
    const [fromFen, offFen] = [fenFrom(step.from), fenFrom(step.off)];
    if (fromFen === undefined || !offFen)
      return wrong(`steps.${at}`, "请填写金额，例如满 30 减 3", "Write amounts, for example ¥3 off from ¥30");
    if (offFen > fromFen)
      return wrong(`steps.${at}`, "减的不能比满的多", "There cannot be more off than there is to pay");
    steps.push({ fromFen, offFen });
  }
  return steps.length > 0
    ? ok({ kind: "threshold", steps })
    : wrong("steps", "请至少写一档", "Write at least one step");
}

/** 八五折 leaves 85 per cent: 15 are off. */
function percentOff(tenths: string): number | undefined {
  // the same text rules as an amount: "8.5" is 850, "8" is 800
  const hundredths = fenFrom(tenths.replace(/折$/, ""));
  if (hundredths === undefined || hundredths % 10 !== 0) return undefined;
  const off = 100 - hundredths / 10;
  return off >= 1 && off <= 100 ? off : undefined;
}

function percentageOf(form: OfferForm): Result<Offer, Invalid> {
  const off = percentOff(form.tenths);
  if (off === undefined)
    return wrong("tenths", "请填写折扣，例如 8.5", "Write what is left in tenths, for example 8.5");
  const fromFen = fenFrom(form.from || "0");
  if (fromFen === undefined) return wrong("from", "请填写金额，例如 20", "Write an amount, for example 20");
  const capFen = form.cap.trim() === "" ? null : fenFrom(form.cap);
  if (capFen === undefined || capFen === 0)
    return wrong("cap", "请填写金额，或者留空", "Write an amount, or nothing");
  return ok({ kind: "percentage", fromFen, percentOff: off, capFen });
}

function perItemOf(form: OfferForm): Result<Offer, Invalid> {
  const priceFen = fenFrom(form.special);
  const maxPortions = countFrom(form.maxPortions);
  if (form.dishIds.length === 0) return wrong("dishIds", "请选择菜品", "Choose dishes");
  if (priceFen === undefined)
    return wrong("special", "请填写特价，例如 9.9", "Write the special price, for example 9.9");
  if (!maxPortions || maxPortions > 60)
    return wrong("maxPortions", "每单 1 到 60 份", "1 to 60 portions an order");
  return ok({ kind: "perItem", dishIds: form.dishIds, price: { kind: "special", priceFen }, maxPortions });
}

const readers = { threshold: thresholdOf, percentage: percentageOf, perItem: perItemOf };

/** What the form gives, or the first field that is wrong. */
export const offerOf = (form: OfferForm): Result<Offer, Invalid> => readers[form.kind](form);

/** The offer in plain words while it is written; null while something is missing. */
export function previewOf(form: OfferForm): Words | null {
  const offer = offerOf(form);
  return offer.ok ? offerWords(offer.value) : null;
}

const usualNames: Record<OfferKind, Words> = {
  threshold: { zh: "满减", en: "Money off" },
  percentage: { zh: "折扣", en: "Percentage off" },
  perItem: { zh: "特价", en: "Special price" },
};

/**
 * The rule to save, borne by the shop itself.
 * @param endOf epoch ms of the first moment after a day
 */
export function draftOf(
  form: OfferForm,
  shopId: ShopId,
  endOf: (day: string) => number,
): Result<OfferDraft, Invalid> {
  const read = offerOf(form);
  if (!read.ok) return read;
  const name = {
    zh: form.name.trim() || usualNames[form.kind].zh,
    en: form.nameEn.trim() || usualNames[form.kind].en,
  };
  const until = form.lastDay === null ? null : endOf(form.lastDay);
  // the wire's lists can be written to, the domain's cannot
  const offer = JSON.parse(JSON.stringify(read.value)) as OfferDraft["offer"];
  return ok({
    ...{ discountId: null, name, shopId, bearer: "merchant", offer },
    when: { from: null, until, weekdays: [...form.weekdays], minutes: null, handovers: [] },
    ...{ needsCoupon: false, order: 100, excludes: null, combines: "combinable" },
  });
}

/** What the chosen dishes cost usually, to compare the special price with: "¥9–12.8"; empty where none is chosen. */
export function usualPrice(
  dishes: readonly { dishId: string; priceFen: number }[],
  chosen: readonly string[],
): string {
  const prices = dishes.filter(({ dishId }) => chosen.includes(dishId)).map(({ priceFen }) => priceFen);
  if (prices.length === 0) return "";
  const [least, most] = [fen(Math.min(...prices)), fen(Math.max(...prices))];
  return least === most ? `¥${yuanInField(least)}` : `¥${yuanInField(least)}–${yuanInField(most)}`;
}
