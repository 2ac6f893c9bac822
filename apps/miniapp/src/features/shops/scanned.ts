import { isId, type ShopId, type TableId } from "@sanqi/kernel";

export type Scanned =
  | { readonly kind: "table"; readonly tableId: TableId; readonly shopId: ShopId | null }
  | { readonly kind: "payCode"; readonly code: string }
  | { readonly kind: "unknown" };

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const idIn = (text: string, prefix: "tbl" | "shp"): string => text.match(`${prefix}_[0-9a-z]{20}`)?.[0] ?? "";

/**
 * What a scanned or pasted text is about: a table's code (a link, a page with its query, a mini-program code's scene, or the
 * bare id), or a code for paying (its link, or its eight signs as people send them).
 */
export function readScanned(given: string): Scanned {
  const text = decoded(given.trim());
  const tableId = idIn(text, "tbl");
  if (isId("table", tableId)) {
    const shopId = idIn(text, "shp");
    return {
      kind: "table",
      tableId: tableId as TableId,
      shopId: isId("shop", shopId) ? (shopId as ShopId) : null,
    };
  }
  const code =
    /[?&]code=([0-9A-Za-z]{8})\b/.exec(text)?.[1] ??
    (/^[0-9A-Za-z]{4}[ -]?[0-9A-Za-z]{4}$/.test(text) ? text : "");
  return code ? { kind: "payCode", code: code.replace(/[ -]/g, "").toUpperCase() } : { kind: "unknown" };
}
