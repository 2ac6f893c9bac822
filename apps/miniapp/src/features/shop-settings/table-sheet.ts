import type { EditableMenu } from "../menu-editing/menu-list";
import { escaped } from "../tickets/escaped";
import { qrPicture, tableAddress } from "./table-code";

/** All tables' codes on A4, to be cut out: the name large, so that nobody sticks a code on the wrong table. */
export function tableCodesSheet({ shop, tables }: Pick<EditableMenu, "shop" | "tables">) {
  const shopName = escaped(shop.name);
  const cards = tables.map(
    ({ tableId, name }) =>
      `<figure><img src="${qrPicture(tableAddress(shop.shopId, tableId))}" alt=""><h2>${escaped(name)}</h2><p>${shopName}</p><p>打开三栖扫一扫，在这一桌点餐</p><p>Scan in Sanqi to order at this table</p></figure>`,
  );
  return {
    title: shopName,
    body: cards.join(""),
    css: [
      "@page{size:A4;margin:12mm}",
      "body{display:grid;grid-template-columns:repeat(3,1fr);gap:6mm;margin:0;font:12px/1.5 sans-serif;color:#000;background:#fff}",
      "figure{margin:0;padding:4mm;border:1px dashed #999;text-align:center;break-inside:avoid}",
      "img{width:100%;image-rendering:pixelated}h2{margin:0;font-size:28px}p{margin:0}",
    ].join(""),
  };
}
