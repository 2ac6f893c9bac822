import type { Request } from "express";
import { parseAlipayTime } from "../beijing-time.ts";
import { billDownloadUrl } from "../bills/alipay-bill.ts";
import { type Answer, type Json, parseObject, rawBody } from "../http/exchange.ts";
import { rsaVerify } from "../signing.ts";
import { count } from "../state/state.ts";
import type { World } from "../world.ts";
import { gatewayAnswer } from "./gateway-answer.ts";
import { oauthToken } from "./oauth-token.ts";
import { querySettle, settleOrder } from "./order-settle.ts";
import { type Failure, failed, type Outcome } from "./outcome.ts";
import { queryRefund } from "./refund-query.ts";
import { bindRoyaltyRelation } from "./royalty.ts";
import { type Params, signText } from "./signature.ts";
import { querySubscriptions } from "./subscribe-query.ts";
import { sendTemplateMessage } from "./template-message.ts";
import { closeTrade } from "./trade-close.ts";
import { createTrade } from "./trade-create.ts";
import { queryTrade } from "./trade-query.ts";
import { refundTrade } from "./trade-refund.ts";

const clockWindow = 600_000;

type Method =
  | { readonly biz: (world: World, biz: Json, params: Params) => Outcome }
  | { readonly linking: (world: World, biz: Json, at: { origin: string }) => Outcome }
  | { readonly top: (world: World, params: Params) => Outcome };

const methods: Readonly<Record<string, Method>> = {
  "alipay.system.oauth.token": { top: oauthToken },
  "alipay.trade.create": { biz: createTrade },
  "alipay.trade.query": { biz: queryTrade },
  "alipay.trade.close": { biz: closeTrade },
  "alipay.trade.refund": { biz: refundTrade },
  "alipay.trade.fastpay.refund.query": { biz: queryRefund },
  "alipay.trade.royalty.relation.bind": { biz: bindRoyaltyRelation },
  "alipay.trade.order.settle": { biz: settleOrder },
  "alipay.trade.order.settle.query": { biz: querySettle },
  "alipay.open.app.mini.templatemessage.send": { biz: sendTemplateMessage },
  "alipay.open.app.messagetemplate.subscribe.query": { biz: querySubscriptions },
  "alipay.data.dataservice.bill.downloadurl.query": { linking: billDownloadUrl },
};

/** SDKs put common parameters into the query and the rest into the body; the gateway sees one set. */
export function mergedParams(req: Request): Params {
  const question = req.originalUrl.indexOf("?");
  const query = new URLSearchParams(question < 0 ? "" : req.originalUrl.slice(question + 1));
  const body = new URLSearchParams(rawBody(req).toString("utf8"));
  return { ...Object.fromEntries(query), ...Object.fromEntries(body) };
}

/** What is wrong with the common parameters; app_id first, then the rest, the signature last (alipay.md 1). */
export function refuseCommon(world: World, params: Params, { anyTime = false } = {}): Failure | null {
  const { alipay } = world.secrets;
  if (!params.app_id) return failed("40001", "isv.missing-app-id", "缺少AppId参数");
  if (params.app_id !== alipay.appId) return failed("40002", "isv.invalid-app-id", "无效的AppID参数");
  if (!params.method) return failed("40001", "isv.missing-method", "缺少方法名参数");
  if (!params.sign_type) return failed("40001", "isv.missing-signature-type", "缺少签名类型参数");
  if (params.sign_type !== "RSA2") return failed("40002", "isv.invalid-signature-type", "无效的签名类型");
  if (!params.sign) return failed("40001", "isv.missing-signature", "缺少签名参数");
  if (params.charset !== undefined && params.charset.toLowerCase() !== "utf-8")
    return failed("40002", "isv.invalid-charset", "字符集错误");
  if (!params.timestamp) return failed("40001", "isv.missing-timestamp", "缺少时间戳参数");
  const at = parseAlipayTime(params.timestamp);
  if (
    at === null ||
    (!anyTime && world.state.faults.alipayClockStrict && Math.abs(at - world.clock.now()) > clockWindow)
  ) {
    return failed("40002", "isv.invalid-timestamp", "非法的时间戳参数");
  }
  if (params.version !== "1.0") return failed("40002", "isv.invalid-version", "无效的版本参数");
  return rsaVerify(signText(params), params.sign, world.keys.alipayApp)
    ? null
    : failed("40002", "isv.invalid-signature", "验签出错，建议检查签名字符串或签名私钥与应用公钥是否匹配");
}

function run(world: World, params: Params, origin: string): Outcome {
  if (world.state.faults.alipayDown) return failed("20000", "isp.unknow-error", "服务不可用");
  const wrong = refuseCommon(world, params);
  if (wrong !== null) return wrong;
  const method = methods[params.method ?? ""];
  if (method === undefined) return failed("40002", "isv.invalid-method", "不存在的方法名");
  if ("top" in method) return method.top(world, params);
  const biz = parseObject(params.biz_content ?? "");
  if (biz === null) return failed("40002", "isv.invalid-parameter", "biz_content 不是合法的 JSON 对象");
  return "biz" in method ? method.biz(world, biz, params) : method.linking(world, biz, { origin });
}

/** POST /gateway.do, protocol v2. HTTP 200 for every outcome. */
export function gateway(world: World, req: Request): Answer {
  const params = mergedParams(req);
  const outcome = run(world, params, `${req.protocol}://${req.headers.host}`);
  if (!outcome.ok) count(world.state, `alipay.refused.${outcome.error.subCode}`);
  return gatewayAnswer(world, params.method || "alipay.unknown", outcome);
}
