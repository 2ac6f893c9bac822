import { describe, expect, it } from "vitest";
import {
  afterDeed,
  ageTone,
  type Board,
  type KitchenOrder,
  soonestFirst,
  unheard,
  withDeeds,
} from "./kitchen-board";

const noon = 1_795_320_000_000;
const order = (orderId: string, paidAt = noon) =>
  ({
    orderId,
    orderNo: orderId.toUpperCase(),
    paidAt,
    fulfilment: "accepted",
    slot: null,
    refusedAt: null,
    promise: { earliest: paidAt + 20 * 60_000, latest: paidAt + 30 * 60_000 },
  }) as unknown as KitchenOrder;
const board = {
  new: [order("a1"), order("a2")],
  cooking: [order("b1")],
  ready: [],
  today: { orders: 3, goodsFen: 0, refused: 0, cookMinutes: null },
} as unknown as Board;
const idsOf = (orders: readonly KitchenOrder[]) => orders.map((one) => one.orderId);

describe("the board with what was decided on this device", () => {
  it("moves an accepted order to the stove and a finished one to the counter", () => {
    const now = withDeeds(board, { a1: "accept", b1: "ready" });
    expect(idsOf(now.new)).toEqual(["a2"]);
    expect(idsOf(now.cooking)).toEqual(["a1"]);
    expect(idsOf(now.ready)).toEqual(["b1"]);
  });

  it("drops a refused order", () => {
    expect(idsOf(withDeeds(board, { a2: "refuse" }).new)).toEqual(["a1"]);
  });

  it("says that an accepted order is being cooked, and lets a served one go", () => {
    expect(afterDeed(board, "b1", "start").cooking.map((one) => one.fulfilment)).toEqual(["preparing"]);
    expect(idsOf(withDeeds(board, { a1: "start" }).new)).toEqual(["a1", "a2"]);
    expect(idsOf(withDeeds(board, { b1: "serve" }).cooking)).toEqual([]);
  });

  it("lets the server be ahead: a deed that is done already moves nothing back", () => {
    expect(afterDeed(board, "b1", "accept")).toBe(board);
    expect(afterDeed(board, "gone", "ready")).toBe(board);
  });

  it("calls for each new order once", () => {
    expect(unheard(board, new Set())).toEqual(["a1", "a2"]);
    expect(unheard(board, new Set(["a1"]))).toEqual(["a2"]);
  });
});

describe("the age of an order", () => {
  const at = (minutes: number) => noon + minutes * 60_000;

  it("turns amber, then red, sooner for an answer than for a meal", () => {
    expect([1, 2, 4].map((m) => ageTone(order("a"), "new", at(m)))).toEqual(["fresh", "slow", "late"]);
    expect([11, 12, 18].map((m) => ageTone(order("a"), "cooking", at(m)))).toEqual(["fresh", "slow", "late"]);
  });

  it("is red past the promise in every column", () => {
    const hurried = { ...order("a"), promise: { earliest: at(5), latest: at(8) } };
    expect(ageTone(hurried, "cooking", at(9))).toBe("late");
  });

  it("is red once the server warned of it, whatever this device's clock says", () => {
    const warned = { ...order("a"), refusedAt: at(10) };
    expect(ageTone(warned, "new", at(0))).toBe("late");
    expect(ageTone(warned, "cooking", at(0))).toBe("fresh");
  });

  it("is not negative when the device's clock is behind", () => {
    expect(ageTone(order("a"), "new", at(-3))).toBe("fresh");
  });

  it("of a pre-order is what is left until its slot, not how long ago it was ordered", () => {
    const slot = { from: at(120), to: at(135) };
    const ahead = { ...order("a"), slot, promise: { earliest: slot.from, latest: slot.to } };
    expect([60, 106, 121].map((m) => ageTone(ahead, "cooking", at(m)))).toEqual(["fresh", "slow", "late"]);
    expect([60, 121, 136].map((m) => ageTone(ahead, "ready", at(m)))).toEqual(["fresh", "slow", "late"]);
    // whether the kitchen takes it at all is wanted to know soon
    expect(ageTone(ahead, "new", at(4))).toBe("late");
  });

  it("puts first what is due first", () => {
    const slot = { from: at(22), to: at(37) };
    const ahead = { ...order("ahead", at(-300)), slot };
    expect(idsOf(soonestFirst([order("b", at(5)), ahead, order("a", at(1))]))).toEqual(["a", "ahead", "b"]);
  });
});
