import { type CampusId, err, ok, type Result } from "@sanqi/kernel";
import {
  addressKey,
  attemptLimit,
  canonicalUsername,
  checkJoinPassword,
  type IdentityError,
  redeem,
  typedCode,
} from "../domain/index.ts";
import type { IdentityUseCases, IssuedSession } from "./api.ts";
import { countConsoleAttempt } from "./count-console-attempt.ts";
import { type Desk, sha256 } from "./deps.ts";
import { openSession } from "./open-session.ts";
import type { AttemptKey, IdentityRecords } from "./ports.ts";

/** One count per address for all codes. Capitals: no canonical user name reads so, hence no log-in shares the count. */
const joining = sha256("INVITATION");

type Joining = {
  readonly campusId: CampusId;
  readonly code: string;
  /** Canonical. */
  readonly username: string;
  readonly passwordHash: string;
  readonly key: AttemptKey;
  readonly lastTry: boolean;
  readonly traceId: string;
};

/**
 * The invitation of an operator becomes an account with a console log-in of its own, and its first session. A weak
 * password is refused before anything is counted; a name that is taken leaves the invitation open.
 * Throws RangeError for an empty user name.
 */
export function joinConsole(desk: Desk): IdentityUseCases["joinConsole"] {
  return async ({ campusId, code, username, password, address, traceId }) => {
    const name = canonicalUsername(username);
    if (name === "") throw new RangeError("a console user name must not be empty");
    if (!(await desk.campuses.exists(campusId))) return err({ kind: "campusNotFound" });
    const fit = checkJoinPassword(name, password);
    if (!fit.ok) return fit;
    const key = { usernameHash: joining, address: addressKey(address) };
    const counted = await countConsoleAttempt(desk, campusId, key);
    if (!counted.ok) return counted;
    // Hashed before the code is looked at: a wrong code then takes as long as a right one, and no lock waits for it.
    const passwordHash = await desk.passwords.hash(password);
    const lastTry = counted.value.count >= attemptLimit;
    return desk.store.inTransaction((records) =>
      settle(desk, records, { campusId, code, username: name, passwordHash, key, lastTry, traceId }),
    );
  };
}

/** Under the locks of the invitation and then of the user name, always in that order. */
async function settle(
  desk: Desk,
  records: IdentityRecords,
  { campusId, code, username, passwordHash, key, lastTry, traceId }: Joining,
): Promise<Result<IssuedSession, IdentityError>> {
  const at = desk.clock.now();
  const { address } = key;
  const invitation = await records.invitationByCode(campusId, sha256(typedCode(code)));
  const decision = redeem(invitation, at, "console");
  const refuse = async (kind: "invitationInvalid" | "usernameTaken") => {
    const details = {
      invitationId: invitation?.invitationId ?? null,
      reason: kind,
      address,
      blocked: lastTry,
    };
    await records.audit({ campusId, at, actorId: null, action: "invitation.refused", details, traceId });
    return err({ kind });
  };
  if (!decision.ok || !invitation) return refuse("invitationInvalid");
  await records.lockUsername(campusId, username);
  if (await records.credential(campusId, username)) return refuse("usernameTaken");

  const { invitationId, invitedBy } = invitation;
  const accountId = desk.ids.next("account");
  const displayName = invitation.displayName ?? username;
  await records.addAccount({ campusId, accountId, displayName, createdAt: at });
  await records.addCredential(campusId, { username, accountId, passwordHash, at });
  await records.grantRole(campusId, { ...decision.value, accountId, grantedBy: invitedBy, at });
  await records.noteRedeemed(campusId, { invitationId, by: accountId, at });
  await records.clearAttempts(campusId, key);
  const account = { campusId, accountId, displayName, roles: [decision.value] };
  const issued = await openSession(desk, records, { account, host: "console", app: "", device: "" });
  const audit = (action: string, details: Record<string, unknown>) =>
    records.audit({ campusId, at, actorId: accountId, action, details, traceId });
  await audit("console.operatorMade", { accountId, username });
  await audit("invitation.redeemed", { invitationId, ...decision.value });
  await audit("console.loggedIn", { address, sessionId: issued.session.sessionId });
  return ok(issued);
}
