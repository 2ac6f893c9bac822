import type { BillChannel, BillLine } from "./bill-line.ts";

/**
 * How a bill can differ from the books of the merchant. `missingHere`: a line that the merchant has no record of.
 * `missingThere`: the merchant's own money is absent from the bill. `doubled`: one number appears twice. `otherState`: a
 * refund of the merchant's payment that the merchant never asked for.
 */
export const plantKinds = [
  "missingHere/payment",
  "missingThere/payment",
  "otherAmount/payment",
  "doubled/payment",
  "missingHere/refund",
  "missingThere/refund",
  "otherAmount/refund",
  "doubled/refund",
  "otherState/refund",
] as const;
export type PlantKind = (typeof plantKinds)[number];

/** A planted difference as the admin side tells it, and what it does to the bill's lines. */
export type Planted = {
  readonly id: string;
  readonly channel: BillChannel;
  readonly day: string;
  readonly kind: PlantKind;
  /** The merchant's number of what differs: of the payment or of the refund. */
  readonly number: string;
  readonly edit:
    | { readonly kind: "drop" }
    | { readonly kind: "amount"; readonly amountFen: number }
    | { readonly kind: "add"; readonly line: BillLine };
};

export const numberOf = (line: BillLine): string => line.refundNo ?? line.outTradeNo;

const concerns = (planted: Planted, line: BillLine): boolean =>
  planted.kind.endsWith(`/${line.kind}`) && planted.number === numberOf(line);

function edited(lines: readonly BillLine[], planted: Planted): BillLine[] {
  const { edit } = planted;
  if (edit.kind === "add") return [...lines, edit.line];
  if (edit.kind === "drop") return lines.filter((line) => !concerns(planted, line));
  return lines.map((line) =>
    concerns(planted, line)
      ? {
          ...line,
          amountFen: edit.amountFen,
          orderFen: line.kind === "payment" ? edit.amountFen : line.orderFen,
        }
      : line,
  );
}

/** The lines with every planted difference, in the order of the bill: by time, then by number. */
export function withPlanted(lines: readonly BillLine[], planted: readonly Planted[]): BillLine[] {
  return planted
    .reduce(edited, [...lines])
    .sort(
      (a, b) => a.at - b.at || (numberOf(a) < numberOf(b) ? -1 : 1) || (a.platformNo < b.platformNo ? -1 : 1),
    );
}
