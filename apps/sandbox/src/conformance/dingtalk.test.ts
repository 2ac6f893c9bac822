import { createRequire } from "node:module";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type CallbackKeys, openCallback, sealCallback } from "../dingtalk/callback-crypto.ts";
import { type Bench, startBench } from "../testing/bench.ts";

const require = createRequire(import.meta.url);

type Token = { body: { accessToken?: string; expireIn?: number } };
// Both packages are CommonJS; one brings no types, the other's default export is not seen under NodeNext.
const { default: OauthClient, GetAccessTokenRequest } = require("@alicloud/dingtalk/oauth2_1_0") as {
  default: new (config: Record<string, unknown>) => { getAccessToken(request: unknown): Promise<Token> };
  GetAccessTokenRequest: new (fields: Record<string, string>) => unknown;
};
const Encryptor = require("dingtalk-encrypt") as new (
  token: string,
  aesKey: string,
  owner: string,
) => {
  getEncryptedMap(
    text: string,
    timestamp: string,
    nonce: string,
  ): { msg_signature: string; encrypt: string; timeStamp: string; nonce: string };
  getDecryptMsg(signature: string, timestamp: string, nonce: string, encrypted: string): string;
};

describe("@alicloud/dingtalk against the sandbox", () => {
  let bench: Bench;
  beforeAll(async () => {
    bench = await startBench();
  });
  afterAll(() => bench.sandbox.close());
  // It takes a host and a port but no path, so it is given the address where /v1.0 stands at the root.
  const client = () =>
    new OauthClient({ protocol: "http", endpoint: new URL(bench.sandbox.url).host, regionId: "central" });
  const ask = (appSecret: string) =>
    client().getAccessToken(new GetAccessTokenRequest({ appKey: bench.env.DINGTALK_APP_KEY, appSecret }));

  it("gets the same token twice, and it works on the old family", async () => {
    const one = await ask(bench.env.DINGTALK_APP_SECRET);
    const two = await ask(bench.env.DINGTALK_APP_SECRET);
    expect(one.body).toMatchObject({ accessToken: expect.any(String), expireIn: 7_200 });
    expect(two.body.accessToken).toBe(one.body.accessToken);
    const reply = await bench.call(
      `/dingtalk-oapi/topapi/v2/department/listsub?access_token=${one.body.accessToken}`,
      {},
    );
    expect(reply.json).toMatchObject({ errcode: 0 });
  });

  it("understands the refusal of a wrong secret", async () => {
    await expect(ask("wrong")).rejects.toMatchObject({ code: "invalidClientIdOrSecret" });
  });
});

describe("dingtalk-encrypt and the sandbox's callbacks", () => {
  const keys: CallbackKeys = {
    token: "tok",
    aesKey: Buffer.alloc(32, 9).toString("base64").slice(0, 43),
    ownerKey: "dingsandboxapp",
  };
  const encryptor = new Encryptor(keys.token, keys.aesKey, keys.ownerKey);

  it("opens what the sandbox sealed, for every length of padding", () => {
    for (let length = 0; length < 33; length += 1) {
      const text = "x".repeat(length);
      const sealed = sealCallback(keys, { text, timestamp: "1795348649425", nonce: "n" });
      expect(
        encryptor.getDecryptMsg(sealed.msg_signature, sealed.timeStamp, sealed.nonce, sealed.encrypt),
      ).toBe(text);
    }
  });

  it("seals what the sandbox opens", () => {
    for (const text of ["success", '{"EventType":"check_url"}']) {
      // It percent-encodes its text before sealing.
      expect(openCallback(keys, encryptor.getEncryptedMap(text, "1795348649425", "n"))).toBe(encodeURI(text));
    }
  });

  it("refuses what was changed, and the sandbox does too", () => {
    const sealed = sealCallback(keys, { text: "success", timestamp: "1", nonce: "n" });
    const changed = `${sealed.encrypt.slice(0, -4)}AAA=`;
    expect(() => encryptor.getDecryptMsg(sealed.msg_signature, "1", "n", changed)).toThrow();
    expect(openCallback(keys, { ...sealed, encrypt: changed })).toBeNull();
  });
});
