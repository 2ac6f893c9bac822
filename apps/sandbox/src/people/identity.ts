import { createHmac } from "node:crypto";
import type { State } from "../state/state.ts";

/** A person's identity at one platform; the same app and person give the same id in every sandbox. */
export type SubjectKind = "openid" | "alipayOpenId" | "alipayUserId";

// Not a secret: the same ids after a restart or with new keys are the point.
const derive = (...parts: string[]): Buffer =>
  createHmac("sha256", "sanqi sandbox identity").update(parts.join("\n")).digest();

const decimal = (bytes: Buffer, length: number): string =>
  BigInt(`0x${bytes.toString("hex")}`)
    .toString()
    .slice(-length)
    .padStart(length, "0");

export const openidOf = (appId: string, person: string): string =>
  `o${derive("wechat", appId, person).toString("base64url").slice(0, 27)}`;

/** The same person has one unionid in all apps of one developer. */
export const unionidOf = (person: string): string =>
  `u${derive("union", person).toString("base64url").slice(0, 27)}`;

export const alipayUserIdOf = (person: string): string => `2088${decimal(derive("alipay", person), 12)}`;

export const alipayOpenIdOf = (appId: string, person: string): string =>
  derive("alipay-open", appId, person).toString("base64url").slice(0, 43);

export const dingtalkUserIdOf = (corpId: string, person: string): string =>
  `1${decimal(derive("dingtalk", corpId, person), 17)}`;

export const phoneOf = (person: string): string => `139${decimal(derive("phone", person), 8)}`;

/** A name as people give to an app: 1 to 64 visible characters. */
export function parsePerson(value: unknown): string | null {
  if (typeof value !== "string") return null;
  const person = value.trim();
  return person.length > 0 && person.length <= 64 && !/\p{C}/u.test(person) ? person : null;
}

const subjectKey = (kind: SubjectKind, appId: string, subject: string): string =>
  `${kind}\n${appId}\n${subject}`;

/** Ids are one-way; the sandbox remembers whom it gave an id, as a platform knows its own users. */
export function remember(
  state: State,
  subject: { kind: SubjectKind; appId: string; id: string; person: string },
): void {
  state.people.set(subjectKey(subject.kind, subject.appId, subject.id), subject.person);
}

export const personOf = (state: State, kind: SubjectKind, appId: string, id: string): string | undefined =>
  state.people.get(subjectKey(kind, appId, id));
