import type { OrderId } from "@sanqi/kernel";
import { type PaidHow, payOrder } from "@/features/orders/pay-order";
import { useSession } from "@/features/session";
import { host } from "@/platform/host";
import { askConsent } from "@/platform/notify";
import { api, failureOf, type Inputs, type Outputs } from "@/rpc";

/** Asks for order messages as the host wants it: straight from the tap. Declining, or a lost answer, never stops an order. */
export async function askForMessages(): Promise<void> {
  const { config } = useSession.getState();
  const templateIds = config?.templates[host.name] ?? [];
  if (!config || templateIds.length === 0) return;
  const { accepted } = await askConsent(config, templateIds);
  if (accepted.length > 0)
    await api.notifications.grant.mutate({ templateIds: accepted }).catch(() => undefined);
}

const attempts = 3;
/** Longer than this nobody looks at a queue; the key stays, so that another tap goes on with the same order. */
const longestQueueMs = 90_000;

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** Seconds after which the server wants to be asked again, where it has too many orders; null for every other failure. */
function queueOf(error: unknown): number | null {
  const { code, detail } = failureOf(error);
  const seconds = (detail as { retryAfterSeconds?: unknown } | null)?.retryAfterSeconds;
  return code === "ORDERS_BUSY" && typeof seconds === "number" ? seconds : null;
}

/**
 * Places with one key: an answer that got lost on the way is asked for again, and a server that has too many orders is asked
 * again when it says so (`queued` is told the seconds, then null). Throws what the server refuses.
 */
export async function placeOrder(
  order: Inputs["orders"]["place"],
  queued: (seconds: number | null) => void,
): Promise<Outputs["orders"]["place"]> {
  let lost = 0;
  let waited = 0;
  for (;;) {
    try {
      return await api.orders.place.mutate(order);
    } catch (error) {
      const seconds = queueOf(error);
      if (seconds === null) {
        lost += 1;
        if (failureOf(error).code !== "NETWORK" || lost === attempts) throw error;
        continue;
      }
      waited += seconds * 1000;
      if (waited > longestQueueMs) throw error;
      queued(seconds);
      await pause(seconds * 1000);
      queued(null);
    }
  }
}

/** The order stands already, so whatever goes wrong here is shown on its page, where it can be paid again. */
export async function payPlaced(orderId: OrderId, title: string): Promise<PaidHow> {
  return payOrder(orderId, title).catch(() => "failed");
}
