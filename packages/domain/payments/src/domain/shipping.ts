import { day, minute, second } from "@sanqi/kernel";

/** How the goods reach the buyer, as the platform asks it: by a rider, or fetched by the buyer. */
export type ShippingKind = "sameCity" | "selfPickup";

/** `requested` until the platform has answered for good. */
export type ShippingState = "requested" | "done" | "refused";

/** What an upload's answer means. `later`: busy, lost, or the platform does not know the order yet. */
export type ShippingTold =
  | { readonly kind: "done" }
  | { readonly kind: "later"; readonly code: string }
  | { readonly kind: "refused"; readonly code: string };

const waits = [5 * second, 15 * second, minute, 5 * minute, 15 * minute, 60 * minute];
/** The platform holds money back and warns for what is not uploaded within days; a person must look before. */
const patience = day;

/**
 * What becomes of an upload. Unanswered ones are tried ever more rarely; `late` turns true once in an upload's life, when it
 * has waited for a day and a person should look.
 * @param tried how often it was tried before
 */
export function afterUpload(
  told: ShippingTold,
  { tried, requestedAt, triedAt, now }: { tried: number; requestedAt: number; triedAt: number; now: number },
): { state: ShippingState; code: string | null; tryAt: number | null; late: boolean } {
  if (told.kind === "done") return { state: "done", code: null, tryAt: null, late: false };
  if (told.kind === "refused") return { state: "refused", code: told.code, tryAt: null, late: false };
  const wait = waits[Math.min(tried, waits.length - 1)] ?? 60 * minute;
  const due = requestedAt + patience;
  return { state: "requested", code: told.code, tryAt: now + wait, late: triedAt < due && now >= due };
}
