import { day, hour, second } from "@sanqi/kernel";
import { describe, expect, it } from "vitest";
import { afterUpload } from "./shipping.ts";

const at = 1_763_800_000_000;
const first = { tried: 0, requestedAt: at, triedAt: at, now: at };

describe("an upload", () => {
  it("is over when the platform has taken it", () => {
    expect(afterUpload({ kind: "done" }, first)).toMatchObject({ state: "done", tryAt: null, late: false });
  });

  it("is over, with the platform's code, when it was refused", () => {
    expect(afterUpload({ kind: "refused", code: "10060031" }, first)).toEqual({
      state: "refused",
      code: "10060031",
      tryAt: null,
      late: false,
    });
  });

  it("is tried again, ever more rarely, and never less than once an hour", () => {
    const waits = Array.from({ length: 9 }, (_, tried) => {
      const { state, tryAt } = afterUpload({ kind: "later", code: "10060001" }, { ...first, tried });
      expect(state).toBe("requested");
      return (tryAt ?? 0) - at;
    });
    expect(waits[0]).toBe(5 * second);
    expect(waits).toEqual([...waits].sort((a, b) => a - b));
    expect(waits.at(-1)).toBe(hour);
  });

  it("is reported once when it has waited for a day", () => {
    const later = { kind: "later", code: "unknown" } as const;
    const turn = (triedAt: number, now: number) =>
      afterUpload(later, { tried: 30, requestedAt: at, triedAt, now }).late;
    expect(turn(at, at + day - 1)).toBe(false);
    expect(turn(at + day - hour, at + day)).toBe(true);
    expect(turn(at + day, at + day + hour)).toBe(false);
  });
});
