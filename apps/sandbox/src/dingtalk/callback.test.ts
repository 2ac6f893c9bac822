import { describe, expect, it } from "vitest";
import { parseObject } from "../http/exchange.ts";
import { startBench, startReceiver } from "../testing/bench.ts";
import { publishedVectors } from "../testing/published-vectors.ts";
import { openCallback, sealCallback } from "./callback-crypto.ts";

const keys = {
  token: "sandbox-token",
  aesKey: Buffer.alloc(32, 7).toString("base64").slice(0, 43),
  ownerKey: "dingsandboxapp",
};

// Made by this code once and kept: a change of the wire form shows as a difference.
const own = [
  {
    text: "success",
    encrypt: "z12mc3wW257rzx8R4rGqorIUQOX5aCmNJ0T5UD0WqZGhqUNSsIeMnWgA9NcOxa9y2Ji1rXmaGqB63IozMLTwZw==",
    msg_signature: "d9890ebc2bcd77204ef2eb01c20a49eb664c33b9",
  },
  {
    text: '{"EventType":"check_url"}',
    encrypt: "z12mc3wW257rzx8R4rGqouX+dIJU6AxkXYFVAM4EPhC8/uUygS9G8K717uI4ID38uDD5SETS9JHlvlcP1tNzBg==",
    msg_signature: "8e5e4614b460a810a43da4d3f32b419381bd12c1",
  },
  {
    text: '{"EventType":"user_leave_org","userId":["林"]}',
    encrypt:
      "z12mc3wW257rzx8R4rGqoiiGFFPC+QugFe8sPx5tqU0eEtJndjt5CeOsPFBvDqUDPmsoyzblWQxl3wtrRC9A5Lh68KjpYICfPlZv2XcMiWLHdCsR8NltUYTf4YLhZ6SE",
    msg_signature: "b83a95cccb9bf19c55927a53310bb57147fa6a35",
  },
];

const dingtalkVectors = [...publishedVectors().values()].filter(({ id }) => id.startsWith("dingtalk-"));

describe("callback encryption", () => {
  it.each(own)("of $text has not changed", ({ text, encrypt, msg_signature }) => {
    const sealed = sealCallback(keys, {
      text,
      timestamp: "1795348649425",
      nonce: "abcdef",
      prefix: Buffer.alloc(16, 1),
    });
    expect(sealed).toEqual({ msg_signature, timeStamp: "1795348649425", nonce: "abcdef", encrypt });
  });

  it("comes back for every length of padding", () => {
    const pads = new Set<number>();
    for (let length = 0; length < 33; length += 1) {
      const text = "x".repeat(length);
      const sealed = sealCallback(keys, { text, timestamp: "1", nonce: "n" });
      expect(openCallback(keys, sealed)).toBe(text);
      pads.add(32 - ((20 + length + keys.ownerKey.length) % 32));
    }
    expect(pads.size).toBe(32);
  });

  it("is refused when anything is changed", () => {
    const sealed = sealCallback(keys, { text: "success", timestamp: "1", nonce: "n" });
    expect(openCallback(keys, { ...sealed, nonce: "m" })).toBeNull();
    expect(openCallback({ ...keys, token: "other" }, sealed)).toBeNull();
    const otherOwner = sealCallback(
      { ...keys, ownerKey: "dingother" },
      { text: "success", timestamp: "1", nonce: "n" },
    );
    expect(openCallback(keys, otherOwner)).toBeNull();
  });

  it.skipIf(dingtalkVectors.length === 0)(
    "opens the published vectors (left out where ../shared is missing)",
    () => {
      expect(dingtalkVectors.map(({ padding_byte }) => padding_byte)).toEqual([31, 27, 17]);
      for (const vector of dingtalkVectors) {
        const text = (name: string) => String(vector[name]);
        const vectorKeys = { token: text("token"), aesKey: text("aes_key"), ownerKey: text("owner_key") };
        const sealed = {
          msg_signature: text("msg_signature"),
          timeStamp: text("timestamp"),
          nonce: text("nonce"),
          encrypt: text("encrypt"),
        };
        expect(openCallback(vectorKeys, sealed)).toBe(vector.plaintext);
      }
    },
  );
});

describe("an event", () => {
  it("is pushed until the app answers success, encrypted", async () => {
    const bench = await startBench({ notifyScale: 1e-6 });
    const receiver = await startReceiver();
    const { dingtalk } = bench.credentials.sandbox;
    const appKeys = {
      token: dingtalk.callbackToken,
      aesKey: dingtalk.callbackAesKey,
      ownerKey: dingtalk.appKey,
    };
    const reply = (text: string) =>
      JSON.stringify(sealCallback(appKeys, { text, timestamp: String(Date.now()), nonce: "reply" }));
    receiver.answer((_arrival, index) => ({ status: 200, body: index === 0 ? "success" : reply("success") }));
    const pushed = await bench.call("/admin/dingtalk/events", {
      url: receiver.url,
      event: { EventType: "check_url" },
    });
    expect(pushed.status).toBe(202);
    const arrivals = await receiver.arrived(2);
    const counters = async () => (await bench.call("/admin/state")).json.counters as Record<string, number>;
    await expect.poll(async () => (await counters())["dingtalk.eventsHeard"]).toBe(1);
    expect(parseObject(arrivals[1]?.body ?? "")).toHaveProperty("encrypt");
    expect((await bench.call("/admin/dingtalk/events", { url: "x" })).status).toBe(400);
    await bench.sandbox.close();
    await receiver.close();
  });
});
