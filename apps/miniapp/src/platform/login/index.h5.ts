import { err, ok, type Result } from "@sanqi/kernel";
import type { ClientConfig } from "../client-config";
import { device } from "../device";
import { playing } from "../host/playing";
import type { Login, LoginCode, LoginRefusal } from "./login-port";

export type { Login, LoginCode, LoginRefusal } from "./login-port";

async function codeOf(config: ClientConfig): Promise<string> {
  const { host, person } = playing();
  const { weapp, alipay, dd } = config.apps;
  if (host === "weapp")
    return (await device<{ code: string }>(config, "wechat/login", { appId: weapp.appId, person })).code;
  if (host === "alipay")
    return (await device<{ authCode: string }>(config, "alipay/auth-code", { appId: alipay.appId, person }))
      .authCode;
  return (await device<{ authCode: string }>(config, "dingtalk/auth-code", { corpId: dd.corpId, person }))
    .authCode;
}

/** The sandbox hands out the code that the played host's app would. */
export const login: Login = async (config): Promise<Result<LoginCode, LoginRefusal>> => {
  if (config.sandboxUrl === null) return err({ kind: "hostNeeded" });
  try {
    return ok({ host: playing().host, code: await codeOf(config) });
  } catch (failure) {
    return err({ kind: "loginRefused", detail: String(failure) });
  }
};
