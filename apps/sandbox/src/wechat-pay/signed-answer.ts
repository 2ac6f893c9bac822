import type { Answer } from "../http/exchange.ts";
import { rsaSign, token } from "../signing.ts";
import type { World } from "../world.ts";
import { requestId } from "./problem.ts";

/** The four headers by which the merchant knows that WeChat Pay wrote this body; for answers and notifications. */
export function signatureHeaders(world: World, body: string): Record<string, string> {
  const timestamp = String(Math.floor(world.clock.now() / 1_000));
  const nonce = token(32);
  return {
    "wechatpay-serial": world.secrets.wechatPay.platformSerial,
    "wechatpay-timestamp": timestamp,
    "wechatpay-nonce": nonce,
    "wechatpay-signature": rsaSign(`${timestamp}\n${nonce}\n${body}\n`, world.keys.wechatPay),
  };
}

/** Every 2xx is signed, the empty 204 too. */
export function signedAnswer(world: World, status: 200 | 204, value?: unknown): Answer {
  const body = value === undefined ? "" : JSON.stringify(value);
  return {
    status,
    headers: {
      ...(body === "" ? {} : { "content-type": "application/json; charset=utf-8" }),
      "request-id": requestId(),
      ...signatureHeaders(world, body),
    },
    body,
  };
}
