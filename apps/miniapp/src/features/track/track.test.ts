import type { Point } from "@sanqi/kernel";
import { describe, expect, it } from "vitest";
import type { OrderView } from "@/features/orders/use-order-watch";
import { orderSteps } from "./order-steps";
import { pickupLook } from "./pickup-look";
import { metresLeft } from "./rider-way";

const say = { words: (words: { zh: string }) => words.zh, ahead: (key: string) => key, time: () => "12:00" };
const entry = (what: string) => ({ what, at: 1, words: { zh: what, en: what }, by: { zh: "你", en: "you" } });
const order = (stage: string, ...whats: string[]) =>
  ({ stage, handover: "delivery", timeline: whats.map(entry) }) as unknown as OrderView;

describe("the page of an order", () => {
  it("tells what happened, what happens and what comes", () => {
    expect(orderSteps(order("cooking", "place", "pay", "accept"), say).map((step) => step.state)).toEqual([
      "done",
      "done",
      "now",
      "next",
      "next",
      "next",
    ]);
    expect(orderSteps(order("completed", "place", "deliver"), say).map((step) => step.state)).toEqual([
      "done",
      "done",
    ]);
    expect(
      orderSteps(order("refused", "place", "refuse", "refunded"), say).map((step) => step.state),
    ).toEqual(["done", "bad", "done"]);
  });
  it("ends at the counter or the table where nobody carries it", () => {
    const titles = (handover: string, stage: string) =>
      orderSteps({ ...order(stage, "accept"), handover } as never, say).map((step) => step.title);
    expect(titles("pickup", "scheduled")).toEqual(["accept", "nextReady", "nextCollect"]);
    expect(titles("pickup", "readyToCollect")).toEqual(["accept", "nextCollect"]);
    expect(titles("table", "cooking")).toEqual(["accept", "nextReady", "nextServe"]);
  });
  it("gives the same code the same look", () => {
    expect(pickupLook("4827")).toEqual(pickupLook("4827"));
    expect(pickupLook("1111")).toEqual({ tone: "brand", shape: "circle" });
    expect(pickupLook("")).toEqual({ tone: "brand", shape: "circle" });
  });
  it("measures what is left along the way", () => {
    const path: Point[] = [
      [120, 30],
      [120.001, 30],
      [120.001, 30.001],
    ];
    expect(metresLeft(path, [120.001, 30])).toBe(110);
    expect(metresLeft(path, [120.001, 30.001])).toBe(0);
    expect(metresLeft([], [120, 30])).toBe(0);
  });
});
