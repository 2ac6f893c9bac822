import type { AfterSaleReason } from "@sanqi/orders";
import type { Inputs, Outputs } from "@/rpc";

/** What a person says was wrong, while they say it. */
export type ComplaintDraft = {
  readonly reason: AfterSaleReason | null;
  /** Portions by number of the line. */
  readonly portions: Readonly<Record<number, number>>;
  readonly words: string;
};
export const noComplaint: ComplaintDraft = { reason: null, portions: {}, words: "" };
export const longestComplaint = 300;
export const mostPictures = 3;

type Item = Inputs["orders"]["complain"]["items"][number];

export const itemsOf = ({ portions }: ComplaintDraft): Item[] =>
  Object.entries(portions)
    .filter(([, quantity]) => quantity > 0)
    .map(([line, quantity]) => ({ line: Number(line), quantity }));

/** What is missing before it can be sent; null: nothing. Only lateness concerns a lunch as a whole. */
export function missingIn(draft: ComplaintDraft): "reason" | "items" | null {
  if (!draft.reason) return "reason";
  return draft.reason !== "late" && itemsOf(draft).length === 0 ? "items" : null;
}

type Paid = Pick<Outputs["orders"]["get"], "lines" | "paidLines">;

/** What the named portions cost at most, in fen: nobody is promised more than was paid and has not gone back. */
export function atMostFen({ lines, paidLines }: Paid, draft: ComplaintDraft): number {
  return itemsOf(draft).reduce((sum, { line, quantity }) => {
    const whole = lines[line]?.quantity ?? 0;
    const paid = paidLines.find(({ key }) => key === String(line));
    if (!paid || whole === 0) return sum;
    const part = quantity >= whole ? paid.fen : Math.floor(paid.fen / whole) * quantity;
    return sum + Math.min(part, paid.refundableFen);
  }, 0);
}
