import { rsaVerify } from "../signing.ts";
import type { World } from "../world.ts";
import { type Problem, problem } from "./problem.ts";

export type SignedRequest = {
  readonly method: string;
  /** Path with query as sent, after the base: what the merchant signed. */
  readonly target: string;
  readonly authorization: string | undefined;
  readonly raw: Buffer;
};

const scheme = "WECHATPAY2-SHA256-RSA2048 ";
const windowSeconds = 300;

function fieldsOf(text: string): Map<string, string> {
  const fields = new Map<string, string>();
  for (const [, key, value] of text.matchAll(/([a-z_]+)="([^"]*)"/g)) {
    if (key !== undefined && value !== undefined) fields.set(key, value);
  }
  return fields;
}

/** Null when the signature is good. The clock is looked at before the signature (wechat.md 6). */
export function refuseAuthorization(world: World, request: SignedRequest): Problem | null {
  const { wechatPay } = world.secrets;
  const refuse = (why: string) => problem(401, "SIGN_ERROR", why);
  if (request.authorization === undefined)
    return refuse("Http头Authorization值格式错误，请参考《微信支付商户REST API签名规则》");
  if (!request.authorization.startsWith(scheme)) return refuse("Http头Authorization认证类型不正确");
  const fields = fieldsOf(request.authorization.slice(scheme.length));
  const [mchid, serial, timestamp, nonce, signature] = [
    "mchid",
    "serial_no",
    "timestamp",
    "nonce_str",
    "signature",
  ].map((key) => fields.get(key));
  if (!mchid || !serial || !timestamp || !nonce || !signature) return refuse("Http头Authorization值缺少字段");
  const seconds = /^\d{1,12}$/.test(timestamp) ? Number(timestamp) : Number.NaN;
  if (!(Math.abs(world.clock.now() / 1_000 - seconds) <= windowSeconds))
    return refuse("Http头Authorization中的timestamp与发起请求的时间不得超过5分钟");
  if (mchid !== wechatPay.mchId) return problem(400, "MCH_NOT_EXISTS", "商户号不存在");
  if (serial !== wechatPay.mchSerial) return refuse("商户证书序列号有误");
  const head = Buffer.from(`${request.method}\n${request.target}\n${timestamp}\n${nonce}\n`, "utf8");
  const signed = Buffer.concat([head, request.raw, Buffer.from("\n")]);
  return rsaVerify(signed, signature, world.keys.merchant) ? null : refuse("签名错误，请检查后再试");
}
