import type { Account, Session } from "../domain/index.ts";
import { sessionLife, writeToken } from "../domain/index.ts";
import type { IssuedSession } from "./api.ts";
import { type Desk, randomBytes, sha256 } from "./deps.ts";
import type { IdentityRecords } from "./ports.ts";

/** Opens a session for somebody who has been recognised; the token leaves the house here and is not kept. */
export async function openSession(
  desk: Desk,
  records: IdentityRecords,
  opening: { account: Account; host: Session["host"]; app: string; device: string },
): Promise<IssuedSession> {
  const { account, host, app, device } = opening;
  const { campusId, accountId, displayName, roles } = account;
  const now = desk.clock.now();
  const sessionId = desk.ids.next("session");
  const session: Session = {
    campusId,
    sessionId,
    accountId,
    host,
    displayName,
    roles,
    expiresAt: now + sessionLife(host),
  };
  const secret = Buffer.from(randomBytes(desk, 32)).toString("base64url");
  await records.addSession({
    session,
    app,
    device: device.slice(0, 80),
    secretHash: sha256(secret),
    createdAt: now,
  });
  return { token: writeToken({ campusId, sessionId, secret }), session };
}
