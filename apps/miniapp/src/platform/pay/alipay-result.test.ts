import { describe, expect, it } from "vitest";
import { alipayOutcome } from "./alipay-result";

describe("Alipay's result codes", () => {
  it.each([
    ["9000", "paid"],
    ["8000", "unknown"],
    ["6004", "unknown"],
    ["6002", "unknown"],
    ["6001", "cancelled"],
    ["4000", "failed"],
    ["4", "failed"],
  ])("%s means %s", (code, outcome) => expect(alipayOutcome(code)).toBe(outcome));
});
