import { constants, privateDecrypt } from "node:crypto";
import type { Answer, Json } from "../http/exchange.ts";
import { receiverKey } from "../state/sharing-records.ts";
import type { World } from "../world.ts";
import { textFault } from "./fields.ts";
import { fieldProblem, problemAnswer } from "./problem.ts";
import { signedAnswer } from "./signed-answer.ts";

const relations =
  /^(SERVICE_PROVIDER|STORE|STAFF|STORE_OWNER|PARTNER|HEADQUARTER|BRAND|DISTRIBUTOR|USER|SUPPLIER|CUSTOM)$/;

function opened(world: World, sealed: unknown): string | null {
  try {
    const key = { key: world.keys.wechatPay, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: "sha1" };
    return privateDecrypt(key, Buffer.from(String(sealed), "base64")).toString("utf8");
  } catch {
    return null;
  }
}

/** POST /v3/profitsharing/receivers/add: a merchant's full name comes encrypted with our key. */
export function addReceiver(world: World, body: Json): Answer {
  const fault =
    textFault(body, "appid", { max: 32 }) ??
    textFault(body, "type", { max: 32, pattern: /^(MERCHANT_ID|PERSONAL_OPENID)$/ }) ??
    textFault(body, "account", { max: 64 }) ??
    textFault(body, "relation_type", { max: 32, pattern: relations }) ??
    textFault(body, "custom_relation", { max: 10, optional: body.relation_type !== "CUSTOM" }) ??
    textFault(body, "name", { max: 1_024, optional: body.type !== "MERCHANT_ID" });
  if (fault !== null) return problemAnswer(fault);
  if (body.appid !== world.secrets.wechat.appId)
    return problemAnswer(fieldProblem("/appid", body.appid, "不匹配"));
  const name = body.name === undefined ? "" : opened(world, body.name);
  if (name === null) return problemAnswer(fieldProblem("/name", null, "须使用微信支付公钥加密"));
  world.state.shareReceivers.set(receiverKey("wechatPay", String(body.account)), name);
  world.touch();
  const { type, account, relation_type } = body;
  return signedAnswer(world, 200, {
    type,
    account,
    relation_type,
    ...(name === "" ? {} : { name: body.name }),
  });
}
