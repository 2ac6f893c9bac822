import { expect, it } from "vitest";
import { changedFields, subjectName } from "./change-rows.ts";

it("tells a change field by field, money in yuan", () => {
  const change = { before: { priceFen: 1500, name: "水饺" }, after: { priceFen: 1650, name: "水饺" } };
  expect(changedFields(change)).toEqual([{ field: "priceFen", before: "¥15.00", after: "¥16.50" }]);
  expect(subjectName(change)).toBe("水饺");
});

it("tells a plain value, and leaves additions to their kind", () => {
  expect(changedFields({ before: false, after: true })).toEqual([
    { field: "", before: "false", after: "true" },
  ]);
  expect(changedFields({ before: null, after: { name: "新菜" } })).toEqual([]);
  expect(subjectName({ before: null, after: null })).toBeNull();
});
