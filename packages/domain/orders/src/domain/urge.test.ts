import { minute } from "@sanqi/kernel";
import { describe, expect, it } from "vitest";
import { cancel } from "./decide.ts";
import type { Decision } from "./decision.ts";
import type { Order } from "./order.ts";
import { anOrder, someone, student } from "./order-for-tests.ts";
import { urge, urgeEvery, urgeFrom, urging } from "./urge.ts";

/** 12:00 in China. */
const noon = Date.UTC(2026, 10, 22, 4, 0);
const paid = (over: Partial<Order> = {}) =>
  anOrder({
    payment: "paid",
    paidAt: noon - 4 * minute,
    promise: { earliest: noon + 5 * minute, latest: noon + 15 * minute },
    ...over,
  });
const cooking = (over: Partial<Order> = {}) =>
  paid({ fulfilment: "accepted", acceptedAt: noon - 3 * minute, ...over });
const at = (now: number) => ({ actor: student, now });
const value = (decided: ReturnType<typeof urge>): Decision => {
  if (!decided.ok) throw new Error(decided.error.kind);
  return decided.value;
};
const carried = { accountId: someone(80), name: "周师傅" };

describe("urging", () => {
  it("is for paid orders that somebody still has to cook or carry", () => {
    const kind = (order: Order) => {
      const decided = urge(order, at(noon));
      return decided.ok ? "ok" : decided.error.kind;
    };
    expect(kind(anOrder())).toBe("orderNotPaid");
    for (const fulfilment of ["placed", "accepted", "ready", "pickedUp"] as const)
      expect([fulfilment, kind(paid({ fulfilment }))]).toEqual([fulfilment, "ok"]);
    for (const fulfilment of ["delivered", "completed", "refused", "cancelled", "expired"] as const)
      expect([fulfilment, kind(paid({ fulfilment }))]).toEqual([fulfilment, "transitionRefused"]);
    const ended = value(cancel(paid(), { ...at(noon), reason: "" })).order;
    expect(urgeFrom(ended)).toBeNull();
    expect(urgeFrom(anOrder())).toBeNull();
  });

  it("changes nothing but its own time, and says whom it reminds", () => {
    const before = cooking();
    const { order, events, restock } = value(urge(before, at(noon)));
    expect(order).toEqual({ ...before, version: before.version + 1, urgedAt: noon });
    expect(restock).toBe(false);
    expect(events).toMatchObject([{ type: "order.urged", payload: { reminds: "kitchen", version: 2 } }]);
    const onTheWay = value(urge(paid({ fulfilment: "pickedUp", rider: carried }), at(noon)));
    expect(onTheWay.events[0]?.payload.reminds).toBe("rider");
  });

  it("rests for five minutes, to the millisecond", () => {
    const { order } = value(urge(cooking(), at(noon)));
    expect(urgeFrom(order)).toBe(noon + urgeEvery);
    expect(urge(order, at(noon + urgeEvery - 1))).toEqual({
      ok: false,
      error: { kind: "urgedTooSoon", nextAt: noon + urgeEvery },
    });
    expect(value(urge(order, at(noon + urgeEvery))).order.urgedAt).toBe(noon + urgeEvery);
  });
});

describe("what the student is told", () => {
  const told = (order: Order, now = noon) => urging(order, now).words;

  it("is the promise while it holds", () => {
    expect(told(cooking())).toEqual({
      zh: "商家 3 分钟前接单，预计 12:05–12:15 送达，我们已提醒商家",
      en: "The kitchen accepted 3 min ago; expected 12:05–12:15, and we have reminded the kitchen",
    });
    expect(told(cooking({ acceptedAt: noon - 1 })).zh).toContain("商家刚刚接单");
    expect(told(paid()).zh).toContain("商家还没有接单");
  });

  it("is by how much it was missed once it was, never an old promise", () => {
    const late = told(paid({ fulfilment: "pickedUp", rider: carried }), noon + 22 * minute);
    expect(late).toEqual({
      zh: "骑手正在送来，已超出预计时间 7 分钟，我们已提醒骑手",
      en: "The rider is on the way to you; it is 7 min later than expected, and we have reminded the rider",
    });
    expect(told(cooking(), noon + 15 * minute).zh).toContain("预计 12:05–12:15");
    expect(told(cooking(), noon + 15 * minute + 1).zh).toContain("已超出预计时间 1 分钟");
  });

  it("names no rider where none has taken the order", () => {
    expect(told(paid({ fulfilment: "ready" })).zh).toBe(
      "餐已做好，还没有骑手接单，预计 12:05–12:15 送达，我们已提醒可以接单的骑手",
    );
    expect(told(paid({ fulfilment: "ready", rider: carried })).zh).toContain("骑手来取");
  });
});
