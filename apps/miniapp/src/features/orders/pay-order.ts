import type { OrderId } from "@sanqi/kernel";
import { useSession } from "@/features/session";
import { pay } from "@/platform/pay";
import { api, failureOf, newKey } from "@/rpc";

/** `pending`: the money may have moved and the platform has not said so yet; the order page will show it. */
export type PaidHow = "paid" | "cancelled" | "failed" | "pending";

/** One key per order until an attempt fails for good: repeating a payment must reopen the same one. */
const keys = new Map<OrderId, string>();

async function confirmed(
  paymentId: Parameters<typeof api.payments.confirm.mutate>[0]["paymentId"],
): Promise<boolean | null> {
  for (let attempt = 0; attempt < 3; attempt += 1) {
    try {
      const { state } = await api.payments.confirm.mutate({ paymentId });
      if (state !== "unknown") return state !== "prepared" && state !== "closed";
    } catch (error) {
      if (failureOf(error).code !== "NETWORK") throw error;
    }
  }
  return null;
}

/**
 * Prepares, opens the host's cashier and lets the server ask the platform how it ended. The cashier's own word is never
 * proof. Throws what `prepare` refuses (for example ORDER_NOT_PAYABLE).
 */
export async function payOrder(orderId: OrderId, title: string): Promise<PaidHow> {
  const { config } = useSession.getState();
  if (!config) return "failed";
  const key = keys.get(orderId) ?? newKey();
  keys.set(orderId, key);
  const { paymentId, params, amountFen } = await api.payments.prepare.mutate({ orderId, key });
  const outcome = await pay({ params, amountFen, title, config });
  if (outcome === "cancelled") return "cancelled";
  const taken = await confirmed(paymentId).catch(() => null);
  if (taken) {
    keys.delete(orderId);
    return "paid";
  }
  if (taken === null || outcome === "paid" || outcome === "unknown") return "pending";
  keys.delete(orderId);
  return "failed";
}
