import { describe, expect, it } from "vitest";
import { groupedCode, readCode } from "./invitation-code";

describe("an invitation code", () => {
  it("is read through case, spaces, dashes and full-width signs", () => {
    expect(readCode(" k7p2m-9xw4d ")).toEqual({ code: "K7P2M9XW4D", problem: "none", stray: "" });
    expect(readCode("Ｋ７Ｐ２Ｍ９ＸＷ４Ｄ").code).toBe("K7P2M9XW4D");
  });

  it("has its look-alike signs put right", () => {
    expect(readCode("Oil0111111").code).toBe("0110111111");
  });

  it("says what is wrong with it", () => {
    expect(readCode("K7P").problem).toBe("short");
    expect(readCode("K7P2M9XW4DD").problem).toBe("long");
    expect(readCode("K7P2M9XW4U")).toMatchObject({ problem: "stray", stray: "U" });
  });

  it("is shown in two groups", () => {
    expect(groupedCode("K7P2M9XW4D")).toBe("K7P2M 9XW4D");
    expect(groupedCode("K7P2M")).toBe("K7P2M");
  });
});
