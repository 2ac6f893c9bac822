import { type AccountId, type CampusId, err, ok } from "@sanqi/kernel";
import { nickname, recognise, toldName } from "../domain/index.ts";
import type { IdentityUseCases } from "./api.ts";
import type { Desk } from "./deps.ts";
import { openSession } from "./open-session.ts";
import type { IdentityRecords, ProvedIdentity } from "./ports.ts";

type Arrival = { campusId: CampusId; proved: ProvedIdentity; traceId: string };

/** Silent log-in: the host's code proves an identity, the identity finds or makes the account. */
export function login(desk: Desk): IdentityUseCases["login"] {
  const { store, clock } = desk;
  return async ({ campusId, host, code, device, traceId }) => {
    if (!(await desk.campuses.exists(campusId))) return err({ kind: "campusNotFound" });
    const exchanged = await desk.logins[host].exchange(code);
    if (!exchanged.ok) {
      if (exchanged.error.kind === "loginCodeRefused") {
        const details = { host, platformCode: exchanged.error.code };
        await store.audit({
          campusId,
          at: clock.now(),
          actorId: null,
          action: "login.refused",
          details,
          traceId,
        });
      }
      return exchanged;
    }
    const proved = exchanged.value;
    const issued = await store.inTransaction(async (records) => {
      const accountId = await accountFor(desk, records, { campusId, proved, traceId });
      const account = await records.account(campusId, accountId);
      if (!account) throw new Error(`identity without account ${accountId}`);
      return openSession(desk, records, { account, host, app: proved.app, device });
    });
    return ok(issued);
  };
}

async function accountFor(desk: Desk, records: IdentityRecords, arrival: Arrival): Promise<AccountId> {
  const { campusId, proved } = arrival;
  const before = await records.identity(campusId, proved);
  // Nearly every log-in ends here: somebody known, nothing new to learn.
  if (before && (proved.union === null || proved.union === before.union)) {
    await records.noteProved(campusId, proved, desk.clock.now());
    return before.accountId;
  }
  await records.lockPerson(campusId, proved);
  return settle(desk, records, arrival);
}

/** Under the lock: look again, decide, write. */
async function settle(desk: Desk, records: IdentityRecords, arrival: Arrival): Promise<AccountId> {
  const { campusId, proved, traceId } = arrival;
  const at = desk.clock.now();
  const decision = recognise(proved.union, {
    bySubject: await records.identity(campusId, proved),
    byUnion:
      proved.union === null ? null : await records.accountByUnion(campusId, proved.platform, proved.union),
  });
  const audit = (actorId: AccountId, action: string, details: Record<string, unknown>) =>
    records.audit({ campusId, at, actorId, action, details, traceId });

  if (decision.kind === "known") {
    const { accountId, learnUnion, sharedWith } = decision;
    await records.noteProved(campusId, proved, at);
    if (learnUnion)
      await audit(accountId, "identity.unionLearned", { platform: proved.platform, sharedWith });
    return accountId;
  }
  if (decision.kind === "knownByUnion") {
    const { accountId } = decision;
    await records.linkIdentity(campusId, { proved, accountId, evidence: "union", at });
    await audit(accountId, "identity.linkedByUnion", { platform: proved.platform, app: proved.app });
    return accountId;
  }
  const accountId = desk.ids.next("account");
  const displayName = toldName(proved.name) ?? nickname(accountId);
  await records.addAccount({ campusId, accountId, displayName, createdAt: at });
  await records.linkIdentity(campusId, { proved, accountId, evidence: "login", at });
  await audit(accountId, "account.created", { platform: proved.platform, app: proved.app });
  return accountId;
}
