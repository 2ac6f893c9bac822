import { chinaClockText, chinaDay, day, minute } from "@sanqi/kernel";
import type { Say } from "./language.tsx";

/** "12:05" today, "11-20 12:05" on another day; always China's clock. */
export function momentText(at: number, now: number): string {
  const clock = chinaClockText(at);
  return chinaDay(at) === chinaDay(now) ? clock : `${chinaDay(at).slice(5)} ${clock}`;
}

/** "12:05–12:20" today, "11-20 12:05–12:20" on another day. */
export const rangeText = ({ from, to }: { from: number; to: number }, now: number): string =>
  `${momentText(from, now)}–${chinaClockText(to)}`;

/** "12:05:09" in China, where the order of things matters. */
export const preciseText = (at: number): string =>
  `${chinaClockText(at)}:${String(Math.floor(at / 1000) % 60).padStart(2, "0")}`;

/** How long ago, in the largest unit that says enough. */
export function agoText(at: number, now: number, say: Say): string {
  const minutes = Math.max(0, Math.floor((now - at) / minute));
  if (minutes < 1) return say("刚刚", "just now");
  if (minutes < 60) return say(`${minutes} 分钟前`, `${minutes} min ago`);
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return say(`${hours} 小时前`, `${hours} h ago`);
  const days = Math.floor((now - at) / day);
  return say(`${days} 天前`, `${days} d ago`);
}

/** A span of milliseconds: "42 秒", "3 分", "2 小时". */
export function spanText(ms: number, say: Say): string {
  const seconds = Math.max(0, Math.round(ms / 1000));
  if (seconds < 60) return say(`${seconds} 秒`, `${seconds} s`);
  const minutes = Math.floor(seconds / 60);
  const rest = seconds % 60;
  if (minutes < 10 && rest > 0) return say(`${minutes} 分 ${rest} 秒`, `${minutes} min ${rest} s`);
  if (minutes < 60) return say(`${minutes} 分`, `${minutes} min`);
  if (minutes >= 48 * 60) return say(`${Math.floor(minutes / 1440)} 天`, `${Math.floor(minutes / 1440)} d`);
  return say(
    `${Math.floor(minutes / 60)} 小时 ${minutes % 60} 分`,
    `${Math.floor(minutes / 60)} h ${minutes % 60} min`,
  );
}

/** What is left of a span, to the second: "12:05". */
export function countdownText(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  return `${String(Math.floor(seconds / 60)).padStart(2, "0")}:${String(seconds % 60).padStart(2, "0")}`;
}
