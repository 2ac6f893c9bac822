import { describe, expect, it } from "vitest";
import { newPayCode, typedPayCode } from "./pay-code.ts";

const random = (bytes: Uint8Array<ArrayBuffer>) => crypto.getRandomValues(bytes);

describe("a pay code", () => {
  it("has eight signs that nobody mixes up, all of them in use", () => {
    const codes = Array.from({ length: 500 }, () => newPayCode(random as never));
    for (const code of codes) expect(code).toMatch(/^[2-9A-HJKMNP-Z]{8}$/);
    expect(new Set(codes.join("")).size).toBe(31);
    expect(new Set(codes).size).toBe(500);
  });

  it("is drawn anew for bytes that would favour some signs", () => {
    let round = 0;
    const code = newPayCode((bytes) => bytes.fill(round++ === 0 ? 255 : 0));
    expect([code, round]).toEqual(["22222222", 2]);
  });

  it("is read as people type it", () => {
    const code = newPayCode(random as never);
    expect(typedPayCode(` ${code.slice(0, 4).toLowerCase()}-${code.slice(4)} `)).toBe(code);
  });

  it.each(["", "2345678", "234567890", "2345678O", "２３４５６７８９"])("is not %j", (text) => {
    expect(typedPayCode(text)).toBeNull();
  });
});
