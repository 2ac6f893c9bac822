import { chinaDay, chinaWeekday, day as dayMs, type Words } from "@sanqi/kernel";
import type { Outputs } from "@/rpc";
import { timeRange } from "@/ui/display/clock-words";

export type Slot = Outputs["orders"]["quote"]["slots"][number];
export type SlotDay = { readonly day: string; readonly words: Words; readonly slots: readonly Slot[] };

const weekdays = ["一", "二", "三", "四", "五", "六", "日"];
const weekdaysEn = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/** A day as people say it at `now`: today, tomorrow, a weekday. */
export function dayWords(at: number, now: number): Words {
  const day = chinaDay(at);
  if (day === chinaDay(now)) return { zh: "今天", en: "Today" };
  if (day === chinaDay(now + dayMs)) return { zh: "明天", en: "Tomorrow" };
  const weekday = chinaWeekday(at) - 1;
  return { zh: `周${weekdays[weekday]}`, en: weekdaysEn[weekday] ?? "" };
}

/** "明天 12:00–12:15" */
export function slotWords(slot: { readonly from: number; readonly to: number }, now: number): Words {
  const day = dayWords(slot.from, now);
  const range = timeRange(slot.from, slot.to);
  return { zh: `${day.zh} ${range}`, en: `${day.en} ${range}` };
}

/** Slots by the day on which they begin, both in the server's order. */
export function slotDays(slots: readonly Slot[], now: number): SlotDay[] {
  const days = new Map<string, Slot[]>();
  for (const slot of slots) {
    const day = chinaDay(slot.from);
    days.set(day, [...(days.get(day) ?? []), slot]);
  }
  return [...days].map(([day, own]) => ({ day, words: dayWords(own[0]?.from ?? now, now), slots: own }));
}
