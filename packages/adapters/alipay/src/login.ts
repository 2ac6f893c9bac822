import type { HostLogin } from "@sanqi/identity/use-cases";
import { err, ok } from "@sanqi/kernel";
import { textAt } from "@sanqi/outbound";
import type { AlipayConfig } from "./config.ts";
import { type AlipayDeps, createGatewayApi } from "./gateway-api.ts";

/**
 * Exchanges the code of `my.getAuthCode` (one use) by `alipay.system.oauth.token`; its access tokens are dropped here.
 * An app answers open_id, user_id or both; open_id counts first, because newer apps get nothing else.
 */
export function createAlipayLogin(config: AlipayConfig, deps: AlipayDeps): HostLogin {
  const call = createGatewayApi(config, deps);
  const unavailable = (detail: string) => err({ kind: "hostUnavailable", host: "alipay", detail } as const);
  return {
    async exchange(code) {
      const answer = await call({
        method: "alipay.system.oauth.token",
        parameters: { grant_type: "authorization_code", code },
      });
      if (!answer.ok) {
        const failure = answer.error;
        if (failure.kind === "refused" && failure.subCode.includes("code-invalid")) {
          return err({ kind: "loginCodeRefused", code: failure.subCode });
        }
        return unavailable(failure.kind === "refused" ? failure.subCode : failure.detail);
      }
      const openId = textAt(answer.value, "open_id");
      const subject = openId ?? textAt(answer.value, "user_id");
      if (!subject) return unavailable("answer without open_id and user_id");
      return ok({
        platform: "alipay",
        app: config.appId,
        subjectKind: openId ? "open_id" : "user_id",
        subject,
        union: textAt(answer.value, "union_id") ?? null,
        name: null,
      });
    },
  };
}
