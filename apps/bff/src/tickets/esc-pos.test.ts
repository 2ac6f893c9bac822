import fc from "fast-check";
import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import { columnsOf, escPosOf } from "./esc-pos.ts";

const bytes = (rows: Parameters<typeof escPosOf>[0]["rows"], columns: 32 | 48 = 32) =>
  Buffer.from(escPosOf({ orderNo: "A001", rows }, columns));
/** Bytes of the commands that begin with these two. */
const commands: Readonly<Record<number, Readonly<Record<number, number>>>> = {
  27: { 64: 2, 97: 3, 100: 3 },
  28: { 38: 2, 33: 3 },
  29: { 33: 3, 86: 4 },
};

/** The printed rows, without the commands around them. */
function rowsOf(made: Buffer): string[] {
  const text: number[] = [];
  for (let at = 0; at < made.length; ) {
    const skip = commands[made[at] ?? 0]?.[made[at + 1] ?? 0];
    if (!skip) text.push(made[at] ?? 0);
    at += skip ?? 1;
  }
  return iconv.decode(Buffer.from(text), "gb18030").split("\n");
}

describe("a ticket for a receipt printer", () => {
  it("starts in Chinese mode and ends with a cut", () => {
    const made = bytes([{ kind: "cut" }]);
    expect([...made.subarray(0, 4)]).toEqual([0x1b, 0x40, 0x1c, 0x26]);
    expect([...made.subarray(-4)]).toEqual([0x1d, 0x56, 0x42, 0]);
  });

  it("sets a dish and its count at the two edges of 58 mm paper", () => {
    const [row = ""] = rowsOf(bytes([{ kind: "pair", text: "宫保鸡丁", right: "×2", wide: false }]));
    expect(row.startsWith("宫保鸡丁")).toBe(true);
    expect(row.endsWith("×2")).toBe(true);
    expect(columnsOf(row)).toBe(32);
  });

  it("gives large characters half the columns", () => {
    const rows = rowsOf(
      bytes([{ kind: "text", text: "少放辣椒多加香菜谢谢师傅", align: "left", wide: true }]),
    );
    expect(rows.filter((row) => row !== "").map(columnsOf)).toEqual([16, 8]);
  });

  it("never lets a note speak to the printer", () => {
    const made = bytes([{ kind: "text", text: "a\u001b@b\u001dV\u0000", align: "left", wide: false }]);
    const inside = made.subarray(4).toString("latin1");
    expect(inside).not.toContain("\u001b@");
    expect(inside).not.toContain("\u001dV");
  });

  it("loses no character and exceeds no row, whatever is written", () => {
    const words = fc.string({ unit: fc.constantFrom(..."ab 鸡鸭鱼（）¥12".split("")), maxLength: 120 });
    fc.assert(
      fc.property(words, fc.constantFrom(32, 48), (text, columns) => {
        const rows = rowsOf(bytes([{ kind: "text", text, align: "left", wide: false }], columns));
        expect(rows.join("")).toBe(text);
        for (const row of rows) expect(columnsOf(row)).toBeLessThanOrEqual(columns);
      }),
    );
  });
});
