import { inflateSync } from "node:zlib";
import type { ShopId, TableId } from "@sanqi/kernel";
import { encode } from "uqr";
import { describe, expect, it } from "vitest";
import { readScanned } from "@/features/shops/scanned";
import { oneBitPng } from "./one-bit-png";
import { qrPicture, tableAddress } from "./table-code";

/** The rows of a black-and-white PNG, read by zlib and not by what wrote it. */
function pixelsOf(bytes: Buffer): boolean[][] {
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  const length = bytes.readUInt32BE(33);
  const rows = inflateSync(bytes.subarray(41, 41 + length));
  const stride = Math.ceil(width / 8) + 1;
  return Array.from({ length: height }, (_, y) =>
    Array.from(
      { length: width },
      (_x, x) => ((rows[y * stride + 1 + (x >> 3)] ?? 0) & (0x80 >> (x & 7))) === 0,
    ),
  );
}

describe("a table's code", () => {
  const shopId = "shp_00000000000000000001" as ShopId;
  const tableId = "tbl_00000000000000000002" as TableId;

  it("says what the app's scanner reads as this table of this shop", () => {
    expect(readScanned(tableAddress(shopId, tableId))).toEqual({ kind: "table", tableId, shopId });
  });

  it("is a picture of its QR code, eight pixels a module", () => {
    const picture = qrPicture(tableAddress(shopId, tableId));
    const bytes = Buffer.from(picture.replace("data:image/png;base64,", ""), "base64");
    const pixels = pixelsOf(bytes);
    const { data } = encode(tableAddress(shopId, tableId), { ecc: "M", border: 4 });
    expect(pixels.filter((_, y) => y % 8 === 3).map((row) => row.filter((_p, x) => x % 8 === 3))).toEqual(
      data,
    );
    expect(pixels).toHaveLength(data.length * 8);
  });

  it("is written as base64 for any length", () => {
    for (const width of [1, 7, 8, 9, 17]) {
      const rows = [Array.from({ length: width }, (_, x) => x % 3 === 0)];
      expect(pixelsOf(Buffer.from(oneBitPng(rows)))).toEqual(rows);
    }
  });
});
