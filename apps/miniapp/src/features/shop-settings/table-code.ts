import type { ShopId, TableId } from "@sanqi/kernel";
import { encode } from "uqr";
import { oneBitPng } from "./one-bit-png";

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** Mini-program engines have no btoa. */
function base64(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += 3) {
    const [a = 0, b = 0, c = 0] = bytes.subarray(at, at + 3);
    const signs = [a >> 2, ((a & 3) << 4) | (b >> 4), ((b & 15) << 2) | (c >> 6), c & 63];
    const kept = Math.min(3, bytes.length - at) + 1;
    text += signs.map((sign, place) => (place < kept ? alphabet.charAt(sign) : "=")).join("");
  }
  return text;
}

/** What a table's code says: the page that its scan opens, with shop and table. */
export const tableAddress = (shopId: ShopId, tableId: TableId): string =>
  `pages/order/shop/index?shopId=${shopId}&tableId=${tableId}`;

const pixels = 8;

/** A QR code as the address of a picture, with the white border of four modules that readers need (ISO/IEC 18004, 9.1). */
export function qrPicture(text: string): string {
  const { data } = encode(text, { ecc: "M", border: 4 });
  const rows = data.flatMap((row) => {
    const wide = row.flatMap((dark) => Array.from({ length: pixels }, () => dark));
    return Array.from({ length: pixels }, () => wide);
  });
  return `data:image/png;base64,${base64(oneBitPng(rows))}`;
}
