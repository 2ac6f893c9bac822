import { createPrivateKey, createPublicKey } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Aes, Formatter, Rsa } from "wechatpay-axios-plugin";
import { publishedVectors, vectorText } from "./published-vectors.ts";
import {
  authorization,
  decryptResource,
  requestMessage,
  requestPaymentParams,
  signText,
  verifyBytes,
  verifyPlatformSignature,
} from "./sign.ts";
import { testKeys } from "./test-config.ts";

const merchantKey = createPrivateKey(testKeys.merchant.privateKey);
const merchantPublicKey = createPublicKey(testKeys.merchant.publicKey);

describe.skipIf(!publishedVectors)("published vectors (skipped where ../shared is missing)", () => {
  const docsKey = () => createPrivateKey(vectorText("wx-v3-request-sign-jsapi", "private_key_pem"));

  it("signs a JSAPI request as the documentation does", () => {
    const message = vectorText("wx-v3-request-sign-jsapi", "message");
    const [method = "", path = "", timestamp = "", nonce = "", body = ""] = message.split("\n");
    expect(requestMessage({ method, path, timestamp, nonce, body })).toBe(message);
    expect(signText(message, docsKey())).toBe(vectorText("wx-v3-request-sign-jsapi", "signature"));
  });

  it("signs requestPayment as the documentation does", () => {
    const given = {
      appId: "wx2421b1c4370ec43b",
      prepayId: "wx201410272009395522657a690389285100",
      timestamp: "1554208460",
      nonce: "593BEC0C930BF1AFEB40B4A08C8FB242",
    };
    const params = requestPaymentParams(given, docsKey());
    expect(params.paySign).toBe(vectorText("wx-requestPayment-paySign", "signature"));
    expect(params.package).toBe(`prepay_id=${given.prepayId}`);
  });

  it("verifies an answer", () => {
    const at = Number(vectorText("wx-response-verify", "timestamp")) * 1000;
    const headers = {
      serial: "S",
      signature: vectorText("wx-response-verify", "signature"),
      timestamp: vectorText("wx-response-verify", "timestamp"),
      nonce: vectorText("wx-response-verify", "nonce"),
      type: undefined,
    };
    const keys = new Map([["S", createPublicKey(vectorText("wx-response-verify", "public_key_pem"))]]);
    const body = Buffer.from(vectorText("wx-response-verify", "body"));
    expect(verifyPlatformSignature(headers, body, { keys, nowMs: at })).toEqual({ kind: "genuine" });
    expect(verifyPlatformSignature(headers, body, { keys, nowMs: at + 301_000 }).kind).toBe("stale");
    const tampered = Buffer.from(`${body} `);
    expect(verifyPlatformSignature(headers, tampered, { keys, nowMs: at }).kind).toBe("forged");
  });

  it.each(["wx-go-sdk-sign-source", "wx-java-sdk-sign-message"])("agrees with the official SDK: %s", (id) => {
    const key = createPrivateKey(vectorText(id, "private_key_pem"));
    expect(signText(vectorText(id, "message"), key)).toBe(vectorText(id, "signature"));
  });

  it.each(["wx-aes-256-gcm-java", "wx-aes-256-gcm-axios", "wx-aes-gcm-go-16byte-key"])(
    "decrypts %s",
    (id) => {
      const sealed = {
        ciphertext: vectorText(id, "ciphertext_b64"),
        nonce: vectorText(id, "nonce"),
        associatedData: vectorText(id, "aad"),
      };
      expect(decryptResource(sealed, Buffer.from(vectorText(id, "key")))).toBe(vectorText(id, "plaintext"));
    },
  );

  it("verifies and opens a whole notification", () => {
    const vector = publishedVectors?.find(({ id }) => id === "wx-notify-end-to-end");
    const sent = vector?.headers as Record<string, string>;
    const serial = sent["Wechatpay-Serial"] ?? "";
    const headers = {
      serial,
      signature: sent["Wechatpay-Signature"],
      timestamp: sent["Wechatpay-Timestamp"],
      nonce: sent["Wechatpay-Nonce"],
      type: undefined,
    };
    const body = vectorText("wx-notify-end-to-end", "raw_body");
    const keys = new Map([[serial, createPublicKey(vectorText("wx-notify-end-to-end", "certificate_pem"))]]);
    const nowMs = Number(headers.timestamp) * 1000;
    expect(verifyPlatformSignature(headers, Buffer.from(body), { keys, nowMs })).toEqual({ kind: "genuine" });
    const { ciphertext, nonce, associated_data: associatedData } = JSON.parse(body).resource;
    const key = Buffer.from(vectorText("wx-notify-end-to-end", "apiv3_key"));
    expect(decryptResource({ ciphertext, nonce, associatedData }, key)).toBe(
      vectorText("wx-notify-end-to-end", "plaintext"),
    );
  });
});

describe("own vectors", () => {
  it("signs Chinese text and emoji over their UTF-8 bytes", () => {
    const { message, signature, ...request } = testKeys.requestSignature;
    expect(requestMessage(request)).toBe(message);
    expect(signText(message, merchantKey)).toBe(signature);
  });

  it("verifies the empty body of a 204", () => {
    const { timestamp, nonce, body, signature } = testKeys.emptyAnswer;
    const headers = { serial: "S", signature, timestamp, nonce, type: "WECHATPAY2-SHA256-RSA2048" };
    const keys = new Map([["S", createPublicKey(testKeys.platform.publicKey)]]);
    const verdict = verifyPlatformSignature(headers, Buffer.from(body), {
      keys,
      nowMs: Number(timestamp) * 1000,
    });
    expect(verdict.kind).toBe("genuine");
  });

  it("opens a resource, and nothing that was changed", () => {
    const { plaintext, ...sealed } = testKeys.sealedResource;
    const key = Buffer.from(testKeys.apiV3Key);
    expect(decryptResource(sealed, key)).toBe(plaintext);
    expect(decryptResource({ ...sealed, associatedData: "refund" }, key)).toBeUndefined();
    expect(decryptResource({ ...sealed, nonce: "testnonce013" }, key)).toBeUndefined();
    expect(decryptResource(sealed, Buffer.alloc(32, 7))).toBeUndefined();
    expect(decryptResource(sealed, Buffer.alloc(31, 7))).toBeUndefined();
    const bytes = Buffer.from(sealed.ciphertext, "base64");
    for (let i = 0; i < bytes.length; i++) {
      const changed = Buffer.from(bytes);
      changed[i] = (changed[i] ?? 0) ^ 1;
      expect(decryptResource({ ...sealed, ciphertext: changed.toString("base64") }, key)).toBeUndefined();
    }
    expect(decryptResource({ ...sealed, ciphertext: "AAAA" }, key)).toBeUndefined();
  });
});

describe("what is refused", () => {
  const keys = new Map([["S", createPublicKey(testKeys.platform.publicKey)]]);
  const { timestamp, nonce, signature } = testKeys.emptyAnswer;
  const good = { serial: "S", signature, timestamp, nonce, type: undefined };
  const now = Number(timestamp) * 1000;
  const verdict = (changed: object, nowMs = now) =>
    verifyPlatformSignature({ ...good, ...changed }, Buffer.alloc(0), { keys, nowMs }).kind;

  it("is anything missing, unknown, probing or old", () => {
    expect(verdict({})).toBe("genuine");
    for (const name of ["serial", "signature", "timestamp", "nonce"])
      expect(verdict({ [name]: undefined })).toBe("forged");
    expect(verdict({ serial: "T" })).toBe("forged");
    const probe = { ...good, signature: `WECHATPAY/SIGNTEST/${signature}` };
    expect(verifyPlatformSignature(probe, Buffer.alloc(0), { keys, nowMs: now })).toEqual({
      kind: "forged",
      detail: "signature probe",
    });
    for (const changed of ["", `${signature}0`, ` ${signature}`])
      expect(verdict({ signature: changed })).toBe("forged");
    expect(verdict({ type: "WECHATPAY2-SM2-WITH-SM3" })).toBe("forged");
    expect(verdict({ timestamp: `${timestamp} ` })).toBe("forged");
    expect(verdict({}, now + 300_000)).toBe("genuine");
    expect(verdict({}, now + 301_000)).toBe("stale");
    expect(verdict({}, now - 301_000)).toBe("stale");
  });
});

describe("wechatpay-axios-plugin agrees", () => {
  const text = fc.string({ unit: "grapheme", maxLength: 60 });

  it("on requests", () => {
    fc.assert(
      fc.property(text, text, (path, body) => {
        const request = { method: "POST", path, timestamp: "1763784000", nonce: "N", body };
        const theirs = Formatter.request("POST", path, 1763784000, "N", body);
        expect(requestMessage(request)).toBe(theirs);
        expect(Rsa.verify(theirs, signText(theirs, merchantKey), merchantPublicKey)).toBe(true);
        expect(verifyBytes(Buffer.from(theirs), Rsa.sign(theirs, merchantKey), merchantPublicKey)).toBe(true);
        expect(verifyBytes(Buffer.from(`${theirs}x`), Rsa.sign(theirs, merchantKey), merchantPublicKey)).toBe(
          false,
        );
      }),
      { numRuns: 30 },
    );
  });

  it("on the Authorization header's fields", () => {
    const request = { method: "GET", path: "/v3/x?mchid=1", timestamp: "1763784000", nonce: "N", body: "" };
    const merchant = { mchId: "1900000001", mchSerial: "SERIAL", mchPrivateKey: merchantKey };
    const fields = (header: string) =>
      Object.fromEntries([...header.matchAll(/(\w+)="([^"]*)"/g)].map((m) => [m[1], m[2]]));
    const signature = Rsa.sign(Formatter.request("GET", "/v3/x?mchid=1", 1763784000, "N"), merchantKey);
    const theirs = Formatter.authorization("1900000001", "N", signature, 1763784000, "SERIAL");
    expect(fields(authorization(request, merchant))).toEqual(fields(theirs));
  });

  it("on sealed resources", () => {
    fc.assert(
      fc.property(text, text, (plaintext, associatedData) => {
        const ciphertext = Aes.AesGcm.encrypt(plaintext, testKeys.apiV3Key, "testnonce012", associatedData);
        const sealed = { ciphertext, nonce: "testnonce012", associatedData };
        expect(decryptResource(sealed, Buffer.from(testKeys.apiV3Key))).toBe(plaintext);
      }),
      { numRuns: 50 },
    );
  });
});
