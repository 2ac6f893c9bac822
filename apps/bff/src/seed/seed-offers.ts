import { type AccountId, day, fen } from "@sanqi/kernel";
import type { Caller, OfferDraft, OfferUseCases } from "@sanqi/orders/use-cases";
import type { DemoIds } from "./demo-ids.ts";

type Demo = {
  readonly ids: DemoIds;
  readonly students: readonly AccountId[];
  readonly now: number;
  readonly by: Omit<Caller, "campusId">;
};

const always: OfferDraft["when"] = { from: null, until: null, weekdays: [], minutes: null, handovers: [] };
const open = {
  discountId: null,
  when: always,
  needsCoupon: false,
  excludes: null,
  combines: "combinable",
} as const;
/** Of what the platform gives away an order takes one. */
const gift = { ...open, shopId: null, bearer: "platform", excludes: "platform-gift" } as const;

const drafts = ({ shops, dishes }: DemoIds): readonly OfferDraft[] => [
  {
    ...open,
    name: { zh: "午间特价牛丼", en: "Lunchtime gyudon" },
    shopId: shops.of("bento"),
    bearer: "merchant",
    offer: {
      kind: "perItem",
      dishIds: [dishes.of("bento/gyudon")],
      price: { kind: "special", priceFen: fen(1590) },
      maxPortions: 2,
    },
    when: { ...always, weekdays: [1, 2, 3, 4, 5], minutes: { from: 10 * 60 + 30, until: 13 * 60 + 30 } },
    order: 10,
  },
  {
    ...open,
    name: { zh: "川味小馆满减", en: "Sichuan Kitchen: spend and save" },
    shopId: shops.of("sichuan"),
    bearer: "merchant",
    offer: {
      kind: "threshold",
      steps: [
        { fromFen: fen(3000), offFen: fen(500) },
        { fromFen: fen(6000), offFen: fen(1200) },
      ],
    },
    order: 20,
  },
  {
    ...gift,
    name: { zh: "新客立减", en: "Welcome" },
    offer: { kind: "newCustomer", fromFen: fen(1500), offFen: fen(300) },
    order: 30,
  },
  {
    ...gift,
    name: { zh: "开学午餐券", en: "Back-to-campus coupon" },
    offer: { kind: "threshold", steps: [{ fromFen: fen(2000), offFen: fen(400) }] },
    needsCoupon: true,
    order: 40,
  },
];

/** A few offers of each kind, and a coupon for every student of the demo. What is there is left alone, ended ones too. */
export async function seedOffers(offers: OfferUseCases, { ids, students, now, by }: Demo): Promise<void> {
  const { campusId } = ids;
  const author = { ...by, campusId };
  const there = new Map(
    (await offers.list(campusId, null)).map(({ name, discountId }) => [name.zh, discountId]),
  );
  for (const draft of drafts(ids)) {
    if (there.has(draft.name.zh)) continue;
    const saved = await offers.save(author, { draft, scope: null });
    if (!saved.ok) throw new Error(`${draft.name.en}: ${saved.error.kind}`);
    if (!draft.needsCoupon) continue;
    const gift = { ...saved.value, accountIds: students, validUntilAt: now + 30 * day };
    const given = await offers.giveCoupons(author, gift);
    if (!given.ok) throw new Error(`${draft.name.en}: ${given.error.kind}`);
  }
}
