import type { Host } from "@sanqi/kernel";
import type { PayParams } from "@sanqi/payments/use-cases";
import { tempo } from "./tempo.ts";

export type Apps = {
  readonly weapp: { appId: string };
  readonly alipay: { appId: string };
  readonly dd: { corpId: string };
};
export type Phone = {
  loginCode(host: Host, person: string): Promise<string>;
  /** Taps "allow" for the host's message templates; nothing to tap in DingTalk. */
  allowMessages(host: Host, person: string, templateIds: readonly string[]): Promise<void>;
  /** Presses "pay" at the host's cashier. */
  pay(person: string, params: PayParams): Promise<void>;
  putDirectory(directory: object): Promise<void>;
  state(): Promise<SandboxState>;
};

/** The platforms' own books, as far as a check needs them. */
export type SandboxState = {
  readonly payments: readonly {
    readonly outTradeNo: string;
    readonly amountFen: number;
    readonly paidAt: number | null;
    readonly payer: string;
  }[];
  readonly refunds: readonly {
    readonly outTradeNo: string;
    readonly refundNo: string;
    readonly amountFen: number;
    readonly state: string;
  }[];
  readonly messages: readonly {
    readonly host: Host;
    readonly person: string;
    readonly title: string;
    readonly lines: readonly { readonly label: string; readonly value: string }[];
    readonly page: string | null;
    readonly templateId: string | null;
    readonly at: number;
  }[];
  readonly waitingNotifications: number;
};

/** The phone in everybody's hand: what the host app would do, done at the sandbox. */
export function sandboxPhone(sandboxUrl: string, apps: Apps): Phone {
  async function call<T>(method: string, path: string, body?: object): Promise<T> {
    const response = await fetch(`${sandboxUrl}${path}`, {
      method,
      signal: AbortSignal.timeout(tempo.patienceMs),
      headers: { "content-type": "application/json" },
      ...(body && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`sandbox ${response.status} ${path}: ${text.slice(0, 200)}`);
    return JSON.parse(text) as T;
  }
  const wechat = { appId: apps.weapp.appId };
  const alipay = { appId: apps.alipay.appId };
  return {
    async loginCode(host, person) {
      if (host === "weapp")
        return (await call<{ code: string }>("POST", "/device/wechat/login", { ...wechat, person })).code;
      const [path, app] =
        host === "alipay"
          ? ["/device/alipay/auth-code", alipay]
          : ["/device/dingtalk/auth-code", { corpId: apps.dd.corpId }];
      return (await call<{ authCode: string }>("POST", path as string, { ...(app as object), person }))
        .authCode;
    },
    async allowMessages(host, person, ids) {
      if (host === "weapp")
        await call("POST", "/device/wechat/subscribe", { ...wechat, person, tmplIds: ids.slice(0, 5) });
      // Alipay shows at most three templates at a time.
      for (let from = 0; host === "alipay" && from < ids.length; from += 3)
        await call("POST", "/device/alipay/subscribe", {
          ...alipay,
          person,
          entityIds: ids.slice(from, from + 3),
        });
    },
    async pay(person, params) {
      let said: Record<string, unknown>;
      if (params.kind === "wechat") {
        const { kind: _kind, ...request } = params;
        said = await call("POST", "/device/wechat/request-payment", { ...wechat, person, ...request });
      } else if (params.kind === "alipay") {
        said = await call("POST", "/device/alipay/trade-pay", { ...alipay, person, tradeNO: params.tradeNo });
      } else {
        said = await call("POST", "/device/dingtalk/pay", { person, info: params.orderString });
      }
      const answer = said.errMsg ?? said.resultCode ?? said.resultStatus;
      if (answer !== "requestPayment:ok" && answer !== "9000")
        throw new Error(`cashier: ${JSON.stringify(said).slice(0, 200)}`);
    },
    putDirectory: (directory) => call("PUT", "/device/dingtalk/directory", directory),
    state: () => call("GET", "/admin/state"),
  };
}
