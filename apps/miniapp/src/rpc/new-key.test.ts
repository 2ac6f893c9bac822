import { describe, expect, it } from "vitest";
import { newKey } from "./new-key";

describe("idempotency keys", () => {
  it("have the form that the server takes", () => {
    expect(newKey()).toMatch(/^[0-9a-z]{24}$/);
  });
  it("differ within one millisecond", () => {
    const keys = new Set(Array.from({ length: 1000 }, () => newKey(() => 1)));
    expect(keys.size).toBe(1000);
  });
});
