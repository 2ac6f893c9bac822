import { randomBytes } from "node:crypto";
import {
  type AlipayTemplates,
  createAlipayBills,
  createAlipayGateway,
  createAlipayLogin,
  createAlipayMessenger,
  createAlipaySharing,
  readAlipayConfig,
} from "@sanqi/alipay";
import { createDingtalkLogin, createDingtalkMessenger, readDingtalkConfig } from "@sanqi/dingtalk";
import type { HostLogins } from "@sanqi/identity/use-cases";
import type { Clock, Host } from "@sanqi/kernel";
import type { HostMessenger } from "@sanqi/notifications/use-cases";
import type { Metrics } from "@sanqi/observability";
import type { Gateways, SharingGateways, ShippingGateway } from "@sanqi/payments/use-cases";
import type { ReconciliationDeps } from "@sanqi/reconciliation/use-cases";
import {
  createWechatBills,
  createWechatLogin,
  createWechatMessenger,
  createWechatPayGateway,
  createWechatSharing,
  createWechatShipping,
  readWechatConfig,
  type WechatTemplates,
} from "@sanqi/wechat";

export type Platforms = {
  readonly logins: HostLogins;
  readonly gateways: Gateways;
  readonly sharing: SharingGateways;
  readonly shipping: ShippingGateway;
  readonly bills: ReconciliationDeps["bills"];
  readonly messengers: Readonly<Record<Host, HostMessenger>>;
  /** Template ids by message kind, for which the mini-programs ask consent; DingTalk needs none. */
  readonly templates: { readonly weapp: WechatTemplates; readonly alipay: AlipayTemplates };
};

/** Node's fetch with the duration of every call to a platform in the metrics. */
function measuredFetch(metrics: Metrics): typeof fetch {
  return async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input);
    const start = performance.now();
    const done = (outcome: string) =>
      metrics.platformCalls.observe(
        { platform: url.host, call: url.pathname.replace(/[0-9a-z_]{16,}/gi, ":id"), outcome },
        (performance.now() - start) / 1000,
      );
    try {
      const response = await fetch(input, init);
      done(String(response.status));
      return response;
    } catch (error) {
      done("lost");
      throw error;
    }
  };
}

/** The three platforms as the domains want them. Throws an Error that names every missing variable. */
export function createPlatforms(
  env: Readonly<Record<string, string | undefined>>,
  clock: Clock,
  metrics: Metrics,
): Platforms {
  const deps = { fetch: measuredFetch(metrics), clock, nonce: () => randomBytes(16).toString("hex") };
  const wechat = readWechatConfig(env);
  const alipay = readAlipayConfig(env);
  const dingtalk = readDingtalkConfig(env);
  return {
    logins: {
      weapp: createWechatLogin(wechat, deps),
      alipay: createAlipayLogin(alipay, deps),
      dd: createDingtalkLogin(dingtalk, deps),
    },
    gateways: { wechatPay: createWechatPayGateway(wechat, deps), alipay: createAlipayGateway(alipay, deps) },
    sharing: { wechatPay: createWechatSharing(wechat, deps), alipay: createAlipaySharing(alipay, deps) },
    shipping: createWechatShipping(wechat, deps),
    bills: { wechatPay: createWechatBills(wechat, deps), alipay: createAlipayBills(alipay, deps) },
    messengers: {
      weapp: createWechatMessenger(wechat, deps),
      alipay: createAlipayMessenger(alipay, deps),
      dd: createDingtalkMessenger(dingtalk, deps),
    },
    templates: { weapp: wechat.templates, alipay: alipay.templates },
  };
}
