import { TRPCClientError } from "@trpc/client";
import { describe, expect, it } from "vitest";
import { failureOf, isOffline, isSignedOut } from "./failure.ts";

const refused = (code: string, failure: unknown = null) =>
  TRPCClientError.from({
    error: {
      code: -32001,
      message: code,
      data: { sanqi: { code, zh: "中文", en: "English", traceId: "4bf92f35", failure } },
    },
  });

describe("failures", () => {
  it("keep the code, both languages and the trace id of the API", () => {
    expect(failureOf(refused("ORDER_STATE_CONFLICT"))).toEqual({
      code: "ORDER_STATE_CONFLICT",
      words: { zh: "中文", en: "English" },
      traceId: "4bf92f35",
      retryAt: null,
    });
  });

  it("say until when a log-in is locked", () => {
    expect(failureOf(refused("TOO_MANY_ATTEMPTS", { kind: "tooManyAttempts", retryAt: 5 })).retryAt).toBe(5);
  });

  it("without an answer mean that the server cannot be reached", () => {
    expect(isOffline(new TypeError("fetch failed"))).toBe(true);
    expect(isOffline(TRPCClientError.from(new TypeError("fetch failed")))).toBe(true);
    expect(isOffline(refused("INTERNAL"))).toBe(false);
  });

  it("tell an ended session from other refusals", () => {
    expect(isSignedOut(refused("SESSION_INVALID"))).toBe(true);
    expect(isSignedOut(refused("ORDER_NOT_FOUND"))).toBe(false);
  });
});
