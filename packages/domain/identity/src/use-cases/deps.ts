import { hash, timingSafeEqual } from "node:crypto";
import type { Clock, Ids } from "@sanqi/kernel";
import type { CampusDirectory, HostLogins, IdentityStore, PasswordHasher } from "./ports.ts";
import type { SessionCache } from "./session-cache.ts";

export type IdentityDeps = {
  readonly store: IdentityStore;
  readonly logins: HostLogins;
  readonly campuses: CampusDirectory;
  readonly passwords: PasswordHasher;
  readonly clock: Clock;
  readonly ids: Ids;
  /** Fills an array with random bytes, for secrets: `crypto.getRandomValues`. */
  readonly random: (bytes: Uint8Array) => unknown;
};
/** What each use-case is given. */
export type Desk = IdentityDeps & { readonly cache: SessionCache };

export const sha256 = (text: string): Uint8Array => hash("sha256", text, "buffer");
export const sameBytes = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && timingSafeEqual(a, b);
export function randomBytes(desk: Desk, count: number): Uint8Array {
  const bytes = new Uint8Array(count);
  desk.random(bytes);
  return bytes;
}
