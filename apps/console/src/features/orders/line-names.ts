import type { Words } from "@sanqi/kernel";
import type { LineKey, OrderLine } from "@sanqi/orders";

const pseudoLines: Readonly<Record<string, Words>> = {
  packing: { zh: "打包费", en: "Packing" },
  delivery: { zh: "配送费", en: "Delivery" },
};

/** What a part of an order's price is called: its dish, "打包费" or "配送费". */
export function lineWords(
  key: LineKey,
  lines: readonly Pick<OrderLine, "name" | "nameEn" | "quantity">[],
): Words {
  const pseudo = pseudoLines[key];
  if (pseudo) return pseudo;
  const line = lines[Number(key)];
  if (!line) return { zh: key, en: key };
  return { zh: `${line.name} ×${line.quantity}`, en: `${line.nameEn || line.name} ×${line.quantity}` };
}
