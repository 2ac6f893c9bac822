import { err, ok, type Result } from "@sanqi/kernel";
import type { IdentityError } from "./identity.ts";
import { canonicalUsername } from "./login-attempts.ts";

/** Characters that people count, not UTF-16 units. */
const shortestPassword = 10;

/**
 * A password that somebody chose while joining the console: long enough, and not the user name in another spelling.
 * @param name the canonical user name
 */
export function checkJoinPassword(
  name: string,
  password: string,
): Result<null, Extract<IdentityError, { kind: "passwordWeak" }>> {
  const weak = Array.from(password).length < shortestPassword || canonicalUsername(password) === name;
  return weak ? err({ kind: "passwordWeak" }) : ok(null);
}
