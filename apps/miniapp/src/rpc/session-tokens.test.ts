import { beforeEach, describe, expect, it, vi } from "vitest";
import type { BareApi } from "./bare-api";
import { failureOf } from "./failure";
import { createSessionTokens } from "./session-tokens";

const phone = vi.hoisted(() => ({ storage: new Map<string, string>(), login: vi.fn() }));
vi.mock("@tarojs/taro", () => ({
  default: {
    getStorageSync: (key: string) => phone.storage.get(key) ?? "",
    setStorageSync: (key: string, value: string) => phone.storage.set(key, value),
    removeStorageSync: (key: string) => phone.storage.delete(key),
  },
}));
vi.mock("../platform/host", () => ({
  host: { name: "weapp", person: "lin", campusId: null, device: () => "test" },
}));
vi.mock("../platform/login", () => ({ login: phone.login }));
vi.mock("./client-config", () => ({ clientConfig: async () => ({ campusId: "cmp_1" }) }));

const exchange = vi.fn();
const bare = { identity: { login: { mutate: exchange } } } as unknown as BareApi;

describe("session tokens", () => {
  beforeEach(() => {
    phone.storage.clear();
    phone.login.mockReset().mockResolvedValue({ ok: true, value: { host: "weapp", code: "c1" } });
    exchange.mockReset().mockResolvedValue({ token: "tok1" });
  });

  it("asks the host once for however many calls, and keeps the token per host and person", async () => {
    const tokens = createSessionTokens(bare);
    expect(await Promise.all([tokens.current(), tokens.current()])).toEqual(["tok1", "tok1"]);
    expect(exchange.mock.calls).toEqual([[{ campusId: "cmp_1", host: "weapp", code: "c1", device: "test" }]]);
    expect(phone.storage.get("sanqi.session.weapp.lin")).toBe("tok1");
    expect(await createSessionTokens(bare).current()).toBe("tok1");
    expect(exchange).toHaveBeenCalledOnce();
  });

  it("logs in again after it was told to forget", async () => {
    const tokens = createSessionTokens(bare);
    await tokens.current();
    tokens.forget();
    exchange.mockResolvedValue({ token: "tok2" });
    expect(await tokens.current()).toBe("tok2");
  });

  it("keeps a fresh token when the rest of a refused batch speaks of the old one", async () => {
    phone.storage.set("sanqi.session.weapp.lin", "ended");
    const tokens = createSessionTokens(bare);
    expect(await tokens.current()).toBe("ended");
    tokens.refused();
    expect(await tokens.current()).toBe("tok1");
    tokens.refused();
    expect(await tokens.current()).toBe("tok1");
    expect(exchange).toHaveBeenCalledOnce();
  });

  it("says that a host is needed, and tries again the next time", async () => {
    const tokens = createSessionTokens(bare);
    phone.login.mockResolvedValueOnce({ ok: false, error: { kind: "hostNeeded" } });
    const failure = await tokens.current().catch(failureOf);
    expect(failure).toMatchObject({ code: "HOST_NEEDED" });
    expect(await tokens.current()).toBe("tok1");
  });
});
