import type { Brand } from "./brand.ts";

/** Money in whole fen (1/100 yuan). No float ever touches it. */
export type Fen = Brand<number, "Fen">;

/** Parses whole fen; throws RangeError for anything that is not a safe integer. */
export function fen(n: number): Fen {
  if (!Number.isSafeInteger(n)) throw new RangeError(`not whole fen: ${n}`);
  return n as Fen;
}

export const addFen = (...amounts: readonly Fen[]): Fen =>
  fen(amounts.reduce<number>((sum, a) => sum + a, 0));
export const timesFen = (amount: Fen, count: number): Fen => fen(amount * count);

/** Splits a total over seats; the parts differ by at most one fen and add up: `splitFen(fen(1001), 3)` is 333, 334, 334. */
export const splitFen = (total: Fen, seats: number): Fen[] =>
  Array.from({ length: seats }, (_, i) => fen(Math.floor((total + i) / seats)));

/** Yuan as platforms write it: `fen(1205)` is "12.05"; negative amounts keep their sign. */
export function yuanText(amount: Fen): string {
  const digits = String(Math.abs(amount)).padStart(3, "0");
  return `${amount < 0 ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** Reads "12.05", "12.5" or "12" without passing through a float; undefined where the text is not such an amount. */
export function parseYuan(text: string): Fen | undefined {
  const match = /^(-?)(\d{1,12})(?:\.(\d{1,2}))?$/.exec(text);
  if (!match) return undefined;
  const whole = Number(match[2]) * 100 + Number((match[3] ?? "").padEnd(2, "0"));
  return fen(match[1] === "-" && whole !== 0 ? -whole : whole);
}
