import { minute } from "@sanqi/kernel";
import { describe, expect, it } from "vitest";
import { lockOutWords } from "./lock-out.ts";

/** 12:00 in China. */
const noon = Date.UTC(2026, 10, 22, 4);

describe("lock-out", () => {
  it("says how long, rounded up, and until when", () => {
    expect(lockOutWords(noon + 4 * minute + 1, noon)?.zh).toContain("5 分钟后（约 12:05）");
    expect(lockOutWords(noon + 30_000, noon)?.en).toContain("in 30 s (about 12:01)");
  });

  it("ends by itself", () => {
    expect(lockOutWords(noon, noon)).toBeNull();
    expect(lockOutWords(null, noon)).toBeNull();
  });
});
