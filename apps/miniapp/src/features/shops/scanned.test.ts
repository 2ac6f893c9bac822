import { describe, expect, it } from "vitest";
import { readScanned } from "./scanned";

const tableId = `tbl_${"a1".repeat(10)}`;
const shopId = `shp_${"b2".repeat(10)}`;

describe("a scanned code", () => {
  it.each([
    `https://sanqi.example/h5/#/pages/order/shop/index?shopId=${shopId}&tableId=${tableId}`,
    `pages/order/shop/index?tableId=${tableId}&shopId=${shopId}`,
    encodeURIComponent(`shopId=${shopId}&tableId=${tableId}`),
  ])("of a table is known with its shop: %s", (text) => {
    expect(readScanned(text)).toEqual({ kind: "table", tableId, shopId });
  });
  it("of a table may name the table alone, as a mini-program code's scene does", () => {
    expect(readScanned(tableId)).toEqual({ kind: "table", tableId, shopId: null });
    expect(readScanned(encodeURIComponent(`tableId=${tableId}`))).toMatchObject({ tableId, shopId: null });
  });
  it("for paying comes as a link or as people send it", () => {
    expect(readScanned("https://x/h5/#/pages/order/pay-for/index?code=K7P2M9XW")).toEqual({
      kind: "payCode",
      code: "K7P2M9XW",
    });
    expect(readScanned(" k7p2 m9xw ")).toEqual({ kind: "payCode", code: "K7P2M9XW" });
  });
  it("of anything else is said to be unknown", () => {
    for (const text of ["", "hello", "https://example.com/?code=1", "%E0%A4%A", "tbl_short"])
      expect(readScanned(text)).toEqual({ kind: "unknown" });
  });
});
