import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { billCells, hasColumn, readTable } from "./bill-table.ts";

/** Padding at the edges is not part of a value. */
const value = fc.string({ maxLength: 12 }).map((text) => text.replace(/[\r\n\t]/g, " ").trim());
const quoted = (cells: readonly string[]) =>
  cells.map((cell) => (/[",]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(",");

describe("the values of a line", () => {
  it("come back as they were written with quotes", () => {
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 8 }), (cells) => {
        fc.pre(!cells[0]?.startsWith("`"));
        expect(billCells(quoted(cells))).toEqual(cells);
      }),
    );
  });

  it("come back as they were written after backticks", () => {
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 8 }), (cells) => {
        fc.pre(cells.every((cell) => !cell.includes("`")));
        expect(billCells(cells.map((cell) => `\`${cell}`).join(","))).toEqual(cells);
      }),
    );
  });

  it("lose tabs at their ends", () => {
    expect(billCells("1\t,2\t,\t")).toEqual(["1", "2", ""]);
  });
});

describe("a table", () => {
  const columns = { number: "商户订单号", amount: "订单金额（元）", note: "备注" } as const;

  it("is read by the names of its columns, whatever their order, brackets and neighbours", () => {
    const header = "\uFEFF新增列, 订单金额(元),商户订单号,备注";
    expect(readTable({ header, rows: ["x,1.00,a,hi", "`y,`2.00,`b,`"] }, columns)).toEqual({
      ok: true,
      value: [
        { number: "a", amount: "1.00", note: "hi" },
        { number: "b", amount: "2.00", note: "" },
      ],
    });
  });

  it("names the columns that it misses, and reads optional ones as nothing", () => {
    const header = "商户订单号";
    expect(readTable({ header, rows: [] }, columns, ["note"])).toEqual({
      ok: false,
      error: { kind: "billCorrupt", detail: "columns missing: 订单金额（元）" },
    });
    expect(
      readTable({ header: "商户订单号,订单金额（元）", rows: ["a,1"] }, columns, ["note"]),
    ).toMatchObject({
      value: [{ note: "" }],
    });
  });

  it("with a line of another length is refused: values may have moved into each other's places", () => {
    expect(readTable({ header: "商户订单号,订单金额（元）,备注", rows: ["a,1"] }, columns)).toMatchObject({
      error: { detail: "line 1 has 2 values, the header 3" },
    });
  });

  it("is told from another one by a column", () => {
    expect(hasColumn("总交易单数,应结订单总金额", "总交易单数")).toBe(true);
    expect(hasColumn("`3,`4.00", "总交易单数")).toBe(false);
  });
});
