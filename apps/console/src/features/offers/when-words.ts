import { chinaClockText, chinaDay, type Words } from "@sanqi/kernel";
import type { Bearer, DiscountRule, OfferTimes } from "@sanqi/orders";
import { weekdayWords } from "../../ui/weekdays.ts";
import { handoverWords } from "../orders/handovers.ts";

const bearerNames: Readonly<Record<Bearer, Words>> = {
  merchant: { zh: "商家承担", en: "borne by the shop" },
  platform: { zh: "平台承担", en: "borne by the platform" },
};

const dayWords = (weekday: number): Words => weekdayWords[weekday - 1] ?? { zh: "", en: "" };

const joined = (words: readonly Words[], zh: string, en: string): Words => ({
  zh: words.map((one) => one.zh).join(zh),
  en: words.map((one) => one.en).join(en),
});

/** "周一至周五", "周六、周日"; every day reads "每天". */
export function weekdaysWords(weekdays: readonly number[]): Words {
  const days = [...new Set(weekdays)].sort((a, b) => a - b);
  const first = days[0];
  const last = days.at(-1);
  if (first === undefined || last === undefined || days.length === 7) return { zh: "每天", en: "every day" };
  const inRow = days.length > 2 && last - first === days.length - 1;
  return inRow
    ? joined([dayWords(first), dayWords(last)], "至", "–")
    : joined(days.map(dayWords), "、", ", ");
}

/** Minutes since midnight as "11:00"; the end of a day is "24:00". */
export const minuteText = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;

const momentWords = (at: number) => `${chinaDay(at)} ${chinaClockText(at)}`;

/** When a rule holds, part by part: "周一至周五 11:00–13:00", "2026-11-30 前", "仅自取". */
export function whenWords({ from, until, weekdays, minutes, handovers }: OfferTimes): Words[] {
  const days = weekdaysWords(weekdays);
  const hours = minutes ? ` ${minuteText(minutes.from)}–${minuteText(minutes.until)}` : "";
  const ways = handovers.map((handover) => handoverWords[handover]);
  return [
    { zh: `${days.zh}${hours}`, en: `${days.en}${hours}` },
    ...(from === null ? [] : [{ zh: `${momentWords(from)} 起`, en: `from ${momentWords(from)}` }]),
    ...(until === null ? [] : [{ zh: `${momentWords(until)} 止`, en: `until ${momentWords(until)}` }]),
    ...(ways.length === 0 || ways.length === 3
      ? []
      : [{ zh: `仅${joined(ways, "、", "").zh}`, en: `${joined(ways, "", ", ").en} only` }]),
  ];
}

type Worded = Pick<DiscountRule, "bearer" | "when" | "needsCoupon" | "combines"> & { readonly terms: Words };

/** A rule in one line, as people say it: "满30减5 · 商家承担 · 周一至周五 11:00–13:00". */
export const ruleWords = ({ terms, bearer, when, needsCoupon, combines }: Worded): Words =>
  joined(
    [
      terms,
      bearerNames[bearer],
      ...whenWords(when),
      ...(needsCoupon ? [{ zh: "凭券", en: "with a coupon" }] : []),
      ...(combines === "alone" ? [{ zh: "不与其他优惠同享", en: "not with other offers" }] : []),
    ],
    " · ",
    " · ",
  );
