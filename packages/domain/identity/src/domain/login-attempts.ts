import { err, minute, ok, type Result } from "@sanqi/kernel";
import type { IdentityError } from "./identity.ts";

/** Failed console log-ins of one user name from one address since `sinceAt`. */
export type Attempts = { readonly count: number; readonly sinceAt: number };

export const attemptLimit = 5;
export const attemptWindow = 15 * minute;

/**
 * Counts an attempt before its password is looked at, so that a hundred at the same instant are no way around the limit;
 * a success clears the count.
 */
export function countAttempt(
  before: Attempts | null,
  now: number,
): Result<Attempts, Extract<IdentityError, { kind: "tooManyAttempts" }>> {
  if (!before || now - before.sinceAt >= attemptWindow) return ok({ count: 1, sinceAt: now });
  if (before.count >= attemptLimit)
    return err({ kind: "tooManyAttempts", retryAt: before.sinceAt + attemptWindow });
  return ok({ count: before.count + 1, sinceAt: before.sinceAt });
}

/** User names are compared without regard to case and width. */
export const canonicalUsername = (username: string): string =>
  username.normalize("NFKC").trim().toLowerCase();

/**
 * What counts as one address: an IPv4 address, or the first 64 bits of an IPv6 address, because one subscriber owns all
 * the rest of it.
 */
export function addressKey(address: string): string {
  const plain = (address.split("%", 1)[0] ?? "").toLowerCase();
  const mapped = /^(?:::ffff:)?(\d+\.\d+\.\d+\.\d+)$/.exec(plain)?.[1];
  if (mapped) return mapped;
  if (!plain.includes(":")) return plain.slice(0, 64);
  const [head = "", tail] = plain.split("::", 2);
  const groups = head === "" ? [] : head.split(":");
  const after = tail ? tail.split(":") : [];
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - groups.length - after.length);
  const all = [...groups, ...Array.from({ length: zeros }, () => "0"), ...after];
  return `${all
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ""))
    .join(":")
    .slice(0, 40)}::/64`;
}
