import { fen, toId } from "@sanqi/kernel";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  divideShare,
  nextShareState,
  nextShareStep,
  partsGivenBack,
  returnNo,
  type SharePart,
  type ShareState,
  shareNo,
  shareStates,
  takeShareResults,
  unfreezeNo,
  type WantedPart,
} from "./sharing.ts";

const shop = { kind: "merchant", account: "1900000101" } as const;
const carrier = { kind: "merchant", account: "1900000102" } as const;
const wanted = (merchant: number, rider: number): WantedPart[] => [
  { party: "merchant", to: shop, fen: fen(merchant) },
  { party: "rider", to: carrier, fen: fen(rider) },
];
const divide = (paid: number, refunded: number, maxPercent: number, parts: WantedPart[]) =>
  divideShare({ paidFen: fen(paid), refundedFen: fen(refunded), maxPercent, wanted: parts }).map(
    (p) => p.fen,
  );
const part = (amount: number, over: Partial<SharePart> = {}): SharePart => ({
  party: "merchant",
  to: shop,
  amountFen: fen(amount),
  result: "pending",
  failure: null,
  returnedFen: fen(0),
  ...over,
});

describe("the states of a share", () => {
  it("are all reachable from planned", () => {
    const seen = new Set<ShareState>(["planned"]);
    for (const state of seen) for (const next of Object.values(shareStates[state])) seen.add(next);
    expect([...seen].sort()).toEqual(Object.keys(shareStates).sort());
  });

  it("lead from money that moved only to money that came back", () => {
    expect(shareStates.failed).toEqual({});
    expect(Object.values(shareStates.finished)).toEqual(["returned"]);
    expect(nextShareState("planned", "finish")).toBeUndefined();
  });

  it("say what is to be done next", () => {
    const step = (state: ShareState, rest: "frozen" | "free" = "frozen") => nextShareStep({ state, rest });
    expect([
      step("planned"),
      step("requested"),
      step("processing"),
      step("finished"),
      step("failed"),
    ]).toEqual(["divide", "send", "ask", "unfreeze", "unfreeze"]);
    expect([step("finished", "free"), step("returned", "free")]).toEqual([null, null]);
  });
});

describe("numbers at the platform", () => {
  it("fit both platforms' rules and differ", () => {
    const paymentId = toId("payment", `pay_${"0".repeat(20)}`);
    const refundId = toId("refund", `rfd_${"0".repeat(20)}`);
    const all = [
      shareNo(paymentId),
      unfreezeNo(paymentId),
      returnNo(refundId, "merchant"),
      returnNo(refundId, "rider"),
    ];
    expect(new Set(all).size).toBe(4);
    for (const no of all) expect(no).toMatch(/^\w{1,32}$/);
  });
});

describe("dividing", () => {
  it("gives each party its part where the ratio allows it", () => {
    expect(divide(2_000, 0, 100, wanted(1_700, 300))).toEqual([1_700, 300]);
  });

  it("cuts evenly to the ratio, never above it", () => {
    expect(divide(2_000, 0, 30, wanted(1_700, 300))).toEqual([510, 90]);
    expect(divide(1_001, 0, 30, wanted(1_001, 0))).toEqual([300]);
  });

  it("gives no more than refunds have left, and nothing to whoever owes", () => {
    expect(divide(2_000, 1_000, 100, wanted(700, 100))).toEqual([700, 100]);
    expect(divide(2_000, 1_000, 100, wanted(1_700, 300))).toEqual([850, 150]);
    expect(divide(2_000, 1_000, 100, wanted(-200, 300))).toEqual([300]);
    expect(divide(2_000, 2_000, 100, wanted(1_700, 300))).toEqual([]);
  });

  it("leaves out parts of nothing", () => {
    expect(divide(2_000, 0, 100, wanted(2_000, 0))).toEqual([2_000]);
  });
});

describe("results", () => {
  const two = [part(510), part(90, { party: "rider", to: carrier })];
  const told = (result: SharePart["result"], failure: string | null = null) => ({ result, failure });
  const both = (first: ReturnType<typeof told>, second: ReturnType<typeof told>) => [
    { account: shop.account, amountFen: fen(510), ...first },
    { account: carrier.account, amountFen: fen(90), ...second },
  ];
  const take = (first: ReturnType<typeof told>, second: ReturnType<typeof told>) => {
    const taken = takeShareResults({ state: "requested", parts: two }, both(first, second));
    return taken.kind === "taken" ? taken.state : taken.kind;
  };

  it.each([
    [told("pending"), told("success"), "processing"],
    [told("success"), told("success"), "finished"],
    [told("success"), told("closed", "NO_RELATION"), "finished"],
    [told("closed", "NO_RELATION"), told("closed", "NO_AUTH"), "failed"],
  ] as const)("%j and %j make it %s", (first, second, state) => {
    expect(take(first, second)).toBe(state);
  });

  it("of other receivers or amounts are not taken over", () => {
    const share = { state: "processing", parts: two } as const;
    const [first, second] = both(told("success"), told("success"));
    if (!first || !second) throw new Error("two parts");
    expect(takeShareResults(share, [first])).toEqual({ kind: "mismatch" });
    expect(takeShareResults(share, [first, { ...second, amountFen: fen(91) }])).toEqual({ kind: "mismatch" });
    expect(takeShareResults({ ...share, state: "finished" }, [first, second])).toEqual({ kind: "mismatch" });
  });
});

describe("giving back", () => {
  const given = (paid: number, refunded: number, parts: SharePart[], before = 0) =>
    partsGivenBack({ paidFen: fen(paid), dividedFen: fen(paid - before), parts }, fen(refunded)).map(
      (one) => one.fen,
    );
  const arrived = (amount: number, returned = 0) =>
    part(amount, { result: "success", returnedFen: fen(returned) });

  it("takes everything with the whole payment and its portion with a part of it", () => {
    expect(given(2_000, 2_000, [arrived(510)])).toEqual([510]);
    expect(given(2_000, 500, [arrived(510)])).toEqual([128]);
    expect(given(2_000, 500, [arrived(510, 128)])).toEqual([]);
  });

  it("takes nothing for what went back before anything was shared", () => {
    expect(given(2_000, 500, [arrived(450)], 500)).toEqual([]);
    expect(given(2_000, 1_000, [arrived(450)], 500)).toEqual([150]);
  });

  it("takes nothing of what never arrived", () => {
    expect(given(2_000, 2_000, [part(510, { result: "closed" })])).toEqual([]);
  });
});

describe("whatever happens to a payment", () => {
  const money = fc.integer({ min: 1, max: 100_000_000 });
  const life = fc.record({
    paid: money,
    percent: fc.integer({ min: 1, max: 100 }),
    merchant: fc.integer({ min: -100_000_000, max: 100_000_000 }),
    rider: fc.integer({ min: -100_000_000, max: 100_000_000 }),
    before: fc.array(money, { maxLength: 3 }),
    after: fc.array(money, { maxLength: 5 }),
    arrives: fc.tuple(fc.boolean(), fc.boolean()),
  });

  it("shares and refunds never exceed what was paid, nor shares the ratio", () => {
    fc.assert(
      fc.property(life, ({ paid, percent, merchant, rider, before, after, arrives }) => {
        const refund = (sum: number, wish: number) => sum + Math.min(wish, paid - sum);
        let refunded = before.reduce(refund, 0);
        const dividedFen = fen(paid - refunded);
        const divided = divideShare({
          paidFen: fen(paid),
          refundedFen: fen(refunded),
          maxPercent: percent,
          wanted: wanted(merchant, rider),
        });
        let parts = divided.map((one, i) =>
          part(one.fen, { party: one.party, to: one.to, result: arrives[i] ? "success" : "closed" }),
        );
        const kept = () =>
          parts.reduce((sum, p) => sum + (p.result === "success" ? p.amountFen - p.returnedFen : 0), 0);
        expect(divided.reduce((sum, one) => sum + one.fen, 0)).toBeLessThanOrEqual((paid * percent) / 100);
        expect(kept() + refunded).toBeLessThanOrEqual(paid);
        for (const wish of after) {
          refunded = refund(refunded, wish);
          const back = partsGivenBack({ paidFen: fen(paid), dividedFen, parts }, fen(refunded));
          parts = parts.map((p) => {
            const mine = back.find(({ party }) => party === p.party);
            return mine ? { ...p, returnedFen: fen(p.returnedFen + mine.fen) } : p;
          });
          for (const p of parts) expect(p.returnedFen).toBeLessThanOrEqual(p.amountFen);
          expect(kept() + refunded).toBeLessThanOrEqual(paid);
          if (refunded === paid) expect(kept()).toBe(0);
        }
      }),
    );
  });
});
