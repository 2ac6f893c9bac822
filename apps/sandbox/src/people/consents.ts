import type { World } from "../world.ts";

type Consent = { readonly host: "weapp" | "alipay"; readonly subject: string; readonly templateId: string };

const keyOf = ({ host, subject, templateId }: Consent): string => `${host}\n${subject}\n${templateId}`;

/** The ledger of one-time consents: each "accept" adds one message, each message takes one. */
export function addConsent(world: World, consent: Consent): void {
  const key = keyOf(consent);
  world.state.grants.set(key, (world.state.grants.get(key) ?? 0) + 1);
  world.touch();
}

export const consentsLeft = (world: World, consent: Consent): number =>
  world.state.grants.get(keyOf(consent)) ?? 0;

/** Takes one; false when none is left. */
export function takeConsent(world: World, consent: Consent): boolean {
  const key = keyOf(consent);
  const left = world.state.grants.get(key) ?? 0;
  if (left === 0) return false;
  if (left === 1) world.state.grants.delete(key);
  else world.state.grants.set(key, left - 1);
  world.touch();
  return true;
}
