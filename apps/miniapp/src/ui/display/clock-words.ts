/** "12:05" in the campus's time zone, which is China's everywhere; mini-program engines may lack Intl. */
export function clockTime(epochMs: number): string {
  const china = new Date(epochMs + 8 * 3_600_000);
  return `${String(china.getUTCHours()).padStart(2, "0")}:${String(china.getUTCMinutes()).padStart(2, "0")}`;
}

/** "7月9日 12:05", or without the day when it is the same day as `now`. */
export function dayTime(epochMs: number, now: number): string {
  const china = new Date(epochMs + 8 * 3_600_000);
  const today = new Date(now + 8 * 3_600_000);
  const sameDay = china.toISOString().slice(0, 10) === today.toISOString().slice(0, 10);
  return sameDay
    ? clockTime(epochMs)
    : `${china.getUTCMonth() + 1}月${china.getUTCDate()}日 ${clockTime(epochMs)}`;
}

/** A promise as people read it: "12:05–12:15". */
export const timeRange = (from: number, to: number): string => `${clockTime(from)}–${clockTime(to)}`;

/** "4:05" for what is left, never below zero. */
export function countdown(leftMs: number): string {
  const seconds = Math.max(0, Math.ceil(leftMs / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
