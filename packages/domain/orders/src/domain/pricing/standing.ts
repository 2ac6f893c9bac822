import { chinaWeekday, type Words } from "@sanqi/kernel";
import type { Handover } from "../order.ts";
import type { Candidate } from "./combine.ts";
import { inMinutes } from "./delivery-fee.ts";
import type { PriceRequest } from "./priced-order.ts";
import type { Coupon, DiscountRule, MinuteWindow } from "./rule.ts";

/** How a rule stands to an order before any sum is looked at. "silent": it has nothing to say to this customer. */
export type Standing =
  | { readonly kind: "open"; readonly candidate: Candidate }
  | { readonly kind: "shut"; readonly why: Words }
  | { readonly kind: "silent" };

type Asked = Pick<PriceRequest, "coupons" | "customer" | "handover" | "now">;

const silent: Standing = { kind: "silent" };
const shut = (zh: string, en: string): Standing => ({ kind: "shut", why: { zh, en } });

export function standingOf(rule: DiscountRule, asked: Asked): Standing {
  const { when, offer } = rule;
  const { now, coupons } = asked;
  if ((when.from !== null && now < when.from) || (when.until !== null && now >= when.until)) return silent;
  if (offer.kind === "newCustomer" && !asked.customer.isNew) return silent;
  const held = rule.needsCoupon ? coupons.held.filter((c) => c.discountId === rule.discountId) : [];
  if (rule.needsCoupon && held.length === 0) return silent;
  if (when.handovers.length > 0 && !when.handovers.includes(asked.handover))
    return notThisWay(when.handovers);
  if (when.weekdays.length > 0 && !when.weekdays.includes(chinaWeekday(now)))
    return notThisDay(when.weekdays);
  if (when.minutes && !inMinutes(when.minutes, now)) return notThisHour(when.minutes);
  if (!rule.needsCoupon) return { kind: "open", candidate: { rule, couponId: null } };
  const valid = held.filter((coupon) => now < coupon.validUntilAt);
  if (valid.length === 0) return shut("优惠券已过期", "The coupon has expired");
  const coupon = valid.filter(({ couponId }) => coupons.chosen.includes(couponId)).sort(endingFirst)[0];
  if (!coupon) return shut("选用优惠券后可享", "Choose your coupon to use it");
  return { kind: "open", candidate: { rule, couponId: coupon.couponId } };
}

const endingFirst = (a: Coupon, b: Coupon): number =>
  a.validUntilAt - b.validUntilAt || (a.couponId < b.couponId ? -1 : 1);

const ways: Record<Handover, Words> = {
  delivery: { zh: "外送", en: "delivery" },
  pickup: { zh: "自取", en: "pick-up" },
  table: { zh: "堂食扫码", en: "orders at a table" },
};
const days: readonly Words[] = [
  { zh: "周一", en: "Mon" },
  { zh: "周二", en: "Tue" },
  { zh: "周三", en: "Wed" },
  { zh: "周四", en: "Thu" },
  { zh: "周五", en: "Fri" },
  { zh: "周六", en: "Sat" },
  { zh: "周日", en: "Sun" },
];

function notThisWay(handovers: readonly Handover[]): Standing {
  const named = handovers.map((way) => ways[way]);
  return shut(`仅限${named.map((w) => w.zh).join("、")}`, `Only for ${named.map((w) => w.en).join(" and ")}`);
}

function notThisDay(weekdays: readonly number[]): Standing {
  const named = days.filter((_, at) => weekdays.includes(at + 1));
  return shut(`仅限${named.map((d) => d.zh).join("、")}`, `Only on ${named.map((d) => d.en).join(", ")}`);
}

const clock = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;

function notThisHour({ from, until }: MinuteWindow): Standing {
  const hours = `${clock(from)}–${clock(until)}`;
  return shut(`${hours} 可用`, `Only ${hours}`);
}
