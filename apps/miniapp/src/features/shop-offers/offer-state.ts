import type { Outputs } from "@/rpc";

export type ShopOffer = Outputs["merchant"]["offers"][number];
export type OfferState = "coming" | "running" | "over" | "ended";

/** Where an offer is in its life, at this moment (epoch ms). */
export function stateOf({ endedAt, when }: Pick<ShopOffer, "endedAt" | "when">, now: number): OfferState {
  if (endedAt !== null) return "ended";
  if (when.until !== null && when.until <= now) return "over";
  return when.from !== null && when.from > now ? "coming" : "running";
}

const order: readonly OfferState[] = ["running", "coming", "over", "ended"];

/** What runs first, then what will, then what did; each in the order in which it was given. */
export const runningFirst = (offers: readonly ShopOffer[], now: number): ShopOffer[] =>
  order.flatMap((state) => offers.filter((offer) => stateOf(offer, now) === state));
