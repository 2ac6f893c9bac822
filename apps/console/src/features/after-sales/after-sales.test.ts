import { fen, hour, toId } from "@sanqi/kernel";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { claimed, readDraft, verdictEffects, wholeOrder } from "./decision.ts";
import { applyCaseFilters, isOverdue, readCaseFilters, writeCaseFilters } from "./filters.ts";
import type { Case } from "./use-after-sales.ts";

const now = Date.UTC(2026, 10, 22, 4);
const line = (quantity: number) =>
  ({ name: "水饺", nameEn: "Dumplings", quantity, totalFen: fen(0) }) as Case["lines"][number];
const paid = (key: string, all: number, left = all) => ({ key, fen: fen(all), refundableFen: fen(left) });
const paidLines = [paid("0", 2000), paid("1", 1001, 500), paid("packing", 100), paid("delivery", 300, 0)];

function complaint(change: Partial<Case["afterSale"]> = {}, other: Partial<Case> = {}): Case {
  const afterSale = {
    afterSaleId: toId("afterSale", `asl_${"0".repeat(20)}`),
    state: "opened",
    reason: "missing",
    items: [],
    openedAt: now - hour,
    ...change,
  } as unknown as Case["afterSale"];
  const shopId = toId("shop", `shp_${"0".repeat(20)}`);
  return { afterSale, shopId, lines: [line(2), line(1)], paidLines, answerBy: now + hour, ...other } as Case;
}

describe("money back by line", () => {
  it("adds up what is typed and leaves the rest alone", () => {
    expect(readDraft({ "0": "12.50", packing: "1", "1": "" }, paidLines)).toEqual({
      parts: [
        { key: "0", fen: 1250 },
        { key: "packing", fen: 100 },
      ],
      sumFen: 1350,
      wrong: [],
    });
  });

  it("refuses what is no amount, negative, or more than is left", () => {
    for (const text of ["abc", "-1", "5.01", "1.234"])
      expect(readDraft({ "1": text }, paidLines)).toEqual({ parts: [], sumFen: 0, wrong: ["1"] });
  });

  it("gives back at most what is left, whatever is typed", () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom("0", "1", "packing", "delivery", "7"), fc.string()),
        (draft) => {
          const { parts, sumFen } = readDraft(draft, paidLines);
          const left = new Map<string, number>(paidLines.map((one) => [one.key, one.refundableFen]));
          expect(parts.every((part) => part.fen > 0 && part.fen <= (left.get(part.key) ?? 0))).toBe(true);
          expect(parts.reduce((sum, part) => sum + part.fen, 0)).toBe(sumFen);
        },
      ),
    );
  });

  it("begins with the portions that were complained about, or with the delivery where it was late", () => {
    expect(claimed(complaint({ items: [{ line: 0, quantity: 1 }] }))).toEqual({ "0": "10.00" });
    expect(claimed(complaint({ items: [{ line: 1, quantity: 1 }] }))).toEqual({ "1": "5.00" });
    const late = complaint({ reason: "late" }, { paidLines: [paid("0", 2000), paid("delivery", 300)] });
    expect(claimed(late)).toEqual({ delivery: "3.00" });
  });

  it("can be the whole order, of which nothing then is left", () => {
    const { sumFen, wrong } = readDraft(wholeOrder(paidLines), paidLines);
    expect([sumFen, wrong]).toEqual([2600, []]);
  });

  it("says what a decision will do", () => {
    expect(verdictEffects(fen(250), "rider").map((effect) => effect.zh)).toContain("从骑手的收入里扣 ¥2.50");
    expect(verdictEffects(fen(0), "merchant")[0]?.zh).toContain("一分不退");
  });
});

describe("the desk's list", () => {
  it("knows a kitchen that has not answered in time", () => {
    expect(isOverdue(complaint({}, { answerBy: now - 1 }), now)).toBe(true);
    expect(isOverdue(complaint({ state: "answered" }, { answerBy: now - 1 }), now)).toBe(false);
  });

  it("puts what waits for the desk first, oldest first, and closed ones last, newest first", () => {
    const cases = [
      complaint({ state: "closed", openedAt: 1 }),
      complaint({ state: "closed", openedAt: 2 }),
      complaint({ openedAt: 3 }),
      complaint({ state: "answered", openedAt: 5 }),
      complaint({ openedAt: 4 }, { answerBy: now - 1 }),
    ];
    const all = { all: true, due: false, reason: null, shopId: null };
    expect(applyCaseFilters(cases, all, now).map((one) => one.afterSale.openedAt)).toEqual([4, 5, 3, 2, 1]);
    expect(applyCaseFilters(cases, { ...all, due: true }, now)).toHaveLength(2);
    expect(applyCaseFilters(cases, { ...all, reason: "late" }, now)).toEqual([]);
  });

  it("keeps its filters in the address", () => {
    const filters = { all: true, due: true, reason: "bad", shopId: "shp_1" } as const;
    expect(readCaseFilters(writeCaseFilters(filters))).toEqual(filters);
    expect(readCaseFilters(new URLSearchParams("reason=cold"))).toEqual({
      all: false,
      due: false,
      reason: null,
      shopId: null,
    });
  });
});
