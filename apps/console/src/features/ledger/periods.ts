import { chinaDay, chinaMidnight, chinaWeekday, day, type Words } from "@sanqi/kernel";

/** Days in China, both included. */
export type Days = { readonly from: string; readonly to: string };

const longest = 92;
const dayPattern = /^\d{4}-\d{2}-\d{2}$/;
const noonOf = (text: string): number =>
  dayPattern.test(text) ? Date.parse(`${text}T12:00:00+08:00`) : Number.NaN;

/** Weeks and months as people ask for them. */
export function presetDays(now: number): readonly (Words & Days)[] {
  const monday = chinaMidnight(now) - (chinaWeekday(now) - 1) * day;
  const today = chinaDay(now);
  const month = today.slice(0, 8);
  const lastOfMonth = chinaDay(noonOf(`${month}01`) - day);
  return [
    { zh: "今天", en: "Today", from: today, to: today },
    { zh: "本周", en: "This week", from: chinaDay(monday), to: today },
    { zh: "上周", en: "Last week", from: chinaDay(monday - 7 * day), to: chinaDay(monday - day) },
    { zh: "本月", en: "This month", from: `${month}01`, to: today },
    { zh: "上月", en: "Last month", from: `${lastOfMonth.slice(0, 8)}01`, to: lastOfMonth },
  ];
}

/** Why these days make no statement; null: they do. */
export function daysProblem({ from, to }: Days): Words | null {
  const first = noonOf(from);
  const last = noonOf(to);
  if (Number.isNaN(first) || Number.isNaN(last))
    return { zh: "请选起止日期", en: "Choose the first and the last day" };
  if (last < first) return { zh: "结束日期在开始之前", en: "It ends before it begins" };
  if ((last - first) / day >= longest) return { zh: `一次最多 ${longest} 天`, en: `At most ${longest} days` };
  return null;
}

/** The days that stand in an address; the current week where none, or wrong ones, do. */
export function readDays(address: URLSearchParams, now: number): Days {
  const days = { from: address.get("from") ?? "", to: address.get("to") ?? "" };
  if (daysProblem(days) === null) return days;
  const [, week] = presetDays(now);
  return { from: week?.from ?? chinaDay(now), to: week?.to ?? chinaDay(now) };
}

/** "2026-11-16..2026-11-22" of a pay-out as "11-16 – 11-22", and one day as "11-22". */
export function periodText(period: string): string {
  const [from = period, to = from] = period.split("..");
  return from === to ? from.slice(5) : `${from.slice(5)} – ${to.slice(5)}`;
}
