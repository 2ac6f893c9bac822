import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { advice } from "./error-advice.ts";
import { errorDocs, errorRows } from "./error-docs.ts";

const file = path.resolve(import.meta.dirname, "../../../../docs/errors.md");

describe("docs/errors.md", () => {
  it("says what the code says; else run: npm run docs:errors -w @sanqi/bff", () => {
    expect(readFileSync(file, "utf8")).toBe(errorDocs());
  });
});

describe("every error", () => {
  const rows = errorRows();

  it("has a stable code of its own, words in both languages, and advice", () => {
    expect(rows.length).toBeGreaterThan(35);
    for (const { code, status, words } of rows) {
      expect(code).toMatch(/^[A-Z]+(_[A-Z]+)*$/);
      expect(status).toBeGreaterThanOrEqual(400);
      expect(words.zh).toMatch(/[\u4e00-\u9fff]/);
      expect(words.en).toMatch(/^[A-Z¥]/);
      expect(words.en).not.toMatch(/[\u4e00-\u9fff]|undefined|NaN/);
      expect(words.zh).not.toMatch(/undefined|NaN/);
    }
  });

  it("has advice, and no advice is left over", () => {
    expect(Object.keys(advice).sort()).toEqual(rows.map((r) => r.code));
  });
});
