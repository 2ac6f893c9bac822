import type { OrderId } from "@sanqi/kernel";
import { api, failureOf, type Outputs } from "@/rpc";

type State = Outputs["payments"]["confirmOrder"]["state"];

/** What the platform says about the money of an order; `unknown` includes that nobody could be asked. */
export type Checked = "paid" | "unpaid" | "unknown" | "none";

export function checkedOf(state: State): Checked {
  if (state === "none" || state === "unknown") return state;
  return state === "prepared" || state === "closed" ? "unpaid" : "paid";
}

/** Lets the server ask the platform. A lost answer is no answer: nobody is told "not paid" for want of a network. */
export async function checkPayment(orderId: OrderId): Promise<Checked> {
  try {
    return checkedOf((await api.payments.confirmOrder.mutate({ orderId })).state);
  } catch (error) {
    const { code } = failureOf(error);
    if (code === "NETWORK" || code === "SERVER_UNREADABLE" || code === "PLATFORM_UNAVAILABLE")
      return "unknown";
    throw error;
  }
}
