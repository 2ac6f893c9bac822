import type { Words } from "@sanqi/kernel";
import type { Quote } from "./quote-problems";

export type PriceRow = { readonly key: string; readonly words: Words; readonly fen: number };

/** The way from the dishes to the total: what is added, then what each rule takes off. Together with the goods they add up. */
export function priceRows(quote: Pick<Quote, "lines" | "explanation">): PriceRow[] {
  // the dishes stand above, with their pictures
  return quote.explanation.slice(quote.lines.length).map(({ words, amountFen, ruleId }, at) => ({
    key: ruleId ?? `fee${at}`,
    words,
    fen: amountFen as number,
  }));
}
