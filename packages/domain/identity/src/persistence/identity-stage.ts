import { type Clock, createIds, manualClock, type Result, toId } from "@sanqi/kernel";
import { outboxMigrations } from "@sanqi/outbox";
import { testDatabase } from "@sanqi/testkit";
import { expect } from "vitest";
import {
  createIdentityUseCases,
  type HostLogins,
  type IdentityUseCases,
  type ProvedIdentity,
} from "../use-cases/index.ts";
import { createIdentityStore, createScryptHasher, identityMigrations } from "./index.ts";

export const campusId = toId("campus", "cmp_00000000000000000001");
export const elsewhere = toId("campus", "cmp_00000000000000000002");
export const shop = {
  role: "merchant",
  scopeKind: "shop",
  scopeId: "shp_00000000000000000001",
  scopeName: "一食堂面馆",
  traceId: "i",
} as const;
export const chief = {
  campusId,
  username: "chief",
  password: "correct horse",
  address: "10.0.0.1",
  traceId: "c",
} as const;

/** Codes read "<subject>[/<union>[/<app>]]"; "bad" is refused, "down" finds the platform silent. */
const exchange =
  (platform: ProvedIdentity["platform"], subjectKind: ProvedIdentity["subjectKind"]) =>
  async (code: string) => {
    if (code === "bad")
      return { ok: false, error: { kind: "loginCodeRefused", code: "40029" } as const } as const;
    if (code === "down") {
      const error = { kind: "hostUnavailable", host: platform, detail: "timeout" } as const;
      return { ok: false, error } as const;
    }
    const [subject = "", union = "", app = "app-1"] = code.split("/");
    const name = platform === "dd" ? `老师${subject}` : null;
    return { ok: true, value: { platform, app, subjectKind, subject, union: union || null, name } } as const;
  };
const logins: HostLogins = {
  weapp: { exchange: exchange("weapp", "openid") },
  alipay: { exchange: exchange("alipay", "open_id") },
  dd: { exchange: exchange("dd", "userid") },
};

/** The value of a result that must have succeeded. */
export function granted<T>(result: Result<T, { kind: string }>): T {
  if (!result.ok) throw new Error(`refused: ${result.error.kind}`);
  return result.value;
}
/** Matches a refusal of that kind. */
export const refused = (kind: string) =>
  expect.objectContaining({ ok: false, error: expect.objectContaining({ kind }) });

/** A database of its own with two campuses, cheap password hashes and a clock that stands still. */
export async function identityStage() {
  const clock = manualClock(1_763_800_000_000);
  const random = (bytes: Uint8Array) => crypto.getRandomValues(bytes);
  const ids = createIds(clock.now, random);
  const { sql, drop } = await testDatabase([...outboxMigrations, ...identityMigrations]);
  const anotherProcess = (at: Clock = clock) =>
    createIdentityUseCases({
      store: createIdentityStore(sql),
      logins,
      campuses: { exists: async (id) => id === campusId || id === elsewhere },
      passwords: createScryptHasher({ n: 16, r: 1, p: 1 }),
      clock: at,
      ids,
      random,
    });
  const identity = anotherProcess();
  return {
    sql,
    drop,
    clock,
    ids,
    identity,
    /** The same database with a session cache of its own. */
    anotherProcess,
    async enter(code: string, host: "weapp" | "alipay" | "dd" = "weapp", campus = campusId) {
      const request = { campusId: campus, host, code, device: "phone", traceId: "t" };
      return granted(await identity.login(request));
    },
    async operator(username: string = chief.username) {
      const { password } = chief;
      await identity.ensureConsoleOperator({ campusId, campusName: "校园", username, password });
      return granted(await identity.consoleLogin({ ...chief, username })).session;
    },
    redeem: (session: Parameters<IdentityUseCases["redeemInvitation"]>[0], code: string) =>
      identity.redeemInvitation(session, { code, traceId: "x" }),
    audits: (action: string) =>
      sql<{ actorId: string | null; details: Record<string, unknown>; traceId: string; at: number }[]>`
        select actor_id, details, trace_id, at from audit where action = ${action} order by entry`,
  };
}
export type IdentityStage = Awaited<ReturnType<typeof identityStage>>;
