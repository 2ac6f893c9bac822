import { describe, expect, it } from "vitest";
import { createLog } from "./log.ts";

describe("logs", () => {
  it("hold neither phones nor secrets nor whole names of persons", () => {
    const lines: string[] = [];
    const log = createLog({ name: "test", write: (line) => lines.push(line) });
    log.child({ token: "v1.secret" }).info("call 13800138000", {
      contactPhone: "13912345678",
      note: "ring 15812345678 please",
      deep: { list: [{ openid: "oABCDEFGHIJK", code: "4711" }] },
      mobileNumber: 13_700_001_111,
      error: new Error("no answer from 13600001111"),
    });
    const text = lines.join("");
    for (const secret of [
      "13800138000",
      "13912345678",
      "15812345678",
      "oABCDEFGHIJK",
      "4711",
      "v1.secret",
      "13700001111",
      "13600001111",
    ]) {
      expect(text).not.toContain(secret);
    }
    expect(text).toContain("158****5678");
  });
});
