import { useLoad } from "@/features/loading";
import { useSession } from "@/features/session";
import { api } from "@/rpc";
import type { Coupon } from "./coupon-choice";

/** The person's coupons, once it is known who that is. */
export function useCoupons() {
  const ready = useSession((state) => state.status === "ready");
  return useLoad<readonly Coupon[] | null>(async () => (ready ? api.orders.coupons.query() : null), [ready]);
}
