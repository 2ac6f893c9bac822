import { minute, second } from "@sanqi/kernel";

/**
 * Metres per second from door to door. An e-bike on campus goes 15 to 20 km/h where it may; gates, crowded paths and both ends
 * are walked at 1.3 m/s. With one metre in twenty on foot that makes 3.8 to 4.7 m/s; the careful end of it is promised.
 */
export const travelSpeed = 4;
/** What one waiting order adds: a kitchen cooks several at once, so it is a share of its cooking, not all of it. */
export const minutesPerWaitingOrder = 2;
/** Beyond an hour of queue the number says no more than "very long". */
const longestQueueMinutes = 60;
/** People plan in steps of five minutes, and a promise to the minute would be a lie. */
const step = 5 * minute;
export const promiseWidth = 10 * minute;

export type Trip = {
  readonly now: number;
  /** The shop's own time for one order. */
  readonly prepMinutes: number;
  /** Orders that the kitchen has still to cook. */
  readonly waiting: number;
  /** From the shop's door to the place along the paths. */
  readonly walkMetres: number;
};

/** When a meal ordered now is there; epoch ms on whole five minutes, ten minutes wide. Never earlier than the sum of its parts. */
export function promiseFor(trip: Trip): { earliest: number; latest: number } {
  const queue = Math.min(longestQueueMinutes, Math.max(0, trip.waiting) * minutesPerWaitingOrder);
  const there = trip.now + (trip.prepMinutes + queue) * minute + (trip.walkMetres / travelSpeed) * second;
  const earliest = Math.ceil(there / step) * step;
  return { earliest, latest: earliest + promiseWidth };
}
