import { generateKeyPairSync, sign } from "node:crypto";
import { readWechatConfig } from "@sanqi/wechat";
import { describe, expect, it } from "vitest";
import { checkWechatPay } from "./wechat.ts";
import { createWitness } from "./witness.ts";

const pair = () =>
  generateKeyPairSync("rsa", {
    modulusLength: 2048,
    publicKeyEncoding: { type: "spki", format: "pem" },
    privateKeyEncoding: { type: "pkcs8", format: "pem" },
  });
const [merchant, platform, stranger] = [pair(), pair(), pair()];
const config = readWechatConfig({
  WECHAT_API_BASE: "https://api.weixin.qq.com",
  WECHAT_APP_ID: "wx1",
  WECHAT_APP_SECRET: "s",
  WECHATPAY_BASE: "https://api.mch.weixin.qq.com",
  WECHATPAY_MCH_ID: "1900000109",
  WECHATPAY_MCH_SERIAL: "ABC",
  WECHATPAY_MCH_PRIVATE_KEY: merchant.privateKey,
  WECHATPAY_PLATFORM_SERIAL: "PUB_KEY_ID_1",
  WECHATPAY_PLATFORM_PUBLIC_KEY: platform.publicKey,
  WECHATPAY_APIV3_KEY: "k".repeat(32),
});
const clock = { now: () => 1_790_000_000_000 };

/** WeChat Pay as it is: its refusals are signed too, unlike the sandbox's. */
const answering = (key: string, serial: string, signature?: string): typeof fetch => {
  const body = JSON.stringify({ code: "ORDER_NOT_EXIST", message: "订单不存在" });
  const signed = sign("sha256", Buffer.from(`1790000000\nn\n${body}\n`), key).toString("base64");
  const headers = {
    "wechatpay-serial": serial,
    "wechatpay-timestamp": "1790000000",
    "wechatpay-nonce": "n",
    "wechatpay-signature": signature ?? signed,
  };
  return async () => new Response(body, { status: 404, headers });
};

describe("a refusal that WeChat Pay signed", () => {
  it.each([
    ["with the key that we hold", answering(platform.privateKey, "PUB_KEY_ID_1"), "good", "_PUBLIC_KEY"],
    ["with another key", answering(stranger.privateKey, "PUB_KEY_ID_1"), "wrong", "_PUBLIC_KEY"],
    ["under another serial", answering(platform.privateKey, "PUB_KEY_ID_2"), "wrong", "_SERIAL"],
    [
      "as a probe",
      answering(platform.privateKey, "PUB_KEY_ID_1", "WECHATPAY/SIGNTEST/x"),
      "note",
      "_PUBLIC_KEY",
    ],
  ])("%s", async (_what, fetch, mark, name) => {
    const [accepted, proof] = await checkWechatPay(config, createWitness(fetch, clock), clock);
    expect(accepted?.mark).toBe("good");
    expect([proof?.mark, proof?.name]).toEqual([mark, `WECHATPAY_PLATFORM${name}`]);
  });
});
