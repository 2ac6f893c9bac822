import type { Fen } from "@sanqi/kernel";
import { type Channel, channelAccount, feesAccount } from "./accounts.ts";
import { credit, debit, type Posting, posting } from "./posting.ts";

/**
 * The fees of a platform's bill of one day ("2026-11-22"), already taken from our balance there; below 0 where more came back.
 * `no` above 0: what a bill that was read again says otherwise.
 */
export const channelFee = (
  bill: { channel: Channel; day: string; no?: number; feeFen: Fen },
  occurredAt: number,
): Posting =>
  posting(
    {
      kind: "channelFee",
      key: `fee:${bill.channel}:${bill.day}${bill.no ? `:${bill.no}` : ""}`,
      occurredAt,
      facts: { note: bill.day },
    },
    [
      debit(feesAccount(bill.channel), "fee", bill.feeFen),
      credit(channelAccount(bill.channel), "fee", bill.feeFen),
    ],
  );
