import type { Point } from "@sanqi/kernel";
import { describe, expect, it } from "vitest";
import { orderStops, roundedMetres, type Task } from "./route-order";

const noon = 1_795_320_000_000;
/** About 100 m to the east for each step. */
const east = (steps: number): Point => [120 + steps * 0.001, 30];

const task = (orderNo: string, fulfilment: string, shop: Point, place: Point, dueIn = 30) =>
  ({
    orderId: orderNo,
    orderNo,
    fulfilment,
    shop: { point: shop },
    place: { point: place },
    promise: { earliest: noon, latest: noon + dueIn * 60_000 },
  }) as unknown as Task;
const route = (tasks: Task[], from: Point | null) =>
  orderStops(tasks, from, noon).map((stop) => `${stop.task.orderNo} ${stop.kind}`);

describe("a rider's stops", () => {
  it("follow the nearest next stop", () => {
    const tasks = [
      task("A1", "pickedUp", east(0), east(6)),
      task("A2", "pickedUp", east(0), east(2)),
      task("A3", "pickedUp", east(0), east(4)),
    ];
    expect(route(tasks, east(0))).toEqual(["A2 hand", "A3 hand", "A1 hand"]);
  });

  it("fetch a finished meal on the way, and let one that still cooks wait", () => {
    const tasks = [
      task("A1", "pickedUp", east(0), east(3)),
      task("A2", "ready", east(1), east(5)),
      task("A3", "accepted", east(1), east(5)),
    ];
    expect(route(tasks, east(0))).toEqual(["A2 fetch", "A1 hand", "A3 fetch"]);
  });

  it("go to what would come late first, although it is farther", () => {
    const tasks = [
      task("A1", "pickedUp", east(0), east(1), 30),
      task("A2", "pickedUp", east(0), east(3), -5),
    ];
    expect(route(tasks, east(0))[0]).toBe("A2 hand");
  });

  it("do not wait at a stove for a late meal while others are to be had", () => {
    const tasks = [
      task("A1", "accepted", east(0), east(6), -3),
      task("A2", "ready", east(0), east(4)),
      task("A3", "pickedUp", east(0), east(4)),
    ];
    expect(route(tasks, east(0))).toEqual(["A2 fetch", "A3 hand", "A1 fetch"]);
  });

  it("start by the promise while nobody knows where the rider is", () => {
    const tasks = [task("A1", "ready", east(5), east(9), 40), task("A2", "ready", east(2), east(9), 20)];
    expect(route(tasks, null)).toEqual(["A2 fetch", "A1 fetch"]);
    expect(route([], null)).toEqual([]);
  });

  it("are told in tens of metres", () => {
    expect([3, 384, 1249].map(roundedMetres)).toEqual([10, 380, 1250]);
  });
});
