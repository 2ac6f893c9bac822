import { createPrivateKey, createPublicKey, X509Certificate } from "node:crypto";
import { describe, expect, it } from "vitest";
import { signText } from "./alipay/signature.ts";
import { gcmSeal, rsaSign, rsaVerify } from "./signing.ts";
import { publishedVectors } from "./testing/published-vectors.ts";

const vectors = publishedVectors();
const field = (id: string, name: string): string => String(vectors.get(id)?.[name]);
const where = "(left out where ../shared is missing)";

describe("own vectors", () => {
  // Fixed key, nonce and text: a change of what is sealed, or in which order, shows as a difference.
  it("of AES-256-GCM have not changed", () => {
    const sealed = gcmSeal({
      text: '{"trade_state":"SUCCESS"}',
      key: "0123456789abcdef0123456789abcdef",
      nonce: "abcdefghijkl",
      aad: "transaction",
    });
    expect(sealed).toBe("Eu69zaqBCIwQaJNlb7tiHQ9k+Fz80zx5YzOYHKwl/geBbi9ljwuu9FA=");
  });

  it("of Alipay's signed text leave out sign and empty values and sort by name", () => {
    const params = {
      version: "1.0",
      app_id: "sandbox1",
      sign: "x",
      sign_type: "RSA2",
      notify_url: "",
      biz_content: '{"a":"b=c&d"}',
    };
    expect(signText(params)).toBe('app_id=sandbox1&biz_content={"a":"b=c&d"}&sign_type=RSA2&version=1.0');
    expect(signText(params, ["sign_type"])).toBe('app_id=sandbox1&biz_content={"a":"b=c&d"}&version=1.0');
  });
});

describe.skipIf(vectors.size === 0)(`published vectors ${where}`, () => {
  it.each([
    "wx-v3-request-sign-jsapi",
    "wx-requestPayment-paySign",
    "wx-go-sdk-sign-source",
    "wx-java-sdk-sign-message",
  ])("%s", (id) => {
    const pem =
      vectors.get(id)?.private_key_pem ?? vectors.get(field(id, "private_key_ref"))?.private_key_pem;
    const key = createPrivateKey(String(pem));
    expect(rsaSign(field(id, "message"), key)).toBe(field(id, "signature"));
    expect(rsaVerify(field(id, "message"), field(id, "signature"), createPublicKey(key))).toBe(true);
  });

  it("wx-response-verify", () => {
    const key = createPublicKey(field("wx-response-verify", "public_key_pem"));
    const text = ["timestamp", "nonce", "body"]
      .map((name) => `${field("wx-response-verify", name)}\n`)
      .join("");
    expect(rsaVerify(text, field("wx-response-verify", "signature"), key)).toBe(true);
    expect(rsaVerify(`${text} `, field("wx-response-verify", "signature"), key)).toBe(false);
  });

  it.each(["wx-aes-256-gcm-java", "wx-aes-256-gcm-axios"])("%s", (id) => {
    const sealed = gcmSeal({
      text: field(id, "plaintext"),
      key: field(id, "key"),
      nonce: field(id, "nonce"),
      aad: field(id, "aad"),
    });
    expect(sealed).toBe(field(id, "ciphertext_b64"));
  });

  it("wx-notify-end-to-end", () => {
    const vector = vectors.get("wx-notify-end-to-end");
    const headers = vector?.headers as Record<string, string>;
    const key = new X509Certificate(String(vector?.certificate_pem)).publicKey;
    const text = `${headers["Wechatpay-Timestamp"]}\n${headers["Wechatpay-Nonce"]}\n${vector?.raw_body}\n`;
    expect(rsaVerify(text, headers["Wechatpay-Signature"] ?? "", key)).toBe(true);
  });

  it("alipay-notify-RSA2, which fails with sign_type in it", () => {
    const vector = vectors.get("alipay-notify-RSA2");
    const params = vector?.form_params as Record<string, string>;
    const der = Buffer.from(String(vector?.public_key_spki_b64), "base64");
    const key = createPublicKey({ key: der, format: "der", type: "spki" });
    expect(signText(params, ["sign_type"])).toBe(vector?.message);
    expect(rsaVerify(signText(params, ["sign_type"]), params.sign ?? "", key)).toBe(true);
    expect(rsaVerify(signText(params), params.sign ?? "", key)).toBe(false);
  });
});
