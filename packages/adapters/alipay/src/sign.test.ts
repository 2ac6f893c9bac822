import { createPrivateKey, createPublicKey } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { publishedVectors, vectorText } from "./published-vectors.ts";
import { rawMember } from "./raw-member.ts";
import {
  requestMessage,
  signParameters,
  signText,
  verifyAnswer,
  verifyNotification,
  verifyText,
} from "./sign.ts";
import { sdk, testKeys } from "./test-config.ts";

const appKey = createPrivateKey(testKeys.app.privateKey);
const appPublicKey = createPublicKey(testKeys.app.publicKey);
const alipayKey = createPrivateKey(testKeys.alipay.privateKey);
const alipayPublicKey = createPublicKey(testKeys.alipay.publicKey);

describe.skipIf(!publishedVectors)("published vectors (skipped where ../shared is missing)", () => {
  const form = () => {
    const vector = publishedVectors?.find(({ id }) => id === "alipay-notify-RSA2");
    return vector?.form_params as Record<string, string>;
  };
  const key = () =>
    createPublicKey({
      key: Buffer.from(vectorText("alipay-notify-RSA2", "public_key_spki_b64"), "base64"),
      format: "der",
      type: "spki",
    });

  it("verifies a notification without sign_type, and only so", () => {
    expect(verifyNotification(form(), key())).toBe(true);
    const { sign, ...withType } = form();
    expect(verifyText(requestMessage(withType), sign ?? "", key())).toBe(false);
    expect(verifyText(vectorText("alipay-notify-RSA2", "message"), sign ?? "", key())).toBe(true);
  });

  it("refuses every changed value", () => {
    for (const name of Object.keys(form())) {
      expect(verifyNotification({ ...form(), [name]: `${form()[name]}0` }, key())).toBe(false);
    }
  });
});

describe("own vectors", () => {
  it("signs a request over raw sorted values", () => {
    const { parameters, message, signature } = testKeys.requestSignature;
    expect(requestMessage(parameters)).toBe(message);
    expect(signParameters(parameters, appKey).sign).toBe(signature);
    expect(signParameters({ ...parameters, notify_url: "" }, appKey)).toEqual({
      ...parameters,
      sign: signature,
    });
  });

  it("verifies an answer over its raw text, also where the slashes were escaped before signing", () => {
    const { raw, signature, signatureOverEscapedSlashes } = testKeys.answer;
    expect(verifyAnswer(raw, signature, alipayPublicKey)).toBe(true);
    expect(verifyAnswer(raw, signatureOverEscapedSlashes, alipayPublicKey)).toBe(true);
    const sentEscaped = raw.replaceAll("/", "\\/");
    expect(verifyAnswer(sentEscaped, signatureOverEscapedSlashes, alipayPublicKey)).toBe(true);
    expect(verifyAnswer(raw.replace("10000", "10001"), signature, alipayPublicKey)).toBe(false);
    expect(verifyAnswer(raw, "", alipayPublicKey)).toBe(false);
    expect(verifyAnswer(raw, signature, appPublicKey)).toBe(false);
  });
});

describe("verifyNotification", () => {
  const fields = { a: "1", empty: "", subject: "红烧肉 100% +1", out_trade_no: "x" };
  const covered = (keep: boolean) =>
    Object.entries(fields)
      .filter(([, value]) => keep || value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, value]) => `${name}=${value}`)
      .join("&");

  it("takes empty values both ways", () => {
    for (const keep of [true, false]) {
      const sign = signText(covered(keep), alipayKey);
      expect(verifyNotification({ ...fields, sign, sign_type: "RSA2" }, alipayPublicKey)).toBe(true);
      expect(verifyNotification({ ...fields, sign, sign_type: "RSA2", a: "2" }, alipayPublicKey)).toBe(false);
    }
  });

  it("takes no other algorithm and no missing signature", () => {
    const sign = signText(covered(false), alipayKey);
    expect(verifyNotification({ ...fields, sign, sign_type: "RSA" }, alipayPublicKey)).toBe(false);
    expect(verifyNotification({ ...fields, sign_type: "RSA2" }, alipayPublicKey)).toBe(false);
    expect(verifyNotification({ ...fields, sign: "not base64 !", sign_type: "RSA2" }, alipayPublicKey)).toBe(
      false,
    );
  });
});

describe("alipay-sdk agrees", () => {
  const names = fc
    .stringMatching(/^[a-z][a-z0-9_]{0,12}$/)
    .filter((name) => name !== "sign" && name !== "sign_type");
  const parameters = fc.dictionary(names, fc.string({ unit: "grapheme", maxLength: 40 }), {
    maxKeys: 8,
    noNullPrototype: true,
  });

  it("accepts what we sign", () => {
    const platform = sdk("platform");
    fc.assert(
      fc.property(parameters, (given) => {
        const signed = signParameters({ ...given, sign_type: "RSA2" }, appKey);
        expect(platform.checkNotifySignV2({ ...signed })).toBe(true);
        expect(platform.checkNotifySignV2({ ...signed, sign_type: "RSA2", extra: "1" })).toBe(false);
      }),
      { numRuns: 30 },
    );
  });

  it("makes the order string that we make", () => {
    const timestamp = "2025-11-22 12:00:00";
    const content = { out_trade_no: "pay_1", subject: "红烧肉 100% +1 🍚", total_amount: "24.50" };
    const theirs = new URLSearchParams(
      sdk("app").sdkExecute("alipay.trade.app.pay", {
        timestamp,
        bizContent: content,
        notifyUrl: "https://a.example/n",
      }),
    );
    const { sign, ...unsigned } = Object.fromEntries(theirs);
    expect(signParameters(unsigned, appKey).sign).toBe(sign);
    expect(verifyText(requestMessage(unsigned), sign ?? "", appPublicKey)).toBe(true);
  });

  it("verifies the answer whose raw text we cut out", () => {
    const { raw, signature } = testKeys.answer;
    const text = `{"alipay_trade_query_response":${raw},"sign":"${signature}"}`;
    expect(() =>
      sdk("app").checkResponseSign(text, "alipay_trade_query_response", signature, ""),
    ).not.toThrow();
    expect(rawMember(text, "alipay_trade_query_response")).toBe(raw);
  });
});

describe("rawMember", () => {
  it("cuts any member out exactly as it stands", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), fc.string(), (before, value, name) => {
        const wanted = `wanted ${name}`;
        const text = ` { "x":${JSON.stringify(before)} , ${JSON.stringify(wanted)} : ${JSON.stringify(value, null, 1)} ,"sign":"s"}`;
        expect(rawMember(text, wanted)).toBe(JSON.stringify(value, null, 1));
        expect(rawMember(text, "sign")).toBe('"s"');
        expect(rawMember(text, "absent")).toBeUndefined();
      }),
    );
    expect(rawMember("{}", "x")).toBeUndefined();
  });
});
