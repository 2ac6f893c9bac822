import type { OrderId } from "@sanqi/kernel";
import { usePaymentStatus } from "@/features/pay-code/payment-status";
import { useSession } from "@/features/session";
import { pay } from "@/platform/pay";
import { api, failureOf, newKey, type Outputs } from "@/rpc";

/**
 * `pending`: the money may have moved and the platform has not said so yet; the order page will show it. `paused`: the
 * server gives the platform a rest, and nothing was opened.
 */
export type PaidHow = "paid" | "cancelled" | "failed" | "pending" | "paused";

/** One key per order or code until an attempt fails for good: repeating a payment must reopen the same one. */
const keys = new Map<string, string>();

async function confirmed(paymentId: string): Promise<boolean | null> {
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

type Cashier = Pick<Outputs["payments"]["prepare"], "paymentId" | "params" | "amountFen">;

/**
 * Prepares, opens the host's cashier and lets the server ask the platform how it ended. The cashier's own word is never
 * proof. Throws what `prepare` refuses (for example ORDER_NOT_PAYABLE).
 * @param what names the thing that is paid for; the same name keeps its key
 */
export async function payThrough(
  what: string,
  title: string,
  prepare: (key: string) => Promise<Cashier>,
): Promise<PaidHow> {
  const { config } = useSession.getState();
  if (!config) return "failed";
  const key = keys.get(what) ?? newKey();
  keys.set(what, key);
  const prepared = await prepare(key).catch((error: unknown) => {
    if (failureOf(error).code === "PAYMENT_PAUSED") return null;
    throw error;
  });
  if (!prepared) {
    void usePaymentStatus.getState().reload();
    return "paused";
  }
  const { paymentId, params, amountFen } = prepared;
  const outcome = await pay({ params, amountFen, title, config });
  if (outcome === "cancelled") return "cancelled";
  const taken = await confirmed(paymentId).catch(() => null);
  if (taken) {
    keys.delete(what);
    return "paid";
  }
  if (taken === null || outcome === "paid" || outcome === "unknown") return "pending";
  keys.delete(what);
  return "failed";
}

/** Pays the caller's own order. */
export const payOrder = (orderId: OrderId, title: string): Promise<PaidHow> =>
  payThrough(orderId, title, (key) => api.payments.prepare.mutate({ orderId, key }));
