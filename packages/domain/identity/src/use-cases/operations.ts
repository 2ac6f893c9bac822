import type { AccountId, CampusId, Host } from "@sanqi/kernel";
import { type Account, attemptWindow, canonicalUsername, type Role } from "../domain/index.ts";
import type { Desk } from "./deps.ts";

/** What the first run, the seed, consumers and workers need; no router offers it. */
export type IdentityOperations = {
  /**
   * The first operator of a campus. An existing user name is left as it is, its password too.
   * Throws RangeError for a user name that is empty or a password below 8 characters.
   */
  ensureConsoleOperator(operator: {
    campusId: CampusId;
    /** How the operator's scope reads to people. */
    campusName?: string;
    username: string;
    password: string;
  }): Promise<{ created: boolean; accountId: AccountId }>;
  findByIdentity(campusId: CampusId, host: Host, subject: string): Promise<Account | null>;
  /** Everybody who holds the role in that scope, for example the counselors of a department. */
  accountsWithRole(campusId: CampusId, role: Role, scopeId: string): Promise<AccountId[]>;
  /** Deletes sessions and counted attempts that have run out; for a daily worker. Returns how many rows. */
  forgetExpired(): Promise<number>;
};

const shortestPassword = 8;

export function operations(desk: Desk): IdentityOperations {
  const { store, clock } = desk;
  return {
    async ensureConsoleOperator({ campusId, campusName = "", username, password }) {
      const name = canonicalUsername(username);
      if (name === "") throw new RangeError("a console user name must not be empty");
      if (password.length < shortestPassword)
        throw new RangeError("a console password needs at least 8 characters");
      const passwordHash = await desk.passwords.hash(password);
      return store.inTransaction(async (records) => {
        await records.lockUsername(campusId, name);
        const existing = await records.credential(campusId, name);
        if (existing) return { created: false, accountId: existing.accountId };
        const at = clock.now();
        const accountId = desk.ids.next("account");
        await records.addAccount({ campusId, accountId, displayName: name, createdAt: at });
        await records.addCredential(campusId, { username: name, accountId, passwordHash, at });
        const grant = {
          role: "operator",
          scopeKind: "campus",
          scopeId: campusId,
          scopeName: campusName || "全校 · whole campus",
        } as const;
        await records.grantRole(campusId, { ...grant, accountId, grantedBy: null, at });
        const details = { accountId, username: name };
        await records.audit({
          campusId,
          at,
          actorId: null,
          action: "console.operatorMade",
          details,
          traceId: "",
        });
        return { created: true, accountId };
      });
    },
    async findByIdentity(campusId, host, subject) {
      const accountId = await store.accountOfSubject(campusId, host, subject);
      return accountId && store.account(campusId, accountId);
    },
    accountsWithRole: (campusId, role, scopeId) => store.accountsWithRole(campusId, role, scopeId),
    forgetExpired: () => store.forget(clock.now() - attemptWindow),
  };
}

/** A new password for an existing console user; false where there is none. For who lost the first one; ends no session. */
export async function setConsolePassword(
  desk: Pick<Desk, "store" | "passwords" | "clock">,
  { campusId, username, password }: { campusId: CampusId; username: string; password: string },
): Promise<boolean> {
  const name = canonicalUsername(username);
  if (password.length < shortestPassword)
    throw new RangeError("a console password needs at least 8 characters");
  const passwordHash = await desk.passwords.hash(password);
  return desk.store.inTransaction(async (records) => {
    const existing = await records.credential(campusId, name);
    if (!existing) return false;
    await records.replacePassword(campusId, name, passwordHash);
    const entry = {
      actorId: existing.accountId,
      action: "console.passwordSet",
      details: { username: name },
      traceId: "",
    };
    await records.audit({ campusId, at: desk.clock.now(), ...entry });
    return true;
  });
}
