import { toId } from "@sanqi/kernel";
import { describe, expect, it } from "vitest";
import type { Hint, OrderHint } from "./feed.ts";
import { gathered } from "./gather.ts";

const hintOf = (version: number): OrderHint => ({
  kind: "order",
  campusId: toId("campus", "cmp_00000000000000000001"),
  orderId: toId("order", "ord_00000000000000000001"),
  shopId: toId("shop", "shp_00000000000000000001"),
  version,
  type: "order.paid",
});

describe("gathered hints", () => {
  it("tell the first at once and then the newest of each burst, and end with their source", async () => {
    const seen: number[] = [];
    let next = () => {};
    async function* bursts(): AsyncGenerator<Hint> {
      yield hintOf(1);
      await new Promise<void>((resolve) => {
        next = resolve;
      });
      for (let version = 2; version <= 50; version += 1) yield hintOf(version);
    }
    for await (const hint of gathered(bursts(), new AbortController().signal)) {
      if (hint.kind === "again") throw new Error("nothing was missed");
      const { version } = hint;
      seen.push(version);
      if (version === 1) next();
      if (version === 50) break;
    }
    expect(seen[0]).toBe(1);
    expect(seen.at(-1)).toBe(50);
    expect(seen.length).toBeLessThan(6);
  });

  it("end when the reader leaves", async () => {
    const leaving = new AbortController();
    async function* silent(): AsyncGenerator<Hint> {
      await new Promise<void>((resolve) => leaving.signal.addEventListener("abort", () => resolve()));
    }
    const reading = (async () => {
      for await (const _ of gathered(silent(), leaving.signal)) throw new Error("nothing was hinted");
    })();
    leaving.abort();
    await expect(reading).resolves.toBeUndefined();
  });
});
