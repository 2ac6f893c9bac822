import type { HostLogin } from "@sanqi/identity/use-cases";
import { err, ok } from "@sanqi/kernel";
import { textAt } from "@sanqi/outbound";
import type { WechatConfig } from "./config.ts";
import { createMiniProgramApi, type WechatDeps } from "./mini-program-api.ts";

/** 40029 invalid, 40163 used before, 40226 a person whom the platform blocks: another code may or may not be taken. */
const codeRefusals = [40029, 40163, 40226];

/** Exchanges the code of `wx.login` (5 minutes, one use) for the openid; the session key is dropped here. */
export function createWechatLogin(config: WechatConfig, deps: WechatDeps): HostLogin {
  const api = createMiniProgramApi(config, deps);
  const unavailable = (detail: string) => err({ kind: "hostUnavailable", host: "weapp", detail } as const);
  return {
    async exchange(code) {
      const query = new URLSearchParams({
        appid: config.appId,
        secret: config.appSecret,
        js_code: code,
        grant_type: "authorization_code",
      });
      const answer = await api.call("GET", `/sns/jscode2session?${query}`);
      if (!answer.ok) {
        const failure = answer.error;
        if (failure.kind !== "refused") return unavailable(failure.detail);
        if (codeRefusals.includes(failure.errcode)) {
          return err({ kind: "loginCodeRefused", code: String(failure.errcode) });
        }
        return unavailable(`errcode ${failure.errcode}`);
      }
      const openid = textAt(answer.value, "openid");
      if (!openid) return unavailable("answer without openid");
      return ok({
        platform: "weapp",
        app: config.appId,
        subjectKind: "openid",
        subject: openid,
        union: textAt(answer.value, "unionid") ?? null,
        name: null,
      });
    },
  };
}
