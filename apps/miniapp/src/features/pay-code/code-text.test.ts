import { describe, expect, it } from "vitest";
import { groupedPayCode, plainCode } from "./code-text";

describe("a code for paying", () => {
  it("is read as people type it", () => {
    for (const typed of ["k7p2m9xw", " K7P2 M9XW ", "k7p2-m9xw", "Ｋ７Ｐ２Ｍ９ＸＷ"])
      expect(plainCode(typed)).toBe("K7P2M9XW");
  });
  it("is shown in two groups", () => {
    expect(groupedPayCode("K7P2M9XW")).toBe("K7P2 M9XW");
    expect(groupedPayCode("K7")).toBe("K7");
  });
});
