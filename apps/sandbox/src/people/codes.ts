import type { Clock } from "@sanqi/kernel";
import { token } from "../signing.ts";

export type CodeKind = "wechatLogin" | "wechatPhone" | "alipayAuth" | "dingtalkAuth";

type Code = {
  readonly kind: CodeKind;
  readonly appId: string;
  readonly person: string;
  readonly expiresAt: number;
  used: boolean;
};

export type Redeemed =
  | { readonly ok: true; readonly person: string }
  | { readonly ok: false; readonly why: "unknown" | "expired" | "used" };

/** Hands out codes that work once and live 5 minutes (wechat.md 2 and 4, dingtalk.md 3; the shortest of alipay.md 3). */
export type CodeDesk = {
  issue(code: { kind: CodeKind; appId: string; person: string }): string;
  redeem(code: string, kind: CodeKind, appId: string): Redeemed;
};

const life = 5 * 60_000;

export function createCodeDesk(clock: Clock): CodeDesk {
  const codes = new Map<string, Code>();
  const dropExpired = (now: number) => {
    // All codes live equally long, so the oldest stand first.
    for (const [text, code] of codes) {
      if (code.expiresAt > now - life) break;
      codes.delete(text);
    }
  };
  return {
    issue({ kind, appId, person }) {
      const now = clock.now();
      dropExpired(now);
      const text = token(32);
      codes.set(text, { kind, appId, person, expiresAt: now + life, used: false });
      return text;
    },
    redeem(text, kind, appId) {
      const code = codes.get(text);
      if (code === undefined || code.kind !== kind || code.appId !== appId)
        return { ok: false, why: "unknown" };
      if (code.expiresAt <= clock.now()) return { ok: false, why: "expired" };
      if (code.used) return { ok: false, why: "used" };
      code.used = true;
      return { ok: true, person: code.person };
    },
  };
}
