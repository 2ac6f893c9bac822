import type { OrderId } from "@sanqi/kernel";
import { type PaidHow, payOrder } from "@/features/orders/pay-order";
import { useSession } from "@/features/session";
import { host } from "@/platform/host";
import { askConsent } from "@/platform/notify";
import { api, failureOf, type Inputs } from "@/rpc";

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

/** Places with one key; an answer that got lost on the way is asked for again with the same key. Throws what the server refuses. */
export async function placeOrder(order: Inputs["orders"]["place"]) {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await api.orders.place.mutate(order);
    } catch (error) {
      if (failureOf(error).code !== "NETWORK" || attempt === attempts) throw error;
    }
  }
}

/** The order stands already, so whatever goes wrong here is shown on its page, where it can be paid again. */
export async function payPlaced(orderId: OrderId, title: string): Promise<PaidHow> {
  return payOrder(orderId, title).catch(() => "failed");
}
