import { minute, type Words } from "@sanqi/kernel";
import { isRunning, type Stage } from "@sanqi/orders";

/** How an order stands against its promise; minutes are whole and never negative. */
export type Lateness =
  | { readonly kind: "none" }
  | { readonly kind: "onTime"; readonly minutesLeft: number }
  | { readonly kind: "soon"; readonly minutesLeft: number }
  | { readonly kind: "late"; readonly minutes: number };

/** From here on an order that has not left needs an eye. */
const soonWithin = 5 * minute;

type Promised = {
  readonly stage: Stage;
  readonly promise: { readonly earliest: number; readonly latest: number };
};

/** Nothing is promised before the money, and what waits at the counter has kept its promise. */
const promisesNothing: readonly Stage[] = ["awaitingPayment", "readyToCollect"];

/** Only running, paid orders can be late; the past is told by the story. */
export function latenessOf(order: Promised, now: number): Lateness {
  if (!isRunning(order.stage) || promisesNothing.includes(order.stage)) return { kind: "none" };
  const left = order.promise.latest - now;
  if (left < 0) return { kind: "late", minutes: Math.ceil(-left / minute) };
  const minutesLeft = Math.floor(left / minute);
  return left <= soonWithin ? { kind: "soon", minutesLeft } : { kind: "onTime", minutesLeft };
}

export const isLate = (order: Promised, now: number): boolean => latenessOf(order, now).kind === "late";

export function latenessWords(lateness: Lateness): Words | null {
  switch (lateness.kind) {
    case "late":
      return { zh: `超时 ${lateness.minutes} 分`, en: `${lateness.minutes} min late` };
    case "soon":
      if (lateness.minutesLeft === 0) return { zh: "不到 1 分", en: "under 1 min" };
      return { zh: `还剩 ${lateness.minutesLeft} 分`, en: `${lateness.minutesLeft} min left` };
    default:
      return null;
  }
}
