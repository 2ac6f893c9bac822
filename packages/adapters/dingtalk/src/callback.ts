import { err, hour, ok, type Result } from "@sanqi/kernel";
import { type Json, readObject, textAt } from "@sanqi/outbound";
import { callbackSignature, decryptCallback, encryptCallback, sameSignature } from "./callback-crypto.ts";
import type { DingtalkDeps } from "./client.ts";
import type { DingtalkConfig } from "./config.ts";

export type DingtalkEvent = {
  /** `check_url` when the address is being saved in the console; else `user_add_org`, `org_dept_modify` … */
  readonly type: string;
  /** Stable across the platform's repetitions: the key to act once. Empty for `check_url`. */
  readonly eventId: string;
  /** Hints only: read the member or department again before believing them. */
  readonly fields: Json;
};

export type CallbackError = {
  readonly kind: "callbackForged" | "callbackStale" | "callbackMalformed";
  readonly detail: string;
};

export type CallbackReply = {
  readonly msg_signature: string;
  readonly timeStamp: string;
  readonly nonce: string;
  readonly encrypt: string;
};

export type DingtalkCallback = {
  /** Reads a pushed event: signature, then freshness, then decryption and addressee. */
  read(
    query: Readonly<Record<string, string | undefined>>,
    body: string,
  ): Result<DingtalkEvent, CallbackError>;
  /** The JSON to answer with (within 1.5 s); without it the platform repeats after 10 s and 30 s. */
  success(): CallbackReply;
};

/** The platform repeats within a minute; an hour leaves room for clocks. */
const oldest = hour;

/** Encrypted HTTP callbacks of an app; undefined where the configuration has no callback secrets. */
export function createDingtalkCallback(
  config: DingtalkConfig,
  deps: Pick<DingtalkDeps, "clock" | "nonce">,
): DingtalkCallback | undefined {
  if (!config.callback) return undefined;
  const secrets = { ...config.callback, ownerKey: config.appKey };
  return {
    read(query, body) {
      // Both spellings are in use.
      const signature = query.signature ?? query.msg_signature;
      const timestamp = query.timestamp ?? query.timeStamp;
      const nonce = query.nonce;
      const encrypted = textAt(readObject(body), "encrypt");
      if (!signature || !timestamp || !nonce || !encrypted) return refuse("callbackMalformed", "incomplete");
      if (!sameSignature(callbackSignature(secrets.token, timestamp, nonce, encrypted), signature)) {
        return refuse("callbackForged", "signature does not match");
      }
      // Milliseconds as a rule, seconds in one example of the documentation.
      const sentAt = Number(timestamp) * (timestamp.length <= 10 ? 1000 : 1);
      if (!(Math.abs(deps.clock.now() - sentAt) <= oldest)) return refuse("callbackStale", "timestamp");
      const text = decryptCallback(encrypted, secrets);
      if (text === undefined) return refuse("callbackForged", "not encrypted for this app");
      const fields = readObject(text);
      const type = textAt(fields, "EventType");
      if (!fields || !type) return refuse("callbackMalformed", "event without EventType");
      return ok({ type, eventId: textAt(fields, "eventId") ?? fallbackId(fields, type), fields });
    },

    success() {
      const timeStamp = String(deps.clock.now());
      const nonce = deps.nonce();
      const encrypt = encryptCallback("success", secrets, deps.nonce());
      return {
        msg_signature: callbackSignature(secrets.token, timeStamp, nonce, encrypt),
        timeStamp,
        nonce,
        encrypt,
      };
    },
  };
}

function fallbackId(fields: Json, type: string): string {
  const bizId = textAt(fields, "BizId");
  return bizId ? `${bizId}:${type}` : "";
}

const refuse = (kind: CallbackError["kind"], detail: string): Result<never, CallbackError> =>
  err({ kind, detail });
