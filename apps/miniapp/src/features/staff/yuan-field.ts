import { type Fen, parseYuan, yuanText } from "@sanqi/kernel";

const ascii = (sign: string) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0);

/** What a Chinese keyboard may have typed ("￥１２．５０", "12。5") as plain signs. */
export const plainNumber = (text: string): string =>
  text
    .replace(/[０-９．]/g, ascii)
    .replace(/。/g, ".")
    .replace(/[¥￥元]/g, "")
    .trim();

/** An amount as people type it; undefined where it is none, or negative. "12." and ".5" are meant as they look. */
export function fenFrom(text: string): Fen | undefined {
  const plain = plainNumber(text)
    .replace(/^\.(?=\d)/, "0.")
    .replace(/^(\d+)\.$/, "$1");
  const amount = parseYuan(plain);
  return amount === undefined || amount < 0 ? undefined : amount;
}

/** A whole number from 0; undefined where it is none. */
export function countFrom(text: string): number | undefined {
  const plain = plainNumber(text);
  return /^\d{1,6}$/.test(plain) ? Number(plain) : undefined;
}

/** An amount in a field: "12.5", without the zeros that nobody types. */
export const yuanInField = (amount: Fen): string =>
  yuanText(amount)
    .replace(/(\.\d*?)0+$/, "$1")
    .replace(/\.$/, "");
