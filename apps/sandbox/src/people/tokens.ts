import type { Clock } from "@sanqi/kernel";
import { token } from "../signing.ts";

export type TokenFamily = "wechatStable" | "wechatLegacy" | "dingtalkApi" | "dingtalkOapi";

export type AppToken = {
  readonly family: TokenFamily;
  readonly text: string;
  expiresAt: number;
  revoked: boolean;
};

/** Access tokens of the apps. Not kept over a restart: a product must survive a token that is suddenly refused. */
export type TokenDesk = {
  issue(family: TokenFamily, lifeMs: number): AppToken;
  /** The newest token of a family that still works. */
  current(family: TokenFamily): AppToken | undefined;
  revoke(issued: AppToken): void;
  find(text: string): AppToken | undefined;
};

export function createTokenDesk(clock: Clock): TokenDesk {
  const byText = new Map<string, AppToken>();
  const newest = new Map<TokenFamily, AppToken>();
  const works = (issued: AppToken) => !issued.revoked && issued.expiresAt > clock.now();
  return {
    issue(family, lifeMs) {
      const issued: AppToken = { family, text: token(64), expiresAt: clock.now() + lifeMs, revoked: false };
      byText.set(issued.text, issued);
      newest.set(family, issued);
      // A thousand is far more than any test makes; older ones answer as unknown tokens do.
      const oldest = byText.keys().next();
      if (byText.size > 1_000 && !oldest.done) byText.delete(oldest.value);
      return issued;
    },
    current(family) {
      const issued = newest.get(family);
      return issued !== undefined && works(issued) ? issued : undefined;
    },
    revoke(issued) {
      issued.revoked = true;
    },
    find: (text) => byText.get(text),
  };
}
