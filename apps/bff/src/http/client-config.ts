import type { Config } from "../config/config.ts";

/** What a client may know before anybody logs in. */
export type ClientConfig = {
  readonly campusId: string;
  readonly campusName: string;
  readonly apps: {
    readonly weapp: { appId: string };
    readonly alipay: { appId: string };
    readonly dd: { corpId: string; appId: string };
  };
  /** Where H5 finds the phones' side of the platforms; null outside the demo: then H5 cannot play a host. */
  readonly sandboxUrl: string | null;
  readonly templates: { readonly weapp: readonly string[]; readonly alipay: readonly string[] };
};

export function clientConfigOf(
  config: Config,
  campusId: string,
  campusName: string,
  templates: ClientConfig["templates"],
): ClientConfig {
  const env = config.environment;
  return {
    campusId,
    campusName,
    apps: {
      weapp: { appId: env.WECHAT_APP_ID ?? "" },
      alipay: { appId: env.ALIPAY_APP_ID ?? "" },
      dd: { corpId: env.DINGTALK_CORP_ID ?? "", appId: env.DINGTALK_AGENT_ID ?? "" },
    },
    sandboxUrl: config.mode === "production" ? null : config.sandboxUrl,
    templates,
  };
}
