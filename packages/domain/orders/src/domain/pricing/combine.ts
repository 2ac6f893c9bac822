import type { CouponId } from "@sanqi/kernel";
import { type Basket, type Left, untouched } from "./basket.ts";
import type { DiscountRule } from "./rule.ts";
import { after, type Take, takeOf } from "./take.ts";

/** A rule that may be applied here and now, with the coupon that it would use up. */
export type Candidate = { readonly rule: DiscountRule; readonly couponId: CouponId | null };
export type Taken = Candidate & { readonly take: Take };

type Combination = { readonly taken: readonly Taken[]; readonly fen: number; readonly coupons: number };
const nothing: Combination = { taken: [], fen: 0, coupons: 0 };

/** Ten rules that lessen each other are searched to the end; of more, the best found after so many steps is kept. */
const mostSteps = 1_024;

/** The declared order: lower numbers first, equal ones by id. */
export const inDeclaredOrder = (a: DiscountRule, b: DiscountRule): number =>
  a.order - b.order || (a.discountId < b.discountId ? -1 : 1);

/**
 * The combination that is best for the customer. Rules are applied in their declared order, each on what the earlier ones
 * left; of a group that excludes its own at most one is applied, and a rule that stands alone only without any other. Among
 * combinations that save the same: the one that uses up fewer coupons, then the one with the earlier rule. The order in which
 * candidates are given does not matter.
 */
export function bestCombination(candidates: readonly Candidate[], basket: Basket): readonly Taken[] {
  const full = untouched(basket);
  const useful = candidates
    .map((candidate) => ({ ...candidate, take: takeOf(candidate.rule.offer, basket, full) }))
    .filter((alone) => alone.take.fen > 0)
    .sort((a, b) => inDeclaredOrder(a.rule, b.rule));
  const best = search(
    useful.filter(({ rule }) => rule.combines === "combinable"),
    basket,
    full,
  );
  return useful.reduce((winner, alone) => better(winner, plus(nothing, alone)), best).taken;
}

const plus = (combination: Combination, taken: Taken): Combination => ({
  taken: [...combination.taken, taken],
  fen: combination.fen + taken.take.fen,
  coupons: combination.coupons + (taken.couponId === null ? 0 : 1),
});

const better = (a: Combination, b: Combination): Combination =>
  b.fen > a.fen || (b.fen === a.fen && b.coupons < a.coupons) ? b : a;

/** Takes before it leaves, so the first of equal combinations is the one with the earlier rules. */
function search(useful: readonly Taken[], basket: Basket, full: Left): Combination {
  // No rule saves more than it does alone: what all the later ones could still add.
  const still = useful.map((_, at) => useful.slice(at).reduce((sum, { take }) => sum + take.fen, 0));
  let best = nothing;
  let steps = 0;
  const visit = (at: number, left: Left, sofar: Combination): void => {
    best = better(best, sofar);
    const candidate = useful[at];
    const hopeless = better(best, { ...sofar, fen: sofar.fen + (still[at] ?? 0) }) === best;
    if (!candidate || hopeless || steps >= mostSteps) return;
    steps += 1;
    const { rule, couponId } = candidate;
    const open = rule.excludes === null || sofar.taken.every((t) => t.rule.excludes !== rule.excludes);
    const take = open ? takeOf(rule.offer, basket, left) : null;
    if (take && take.fen > 0) visit(at + 1, after(left, take), plus(sofar, { rule, couponId, take }));
    visit(at + 1, left, sofar);
  };
  visit(0, full, nothing);
  return best;
}
