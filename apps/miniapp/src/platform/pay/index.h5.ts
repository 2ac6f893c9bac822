import { device } from "../device";
import { playing } from "../host/playing";
import { alipayOutcome } from "./alipay-result";
import { openCashier } from "./cashier";
import type { Pay, PayOutcome, PayRequest } from "./pay-port";

export type { Pay, PayOutcome, PayParams, PayRequest } from "./pay-port";

async function throughSandbox(
  { params, config }: PayRequest,
  outcome: "pay" | "cancel",
): Promise<PayOutcome> {
  const { person } = playing();
  if (params.kind === "wechat") {
    const { kind: _, ...signed } = params;
    const body = { appId: config.apps.weapp.appId, person, ...signed, outcome };
    const { errMsg } = await device<{ errMsg: string }>(config, "wechat/request-payment", body);
    if (errMsg === "requestPayment:ok") return "paid";
    return /cancel/.test(errMsg) ? "cancelled" : "failed";
  }
  if (params.kind === "alipay") {
    const body = { appId: config.apps.alipay.appId, person, tradeNO: params.tradeNo, outcome };
    return alipayOutcome((await device<{ resultCode: string }>(config, "alipay/trade-pay", body)).resultCode);
  }
  const body = { person, info: params.orderString, outcome };
  return alipayOutcome((await device<{ resultStatus: string }>(config, "dingtalk/pay", body)).resultStatus);
}

/** A browser has no cashier: a sheet drawn like the played host's asks, then the sandbox moves the money. */
export const pay: Pay = async (request) => {
  const answer = await openCashier({
    host: playing().host,
    amountFen: request.amountFen,
    title: request.title,
  });
  try {
    return await throughSandbox(request, answer);
  } catch {
    return answer === "cancel" ? "cancelled" : "unknown";
  }
};
