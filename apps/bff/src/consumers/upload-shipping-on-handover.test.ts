import { createIds, manualClock, toId } from "@sanqi/kernel";
import { describe, expect, it } from "vitest";
import { uploadShippingOnHandover } from "./upload-shipping-on-handover.ts";

const clock = manualClock(1_763_800_000_000);
const ids = createIds(clock.now, (bytes) => crypto.getRandomValues(bytes));
const campusId = toId("campus", "cmp_00000000000000000001");
const orderId = ids.next("order");

describe("a hand-over", () => {
  it.each([
    ["order.pickedUp", "delivery", "sameCity"],
    ["order.delivered", "delivery", "sameCity"],
    ["order.delivered", "pickup", "selfPickup"],
    ["order.delivered", "table", "selfPickup"],
  ] as const)("told by %s of a lunch for %s is %s, at its own time", async (type, handover, kind) => {
    const requested: unknown[] = [];
    const consumer = uploadShippingOnHandover(async (_tx, told) => {
      requested.push(told);
    }, clock);
    expect(consumer.on).toContain(type);
    const event = { campusId, type, payload: { orderId, handover }, occurredAt: clock.now() - 7 };
    await consumer.handle(event as never, null as never);
    expect(requested).toEqual([{ campusId, orderId, kind, at: clock.now() - 7, now: clock.now() }]);
  });
});
