import { createRequire } from "node:module";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createDingtalkCallback } from "./callback.ts";
import { callbackSignature, decryptCallback, encryptCallback, sameSignature } from "./callback-crypto.ts";
import { publishedVectors, vectorText } from "./published-vectors.ts";
import { noon, testConfig, testDeps, testKeys } from "./test-config.ts";

/** The independent client has no types. */
type Encryptor = {
  getDecryptMsg(signature: string, timestamp: string, nonce: string, encrypted: string): string;
  getEncryptedMap(
    text: string,
    timestamp: string,
    nonce: string,
  ): { msg_signature: string; encrypt: string; timeStamp: string; nonce: string };
};
const Encryptor: new (token: string, aesKey: string, owner: string) => Encryptor = createRequire(
  import.meta.url,
)("dingtalk-encrypt");

const { token, aesKey, ownerKey } = testKeys;
const secrets = { token, aesKey, ownerKey };
const random = "0123456789abcdef";

describe.skipIf(!publishedVectors)("published vectors (skipped where ../shared is missing)", () => {
  it.each(["dingtalk-check_url", "dingtalk-success-go", "dingtalk-success-doc"])("%s", (id) => {
    const text = (field: string) => vectorText(id, field);
    const theirs = { token: text("token"), aesKey: text("aes_key"), ownerKey: text("owner_key") };
    const signature = callbackSignature(theirs.token, text("timestamp"), text("nonce"), text("encrypt"));
    expect(sameSignature(signature, text("msg_signature"))).toBe(true);
    expect(decryptCallback(text("encrypt"), theirs)).toBe(text("plaintext"));
    expect(decryptCallback(text("encrypt"), { ...theirs, ownerKey: "dingother" })).toBeUndefined();
  });
});

describe("own vectors", () => {
  it.each(testKeys.callbacks)("pad $paddingByte", ({ timestamp, nonce, encrypt, signature, plaintext }) => {
    expect(callbackSignature(token, timestamp, nonce, encrypt)).toBe(signature);
    expect(decryptCallback(encrypt, secrets)).toBe(plaintext);
    expect(encryptCallback(plaintext, secrets, random)).toBe(encrypt);
  });
});

describe("callback encryption", () => {
  it("brings every text back and refuses damage", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 80 }), (text) => {
        const sealed = encryptCallback(text, secrets, random);
        expect(Buffer.from(sealed, "base64").length % 32).toBe(0);
        expect(decryptCallback(sealed, secrets)).toBe(text);
        const damaged = Buffer.from(sealed, "base64");
        damaged[damaged.length - 1] = (damaged.at(-1) ?? 0) ^ 1;
        expect(decryptCallback(damaged.toString("base64"), secrets)).not.toBe(text);
      }),
    );
    for (const bad of ["", "AAAA", "not base64", Buffer.alloc(32).toString("base64")]) {
      expect(decryptCallback(bad, secrets)).toBeUndefined();
    }
    expect(() => encryptCallback("x", secrets, "short")).toThrow(RangeError);
  });

  it("agrees with dingtalk-encrypt both ways", () => {
    const theirs = new Encryptor(token, aesKey, ownerKey);
    // It percent-encodes what is not ASCII, which the platform does not: only ASCII can be compared.
    const ascii = fc.stringMatching(/^[a-zA-Z0-9{}:,._-]{1,80}$/);
    fc.assert(
      fc.property(ascii, (text) => {
        const sealed = encryptCallback(text, secrets, random);
        const signature = callbackSignature(token, "1763784000000", "n", sealed);
        expect(theirs.getDecryptMsg(signature, "1763784000000", "n", sealed)).toBe(text);
        const reply = theirs.getEncryptedMap(text, "1763784000000", "n");
        expect(callbackSignature(token, "1763784000000", "n", reply.encrypt)).toBe(reply.msg_signature);
        expect(decryptCallback(reply.encrypt, secrets)).toBe(encodeURI(text));
      }),
      { numRuns: 30 },
    );
  });
});

describe("an event pushed to us", () => {
  const { clock, deps } = testDeps();
  const callback = createDingtalkCallback(testConfig("http://127.0.0.1:9"), deps);
  if (!callback) throw new Error("configured");
  const [checkUrl, userAdded] = testKeys.callbacks;
  if (!checkUrl || !userAdded) throw new Error("vectors");
  const read = (vector: typeof checkUrl, changed: Record<string, string | undefined> = {}) => {
    const { signature, timestamp, nonce } = vector;
    return callback.read(
      { signature, timestamp, nonce, ...changed },
      JSON.stringify({ encrypt: vector.encrypt }),
    );
  };

  it("is read under both spellings of its parameters", () => {
    expect(read(checkUrl)).toMatchObject({ ok: true, value: { type: "check_url", eventId: "" } });
    const { signature, timestamp } = userAdded;
    expect(
      read(userAdded, {
        signature: undefined,
        msg_signature: signature,
        timestamp: undefined,
        timeStamp: timestamp,
      }),
    ).toMatchObject({
      ok: true,
      value: { type: "user_add_org", eventId: "e1", fields: { name: "林小满🙂" } },
    });
  });

  it("is refused when it was changed, replayed or makes no sense", () => {
    const kindOf = (result: ReturnType<typeof read>) => (result.ok ? "ok" : result.error.kind);
    expect(kindOf(read(checkUrl, { signature: "0".repeat(40) }))).toBe("callbackForged");
    expect(kindOf(read(checkUrl, { nonce: "other" }))).toBe("callbackForged");
    expect(kindOf(read({ ...checkUrl, encrypt: userAdded.encrypt }))).toBe("callbackForged");
    expect(kindOf(read(checkUrl, { nonce: undefined }))).toBe("callbackMalformed");
    expect(kindOf(callback.read({}, "not json"))).toBe("callbackMalformed");
    const own = (text: string, owner = ownerKey) => {
      const encrypt = encryptCallback(text, { ...secrets, ownerKey: owner }, random);
      const signature = callbackSignature(token, String(noon), "n", encrypt);
      return callback.read({ signature, timestamp: String(noon), nonce: "n" }, JSON.stringify({ encrypt }));
    };
    expect(kindOf(own('{"EventType":"x"}', "dingother"))).toBe("callbackForged");
    expect(kindOf(own("text"))).toBe("callbackMalformed");
    expect(own('{"EventType":"x","BizId":"b"}')).toMatchObject({ value: { eventId: "b:x" } });
    clock.set(noon + 3_600_001);
    expect(kindOf(read(checkUrl))).toBe("callbackStale");
    clock.set(noon);
  });

  it("is answered with an encrypted success", () => {
    const reply = callback.success();
    const theirs = new Encryptor(token, aesKey, ownerKey);
    expect(theirs.getDecryptMsg(reply.msg_signature, reply.timeStamp, reply.nonce, reply.encrypt)).toBe(
      "success",
    );
  });

  it("is not read without callback secrets", () => {
    expect(
      createDingtalkCallback({ ...testConfig("http://127.0.0.1:9"), callback: null }, deps),
    ).toBeUndefined();
  });
});
