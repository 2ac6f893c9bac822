import { err, ok } from "@sanqi/kernel";
import { addressKey, attemptLimit, canonicalUsername, isOperator } from "../domain/index.ts";
import type { IdentityUseCases } from "./api.ts";
import { countConsoleAttempt } from "./count-console-attempt.ts";
import { type Desk, randomBytes, sha256 } from "./deps.ts";
import { openSession } from "./open-session.ts";

/**
 * Log-in of the console. An unknown name, a wrong password and somebody who is no operator any more get the same answer
 * after the same work.
 */
export function consoleLogin(desk: Desk): IdentityUseCases["consoleLogin"] {
  const { store, clock, passwords } = desk;
  let decoy: Promise<string> | null = null;

  return async ({ campusId, username, password, address, traceId }) => {
    if (!(await desk.campuses.exists(campusId))) return err({ kind: "campusNotFound" });
    const name = canonicalUsername(username);
    const key = { usernameHash: sha256(name), address: addressKey(address) };
    const counted = await countConsoleAttempt(desk, campusId, key);
    if (!counted.ok) return counted;

    decoy ??= passwords.hash(Buffer.from(randomBytes(desk, 24)).toString("base64url"));
    const unknownHash = await decoy;
    const credential = await store.credential(campusId, name);
    const matches = await passwords.verify(password, credential?.passwordHash ?? unknownHash);
    // Looked up only for the right password, so that an unknown name costs the same queries as a wrong password.
    const account = credential && matches ? await store.account(campusId, credential.accountId) : null;
    if (!account || !isOperator(campusId, account.roles)) {
      // An unknown name is not written down: it may be a password typed into the wrong field.
      const details = {
        username: credential ? name : null,
        address: key.address,
        blocked: counted.value.count >= attemptLimit,
      };
      const at = clock.now();
      await store.audit({
        campusId,
        at,
        actorId: credential?.accountId ?? null,
        action: "console.loginRefused",
        details,
        traceId,
      });
      return err({ kind: "passwordRefused" });
    }
    return ok(
      await store.inTransaction(async (records) => {
        await records.clearAttempts(campusId, key);
        const issued = await openSession(desk, records, { account, host: "console", app: "", device: "" });
        await records.audit({
          campusId,
          at: clock.now(),
          actorId: account.accountId,
          action: "console.loggedIn",
          details: { address: key.address, sessionId: issued.session.sessionId },
          traceId,
        });
        return issued;
      }),
    );
  };
}
