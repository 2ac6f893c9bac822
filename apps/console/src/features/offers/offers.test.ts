import { toId } from "@sanqi/kernel";
import { offerWords } from "@sanqi/orders";
import { describe, expect, it } from "vitest";
import { emptyForm, momentField, type OfferForm, toForm } from "./form.ts";
import { applyOfferFilters, offerState, readOfferFilters, writeOfferFilters } from "./offer-states.ts";
import { type OfferDraft, readForm } from "./read-form.ts";
import type { Offer } from "./use-offers.ts";
import { ruleWords, weekdaysWords } from "./when-words.ts";

const shopId = toId("shop", `shp_${"0".repeat(20)}`);
const dishId = toId("dish", `dsh_${"0".repeat(20)}`);
const discountId = toId("discount", `dsc_${"0".repeat(20)}`);
const noon = Date.UTC(2026, 10, 22, 4);
const named: OfferForm = { ...emptyForm, nameZh: "测试" };

const draftOf = (form: OfferForm): OfferDraft => {
  const read = readForm(form);
  if (!read.ok) throw new Error(read.problems.map((problem) => problem.en).join("; "));
  return read.draft;
};
const problemsOf = (form: OfferForm) => {
  const read = readForm(form);
  return read.ok ? [] : read.problems.map((problem) => problem.en);
};
/** A draft as the server gives it back. */
const saved = (draft: OfferDraft): Offer => ({
  ...(draft as unknown as Offer),
  discountId,
  terms: offerWords(draft.offer as Offer["offer"]),
  updatedAt: noon,
  endedAt: null,
  coupons: { given: 0, used: 0 },
});

describe("a rule's form", () => {
  const forms: [string, OfferForm][] = [
    [
      "threshold",
      {
        ...named,
        steps: [
          { from: "30", off: "5" },
          { from: "60", off: "12.50" },
        ],
      },
    ],
    ["percentage", { ...named, kind: "percentage", from: "20", percentOff: 15, cap: "8.50" }],
    ["special price", { ...named, kind: "perItem", dishIds: [dishId], off: "9.90", maxPortions: 2 }],
    [
      "off a dish",
      { ...named, kind: "perItem", dishIds: [dishId], special: false, off: "3.00", maxPortions: 1 },
    ],
    ["newcomers", { ...named, kind: "newCustomer", off: "6" }],
    ["free delivery", { ...named, kind: "deliveryFee", from: "25" }],
    ["cheaper delivery", { ...named, kind: "deliveryFee", freeDelivery: false, off: "1" }],
    [
      "everything else",
      {
        ...named,
        steps: [{ from: "30", off: "5" }],
        nameEn: "Test",
        shopId,
        bearer: "merchant",
        begins: "2026-11-22T08:00",
        ends: "2026-12-01T00:00",
        weekdays: [1, 2, 3],
        minutesFrom: "11:00",
        minutesUntil: "24:00",
        handovers: ["pickup"],
        needsCoupon: true,
        order: 7,
        excludes: "lunch",
        alone: true,
      },
    ],
  ];

  it.each(forms)("comes back from the rule as it was typed: %s", (_name, form) => {
    const again = toForm(saved(draftOf(form)));
    expect(draftOf({ ...again, discountId: null })).toEqual(draftOf(form));
  });

  it("reads money without a float", () => {
    expect(draftOf({ ...named, steps: [{ from: "29.9", off: "0.07" }] }).offer).toEqual({
      kind: "threshold",
      steps: [{ fromFen: 2990, offFen: 7 }],
    });
  });

  it("says everything that is missing or wrong", () => {
    expect(problemsOf(emptyForm)).toEqual([
      "The Chinese name is missing",
      "The amount from which it holds is missing",
      "The amount off is missing",
    ]);
    expect(problemsOf({ ...named, steps: [{ from: "5", off: "6" }] })).toEqual([
      "No more off than there is to pay",
    ]);
    expect(problemsOf({ ...named, steps: [{ from: "5 yuan", off: "1" }] })).toHaveLength(1);
    expect(problemsOf({ ...named, bearer: "merchant", kind: "deliveryFee" })).toEqual([
      "Borne by the shop: choose which",
    ]);
    expect(problemsOf({ ...named, kind: "percentage", percentOff: 12.5 })).toHaveLength(1);
    expect(problemsOf({ ...named, kind: "perItem" })).toContain("Choose the dishes");
    expect(problemsOf({ ...named, kind: "deliveryFee", minutesFrom: "11:00" })).toHaveLength(1);
    expect(
      problemsOf({ ...named, kind: "deliveryFee", begins: "2026-11-22T08:00", ends: "2026-11-22T08:00" }),
    ).toEqual(["It ends before it begins"]);
  });

  it("keeps moments on China's clock", () => {
    expect(momentField(noon)).toBe("2026-11-22T12:00");
    expect(draftOf({ ...named, kind: "deliveryFee", begins: "2026-11-22T12:00" }).when.from).toBe(noon);
  });
});

describe("a rule in plain words", () => {
  it("says what, who bears it and when", () => {
    const draft = draftOf({
      ...named,
      steps: [{ from: "30", off: "5" }],
      shopId,
      bearer: "merchant",
      weekdays: [5, 1, 2, 3, 4],
      minutesFrom: "11:00",
      minutesUntil: "13:00",
    });
    expect(ruleWords(saved(draft))).toEqual({
      zh: "满30减5 · 商家承担 · 周一至周五 11:00–13:00",
      en: "¥5 off from ¥30 · borne by the shop · Mon–Fri 11:00–13:00",
    });
  });

  it("names weekdays as people do", () => {
    expect(weekdaysWords([]).zh).toBe("每天");
    expect(weekdaysWords([1, 2, 3, 4, 5, 6, 7]).zh).toBe("每天");
    expect(weekdaysWords([7, 6]).zh).toBe("周六、周日");
    expect(weekdaysWords([1, 3, 5]).zh).toBe("周一、周三、周五");
  });
});

describe("the list of rules", () => {
  const offer = (change: Partial<Offer>) =>
    ({ ...saved(draftOf({ ...named, kind: "deliveryFee" })), ...change }) as Offer;
  const when = offer({}).when;

  it("knows how a rule stands", () => {
    expect(offerState(offer({}), noon)).toBe("running");
    expect(offerState(offer({ when: { ...when, from: noon + 1 } }), noon)).toBe("coming");
    expect(offerState(offer({ when: { ...when, until: noon } }), noon)).toBe("over");
    expect(offerState(offer({ endedAt: noon }), noon)).toBe("ended");
  });

  it("filters by what stands in the address, running ones first", () => {
    const filters = { state: null, kind: "deliveryFee", shopId: null } as const;
    expect(readOfferFilters(writeOfferFilters(filters))).toEqual(filters);
    const rules = [offer({ endedAt: noon, order: 1 }), offer({ order: 9 }), offer({ order: 2 })];
    expect(applyOfferFilters(rules, filters, noon).map((one) => one.order)).toEqual([2, 9, 1]);
    expect(applyOfferFilters(rules, { ...filters, state: "ended" }, noon)).toHaveLength(1);
    expect(applyOfferFilters(rules, { ...filters, kind: "threshold" }, noon)).toEqual([]);
  });
});
