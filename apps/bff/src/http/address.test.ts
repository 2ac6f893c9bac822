import type { IncomingMessage } from "node:http";
import { describe, expect, it } from "vitest";
import { addressOf, isLocal } from "./address.ts";

const request = (remoteAddress: string, forwarded?: string) =>
  ({
    socket: { remoteAddress },
    headers: forwarded === undefined ? {} : { "x-forwarded-for": forwarded },
  }) as unknown as IncomingMessage;
const proxies = new Set(["10.0.0.1"]);

describe("the caller's address", () => {
  it("is the peer's, whatever the caller writes", () => {
    expect(addressOf(request("203.0.113.7", "1.2.3.4"), proxies)).toBe("203.0.113.7");
    expect(addressOf(request("::ffff:203.0.113.7"), new Set())).toBe("203.0.113.7");
  });
  it("is what our own proxy added last", () => {
    expect(addressOf(request("::ffff:10.0.0.1", "6.6.6.6, 198.51.100.2"), proxies)).toBe("198.51.100.2");
    expect(addressOf(request("10.0.0.1"), proxies)).toBe("10.0.0.1");
  });
  it("is local only without a proxy in between", () => {
    expect(isLocal(request("127.0.0.1"))).toBe(true);
    expect(isLocal(request("127.0.0.1", "198.51.100.2"))).toBe(false);
    expect(isLocal(request("198.51.100.2"))).toBe(false);
  });
});
