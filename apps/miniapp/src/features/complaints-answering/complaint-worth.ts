import type { Outputs } from "@/rpc";

export type Complaint = Outputs["merchant"]["afterSales"][number];
export type WorthLine = {
  readonly line: number;
  readonly name: string;
  readonly nameEn: string;
  readonly quantity: number;
  readonly fen: number;
};

/**
 * What agreeing gives back for each line complained about, as the order counts it (`worthOf` of the orders domain): the
 * portions' part of what was paid, rounded up, and never more than is left of the line.
 */
export function worthByLine({
  lines,
  paidLines,
  afterSale,
}: Pick<Complaint, "lines" | "paidLines" | "afterSale">): WorthLine[] {
  return afterSale.items.flatMap(({ line, quantity }) => {
    const whole = lines[line];
    const paid = paidLines.find(({ key }) => key === String(line));
    if (!whole || !paid) return [];
    const fen = Math.min(paid.refundableFen, Math.ceil((paid.fen * quantity) / whole.quantity));
    return [{ line, name: whole.name, nameEn: whole.nameEn, quantity, fen }];
  });
}

export const worthOfCase = (complaint: Parameters<typeof worthByLine>[0]): number =>
  worthByLine(complaint).reduce((sum, { fen }) => sum + fen, 0);

/** How much a late lunch is worth is not for the kitchen to say, so it can only explain. */
export const canAgree = (complaint: Complaint): boolean =>
  complaint.afterSale.state === "opened" && worthOfCase(complaint) > 0;

export const canExplain = ({ afterSale }: Complaint): boolean => afterSale.state === "opened";
