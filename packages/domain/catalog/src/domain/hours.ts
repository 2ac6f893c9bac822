import { chinaMinuteOfDay } from "@sanqi/kernel";
import type { Hours } from "./menu.ts";

const minutes = (text: string): number => Number(text.slice(0, 2)) * 60 + Number(text.slice(3, 5));

/** Is a shop open at `now`, until when, and when does it open next? Hours may run past midnight; clock texts are China's. */
export function openingAt(
  hours: readonly Hours[],
  now: number,
): { open: boolean; opensAt: string | null; closesAt: string | null } {
  const minute = chinaMinuteOfDay(now);
  for (const span of hours) {
    const from = minutes(span.open);
    const to = minutes(span.close);
    const inside = from < to ? minute >= from && minute < to : minute >= from || minute < to;
    if (inside) return { open: true, opensAt: null, closesAt: span.close };
  }
  const wait = (span: Hours) => (minutes(span.open) - minute + 1440) % 1440;
  const next = [...hours].sort((a, b) => wait(a) - wait(b))[0];
  return { open: false, opensAt: next?.open ?? null, closesAt: null };
}
