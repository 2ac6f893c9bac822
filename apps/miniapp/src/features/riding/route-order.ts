import { distanceMetres, minute, type Point } from "@sanqi/kernel";
import type { Outputs } from "@/rpc";

export type RiderBoard = Outputs["rider"]["board"];
export type Task = RiderBoard["mine"][number];

/** Where the next thing happens for a task: at the shop until it is fetched, then at the door. */
export type Stop = { task: Task; kind: "fetch" | "hand"; point: Point };

export const stopOf = (task: Task): Stop =>
  task.fulfilment === "pickedUp"
    ? { task, kind: "hand", point: task.place.point }
    : { task, kind: "fetch", point: task.shop.point };

/** Walking pace of the plan, and what a minute over the promise is worth in metres of detour. */
const metresPerMinute = 80;
const metresPerLateMinute = 120;
/** A meal that is not ready yet: better hand over another one first, when that is near. */
const notReadyMetres = 600;

function cost(stop: Stop, from: Point | null, now: number): number {
  const metres = from ? distanceMetres(from, stop.point) : 0;
  const toDoor = stop.kind === "fetch" ? distanceMetres(stop.task.shop.point, stop.task.place.point) : 0;
  const arrival = now + ((metres + toDoor) / metresPerMinute) * minute;
  const lateMinutes = Math.max(0, (arrival - stop.task.promise.latest) / minute);
  // being late does not help where there is nothing to take yet
  if (stop.kind === "fetch" && stop.task.fulfilment !== "ready") return metres + notReadyMetres;
  return metres - lateMinutes * metresPerLateMinute;
}

const byPromise = (a: Stop, b: Stop): number =>
  a.task.promise.latest - b.task.promise.latest || (a.task.orderNo < b.task.orderNo ? -1 : 1);

/**
 * The rider's own stops in the order in which to go: always the nearest next, counted from the stop before, where what
 * would come late pulls forward and what still cooks waits. Each task stands once, with the stop that comes next for it.
 * @param from where the rider is; null: not known, then the promises alone decide who is first
 */
export function orderStops(tasks: readonly Task[], from: Point | null, now: number): Stop[] {
  const open = tasks.map(stopOf).sort(byPromise);
  const route: Stop[] = [];
  let at = from;
  while (open.length > 0) {
    // the earlier promise wins a draw, because `open` is sorted by it
    let best = 0;
    for (let i = 1; i < open.length; i += 1)
      if (cost(open[i] as Stop, at, now) < cost(open[best] as Stop, at, now)) best = i;
    const [next] = open.splice(best, 1) as [Stop];
    route.push(next);
    at = next.point;
  }
  return route;
}

/** Metres as they are told to people: in tens, never none. */
export const roundedMetres = (metres: number): number => Math.max(10, Math.round(metres / 10) * 10);
