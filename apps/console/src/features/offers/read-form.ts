import { type Fen, fen, parseYuan, type Words } from "@sanqi/kernel";
import type { MinuteWindow, Offer } from "@sanqi/orders";
import type { Inputs } from "../../rpc/client.ts";
import type { OfferForm } from "./form.ts";

export type OfferDraft = Inputs["saveOffer"];
export type ReadOffer =
  | {
      readonly ok: true;
      readonly draft: OfferDraft;
      readonly offer: Offer;
      readonly when: OfferDraft["when"];
    }
  | { readonly ok: false; readonly problems: readonly Words[] };

/** Collects what is wrong while it reads; a wrong field reads as nothing. */
class Reading {
  readonly problems: Words[] = [];

  say(zh: string, en: string): void {
    this.problems.push({ zh, en });
  }

  /** An amount that may be left empty. */
  amount(text: string, what: Words): Fen | null {
    if (text.trim() === "") return null;
    const amount = parseYuan(text.trim());
    if (amount !== undefined && amount >= 0) return amount;
    this.say(`${what.zh}写成 12.50 这样的金额`, `${what.en}: an amount like 12.50`);
    return null;
  }

  /** An amount above nothing. */
  some(text: string, what: Words): Fen {
    const before = this.problems.length;
    const amount = this.amount(text, what);
    if (!amount && this.problems.length === before) this.say(`请填${what.zh}`, `${what.en} is missing`);
    return amount ?? fen(0);
  }
}

const off: Words = { zh: "减多少", en: "The amount off" };
const fromWords: Words = { zh: "满多少", en: "The amount from which it holds" };

function readSteps(form: OfferForm, reading: Reading): Offer {
  const steps = form.steps.map((step) => ({
    fromFen: reading.some(step.from, fromWords),
    offFen: reading.some(step.off, off),
  }));
  if (reading.problems.length === 0 && steps.some((step) => step.offFen > step.fromFen))
    reading.say("减的不能比满的多", "No more off than there is to pay");
  if (new Set(steps.map((step) => step.fromFen)).size !== steps.length)
    reading.say("两档的“满”不能一样", "Two steps begin at the same amount");
  return { kind: "threshold", steps };
}

function readOffer(form: OfferForm, reading: Reading): Offer {
  switch (form.kind) {
    case "threshold":
      return readSteps(form, reading);
    case "percentage": {
      const { percentOff } = form;
      if (percentOff === null || !Number.isInteger(percentOff) || percentOff < 1 || percentOff > 100)
        reading.say(
          "降价百分比写 1 到 100 的整数（8 折写 20）",
          "Per cent off: a whole number from 1 to 100",
        );
      const fromFen = reading.amount(form.from, fromWords) ?? fen(0);
      const capFen = reading.amount(form.cap, { zh: "最多减", en: "The most it takes off" });
      return { kind: "percentage", fromFen, percentOff: percentOff ?? 0, capFen: capFen || null };
    }
    case "perItem": {
      const { dishIds, special, maxPortions } = form;
      if (dishIds.length === 0) reading.say("请选菜", "Choose the dishes");
      if (maxPortions === null || maxPortions < 1)
        reading.say("每单限几份至少是 1", "At least 1 portion per order");
      const price = special
        ? {
            kind: "special" as const,
            priceFen: reading.amount(form.off, { zh: "特价", en: "The special price" }) ?? fen(0),
          }
        : { kind: "off" as const, offFen: reading.some(form.off, off) };
      if (special && form.off.trim() === "") reading.say("请填特价", "The special price is missing");
      return { kind: "perItem", dishIds, price, maxPortions: maxPortions ?? 1 };
    }
    case "newCustomer":
      return {
        kind: "newCustomer",
        fromFen: reading.amount(form.from, fromWords) ?? fen(0),
        offFen: reading.some(form.off, off),
      };
    case "deliveryFee":
      return {
        kind: "deliveryFee",
        fromFen: reading.amount(form.from, fromWords) ?? fen(0),
        offFen: form.freeDelivery ? null : reading.some(form.off, off),
      };
  }
}

const moment = (text: string): number | null => (text === "" ? null : Date.parse(`${text}:00+08:00`));

/** "11:00" as minutes since midnight; null: not such a time. */
function minuteOf(text: string): number | null {
  const match = /^(\d{1,2}):([0-5]\d)$/.exec(text);
  const minutes = match ? Number(match[1]) * 60 + Number(match[2]) : Number.NaN;
  return minutes >= 0 && minutes <= 1440 ? minutes : null;
}

function readMinutes(form: OfferForm, reading: Reading): MinuteWindow | null {
  if (form.minutesFrom === "" && form.minutesUntil === "") return null;
  const from = minuteOf(form.minutesFrom);
  const until = minuteOf(form.minutesUntil);
  if (from === null || until === null || from === until || from === 1440) {
    reading.say("时段要有开始和结束，写成 11:00", "The hours need a beginning and an end, like 11:00");
    return null;
  }
  return { from, until };
}

/** The rule that a form says, or everything that it lacks. */
export function readForm(form: OfferForm): ReadOffer {
  const reading = new Reading();
  if (form.nameZh.trim() === "") reading.say("请起个名字", "The Chinese name is missing");
  if (form.bearer === "merchant" && form.shopId === null)
    reading.say("商家承担的要选是哪家店", "Borne by the shop: choose which");
  const offer = readOffer(form, reading);
  const from = moment(form.begins);
  const until = moment(form.ends);
  if (from !== null && until !== null && from >= until)
    reading.say("结束要晚于开始", "It ends before it begins");
  const minutes = readMinutes(form, reading);
  if (reading.problems.length > 0) return { ok: false, problems: reading.problems };
  const when = {
    from,
    until,
    weekdays: [...form.weekdays].sort((a, b) => a - b),
    minutes,
    handovers: [...form.handovers],
  };
  const draft: OfferDraft = {
    discountId: form.discountId,
    name: { zh: form.nameZh.trim(), en: form.nameEn.trim() || form.nameZh.trim() },
    shopId: form.shopId,
    bearer: form.bearer,
    offer: offer as OfferDraft["offer"],
    when,
    needsCoupon: form.needsCoupon,
    order: form.order ?? 100,
    excludes: form.excludes.trim() || null,
    combines: form.alone ? "alone" : "combinable",
  };
  return { ok: true, draft, offer, when };
}
