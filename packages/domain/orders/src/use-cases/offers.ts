import { type CampusId, type Clock, err, type Ids, ok, second } from "@sanqi/kernel";
import { type DiscountRule, offerWords } from "../domain/index.ts";
import type { CouponView, OfferDraft, OfferRow, OfferUseCases } from "./offers-api.ts";
import type { OfferScope, OfferStore, StoredCoupon } from "./offers-ports.ts";

export type OfferDeps = { readonly store: OfferStore; readonly clock: Clock; readonly ids: Ids };

const notFound = err({ kind: "offerNotFound" } as const);

/** Discount rules and coupons: what the order path asks, and the desks of operators and merchants. */
export function createOffers({ store, clock, ids }: OfferDeps): OfferUseCases {
  const running = createRunningRules({ store, clock });
  return {
    async of(campusId, { shopId, accountId, now }) {
      const rules = (await running.of(campusId)).filter((r) => r.shopId === null || r.shopId === shopId);
      // Most orders meet no rule that depends on who orders; they spare the question.
      const personal = rules.some((rule) => rule.needsCoupon || rule.offer.kind === "newCustomer");
      const who = personal ? await store.customer(campusId, accountId, now) : { held: [], isNew: false };
      return { rules, ...who };
    },
    async myCoupons({ campusId, accountId }) {
      const now = clock.now();
      return (await store.coupons(campusId, accountId)).map((coupon) => couponView(coupon, now));
    },
    async list(campusId, scope) {
      return (await store.list(campusId, scope)).map(
        ({ rule, ...rest }): OfferRow => ({ ...rule, ...rest, terms: offerWords(rule.offer) }),
      );
    },
    async save(by, { draft, scope }) {
      if (!isWithin(draft, scope)) return notFound;
      const discountId = draft.discountId ?? ids.next("discount");
      const rule = { ...draft, discountId };
      const at = clock.now();
      if (draft.discountId === null) await store.insert(by, { rule, at });
      else if (!(await store.update(by, { rule, scope, at }))) return notFound;
      running.forget(by.campusId);
      return ok({ discountId });
    },
    async end(by, { discountId, scope }) {
      if (!(await store.end(by, { discountId, scope, at: clock.now() }))) return notFound;
      running.forget(by.campusId);
      return ok({ discountId });
    },
    async giveCoupons(by, { discountId, accountIds, validUntilAt }) {
      const rule = (await store.running(by.campusId)).find((r) => r.discountId === discountId);
      if (!rule?.needsCoupon) return notFound;
      const coupons = [...new Set(accountIds)].map((accountId) => ({
        couponId: ids.next("coupon"),
        accountId,
      }));
      return ok({
        given: await store.give(by, { discountId, coupons, validUntilAt, at: clock.now() }),
      });
    },
    changes: (campusId, wanted) => store.changes(campusId, wanted),
  };
}

/** Shops write rules for themselves that they bear themselves; newcomers are new to the campus, which is not theirs to pay. */
const isWithin = ({ shopId, bearer, offer }: OfferDraft, scope: OfferScope): boolean =>
  scope === null ||
  (shopId !== null && scope.includes(shopId) && bearer === "merchant" && offer.kind !== "newCustomer");

function couponView({ couponId, rule, validUntilAt, usedBy }: StoredCoupon, now: number): CouponView {
  const { discountId, shopId, name, offer } = rule;
  const state = usedBy !== null ? "used" : validUntilAt > now ? "usable" : "expired";
  return { couponId, discountId, shopId, name, terms: offerWords(offer), validUntilAt, state };
}

/** Other processes change rules too: they are read again after this. */
const recheckAfter = 2 * second;

/** The running rules of each campus in memory: what this process changes is seen at once, what another one did after 2 s. */
function createRunningRules({ store, clock }: Pick<OfferDeps, "store" | "clock">) {
  const known = new Map<
    CampusId,
    { readonly at: number; readonly rules: Promise<readonly DiscountRule[]> }
  >();
  return {
    of(campusId: CampusId): Promise<readonly DiscountRule[]> {
      const last = known.get(campusId);
      if (last && clock.now() - last.at < recheckAfter) return last.rules;
      const read = { at: clock.now(), rules: store.running(campusId) };
      known.set(campusId, read);
      // A failed look-up is not remembered.
      read.rules.catch(() => {
        if (known.get(campusId) === read) known.delete(campusId);
      });
      return read.rules;
    },
    forget: (campusId: CampusId) => void known.delete(campusId),
  };
}
