import type { CouponId } from "@sanqi/kernel";
import { useEffect, useState } from "react";
import { api, type Inputs, type Outputs } from "@/rpc";
import { type Coupon, type Trial, trialOf } from "./coupon-choice";

type Request = Inputs["orders"]["quote"];
type Quote = Outputs["orders"]["quote"];

/** Those that end first; a person with more coupons finds out by choosing one. */
const mostTrials = 8;

/**
 * What each coupon that is not chosen would save, asked of the server in one batch while `open`. A coupon whose question
 * failed is left out: it can be chosen all the same, and the price says what it does.
 */
export function useTrials(
  open: boolean,
  order: { request: Request | null; quote: Quote | null; coupons: readonly Coupon[] },
): ReadonlyMap<CouponId, Trial> {
  const [trials, setTrials] = useState<ReadonlyMap<CouponId, Trial>>(new Map());
  const { request, quote, coupons } = order;
  const text = JSON.stringify(request);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the text is the request, and its quote comes with it
  useEffect(() => {
    if (!open || !request || !quote) return;
    let current = true;
    const chosen = (request.couponIds ?? []) as CouponId[];
    const asked = coupons
      .filter(({ couponId }) => !chosen.includes(couponId))
      .slice(0, mostTrials)
      .map(async (coupon): Promise<[CouponId, Trial][]> => {
        const couponIds = [...chosen, coupon.couponId].slice(-5);
        const withIt = await api.orders.quote.query({ ...request, couponIds });
        return [[coupon.couponId, trialOf(quote, withIt, coupon)]];
      });
    void Promise.all(asked.map((one) => one.catch(() => []))).then((found) => {
      if (current) setTrials(new Map(found.flat()));
    });
    return () => {
      current = false;
    };
  }, [open, text, quote?.amounts.totalFen]);
  return trials;
}
