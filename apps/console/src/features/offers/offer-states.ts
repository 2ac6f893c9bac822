import type { Words } from "@sanqi/kernel";
import type { Tone } from "../../ui/pill.tsx";
import type { OfferKind } from "./form.ts";
import { kindNames } from "./kinds.ts";
import type { Offer } from "./use-offers.ts";

/** How a rule stands now: it runs, its time has not come, its time is over, or somebody ended it. */
export type OfferState = "running" | "coming" | "over" | "ended";

export const offerStates: Readonly<Record<OfferState, Words & { readonly tone: Tone }>> = {
  running: { zh: "进行中", en: "Running", tone: "success" },
  coming: { zh: "未开始", en: "Not yet", tone: "info" },
  over: { zh: "已过期", en: "Over", tone: "idle" },
  ended: { zh: "已结束", en: "Ended", tone: "idle" },
};
export const offerStateNames = Object.keys(offerStates) as OfferState[];

export function offerState({ endedAt, when }: Pick<Offer, "endedAt" | "when">, now: number): OfferState {
  if (endedAt !== null) return "ended";
  if (when.until !== null && now >= when.until) return "over";
  return when.from !== null && now < when.from ? "coming" : "running";
}

/** What of the rules is shown; all of it stands in the address. */
export type OfferFilters = {
  readonly state: OfferState | null;
  readonly kind: OfferKind | null;
  readonly shopId: string | null;
};

export const readOfferFilters = (address: URLSearchParams): OfferFilters => ({
  state: offerStateNames.find((name) => name === address.get("state")) ?? null,
  kind: kindNames.find((name) => name === address.get("kind")) ?? null,
  shopId: address.get("shop"),
});

export function writeOfferFilters({ state, kind, shopId }: OfferFilters): URLSearchParams {
  const address = new URLSearchParams();
  if (state) address.set("state", state);
  if (kind) address.set("kind", kind);
  if (shopId) address.set("shop", shopId);
  return address;
}

/** Those that match, the running ones first, then in the order in which they are applied. */
export function applyOfferFilters(offers: readonly Offer[], filters: OfferFilters, now: number): Offer[] {
  const { state, kind, shopId } = filters;
  const rank = (offer: Offer) => offerStateNames.indexOf(offerState(offer, now));
  return offers
    .filter(
      (offer) =>
        (!state || offerState(offer, now) === state) &&
        (!kind || offer.offer.kind === kind) &&
        (!shopId || offer.shopId === shopId),
    )
    .sort((a, b) => rank(a) - rank(b) || a.order - b.order);
}
