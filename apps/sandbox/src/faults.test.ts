import { describe, expect, it } from "vitest";
import { faultTable } from "./fault-table.ts";
import { defaultFaults, patchFaults } from "./faults.ts";

describe("switches", () => {
  it("have a standard that they accept themselves, and words in both languages", () => {
    expect(patchFaults(defaultFaults(), defaultFaults())).toEqual({ ok: true, value: defaultFaults() });
    for (const spec of Object.values(faultTable)) {
      expect(spec.zh).not.toBe("");
      expect(spec.en).not.toBe("");
    }
  });

  it.each<[unknown, string]>([
    [{ nothing: true }, "switchUnknown"],
    [{ toString: true }, "switchUnknown"],
    [[], "switchUnknown"],
    [null, "switchUnknown"],
    [{ dropNotify: 1 }, "switchValueWrong"],
    [{ slowMs: -1 }, "switchValueWrong"],
    [{ slowMs: 1.5 }, "switchValueWrong"],
    [{ alipayIdentity: "none" }, "switchValueWrong"],
    [{ slowMs: 5, alipayIdentity: "none" }, "switchValueWrong"],
  ])("refuse %j as a whole", (patch, kind) => {
    expect(patchFaults(defaultFaults(), patch)).toMatchObject({ ok: false, error: { kind } });
  });
});
