import { fen } from "@sanqi/kernel";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readTerms, termsForm } from "./campus-terms.ts";
import { payeeOf } from "./payees.ts";
import { daysProblem, periodText, presetDays, readDays } from "./periods.ts";
import { parsePercent, percentText } from "./permille.ts";
import { shopTermsNow } from "./shop-terms.ts";
import type { Terms } from "./use-ledger.ts";

/** 12:00 in China on a Sunday. */
const now = Date.UTC(2026, 10, 22, 4);

describe("per cent", () => {
  it("comes back from its text", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1000 }), (permille) => {
        expect(parsePercent(percentText(permille))).toBe(permille);
      }),
    );
  });
  it("is refused where it is none, too fine or above the whole", () => {
    for (const bad of ["", "abc", "8.55%", "100.1", "-1", "1e2"]) expect(parsePercent(bad)).toBeUndefined();
    expect(parsePercent(" 8.5 ")).toBe(85);
  });
});

describe("the days of a statement", () => {
  it("are usual weeks and months on China's calendar", () => {
    const of = (en: string) => {
      const preset = presetDays(now).find((one) => one.en === en);
      return preset && [preset.from, preset.to];
    };
    expect(of("Today")).toEqual(["2026-11-22", "2026-11-22"]);
    expect(of("This week")).toEqual(["2026-11-16", "2026-11-22"]);
    expect(of("Last week")).toEqual(["2026-11-09", "2026-11-15"]);
    expect(of("This month")).toEqual(["2026-11-01", "2026-11-22"]);
    expect(of("Last month")).toEqual(["2026-10-01", "2026-10-31"]);
  });

  it("are refused where they make no period, and an address with such days means this week", () => {
    expect(daysProblem({ from: "2026-11-22", to: "2026-11-21" })?.en).toBe("It ends before it begins");
    expect(daysProblem({ from: "2026-08-01", to: "2026-11-22" })?.en).toBe("At most 92 days");
    expect(daysProblem({ from: "2026-08-23", to: "2026-11-22" })).toBeNull();
    expect(readDays(new URLSearchParams("from=yesterday"), now)).toEqual({
      from: "2026-11-16",
      to: "2026-11-22",
    });
  });

  it("read short", () => {
    expect(periodText("2026-11-16..2026-11-22")).toBe("11-16 – 11-22");
    expect(periodText("2026-11-22..2026-11-22")).toBe("11-22");
  });
});

describe("terms", () => {
  const terms: Terms["now"] = {
    commissionPermille: 85,
    riderSharePermille: 1000,
    riderMinimumFen: fen(250),
    payoutEvery: "week",
    payoutMinimumFen: fen(100),
  };

  it("come back from the form as they went in", () => {
    expect(readTerms(termsForm(terms))).toEqual({ terms, validFrom: null });
    expect(readTerms({ ...termsForm(terms), from: "2026-12-01T00:00" })?.validFrom).toBe(
      Date.UTC(2026, 10, 30, 16),
    );
  });

  it("are not read while a field is wrong", () => {
    expect(readTerms({ ...termsForm(terms), commission: "much" })).toBeNull();
    expect(readTerms({ ...termsForm(terms), payoutMinimum: "0" })).toBeNull();
    expect(readTerms({ ...termsForm(terms), riderMinimum: "-1" })).toBeNull();
  });

  it("of a shop are the newest that hold already", () => {
    const change = (validFrom: number, commissionPermille: number | null) =>
      ({ shopId: "shp_1", validFrom, terms: { commissionPermille } }) as Terms["shops"][number];
    const changes = [change(1, 50), change(5, 80), change(now + 1, 20)];
    expect(shopTermsNow(changes, "shp_1", now)).toBe(80);
    expect(shopTermsNow([...changes, change(6, null)], "shp_1", now)).toBeNull();
    expect(shopTermsNow(changes, "shp_2", now)).toBeNull();
  });
});

describe("payees", () => {
  it("are shops and riders, nobody else", () => {
    const shop = `shp_${"0".repeat(20)}`;
    const rider = `acc_${"0".repeat(20)}`;
    expect(payeeOf(`merchant:${shop}`)).toEqual({ kind: "merchant", shopId: shop });
    expect(payeeOf(`rider:${rider}`)).toEqual({ kind: "rider", accountId: rider });
    for (const other of ["", "bank", "channel:alipay", `merchant:${rider}`])
      expect(payeeOf(other)).toBeNull();
  });
});
