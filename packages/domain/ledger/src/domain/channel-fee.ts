import type { Fen } from "@sanqi/kernel";
import { type Channel, channelAccount, feesAccount } from "./accounts.ts";
import { credit, debit, type Posting, posting } from "./posting.ts";

/** The fees of a platform's bill of one day ("2026-11-22"), already taken from our balance there; below 0 where more came back. */
export const channelFee = (
  bill: { channel: Channel; day: string; feeFen: Fen },
  occurredAt: number,
): Posting =>
  posting(
    {
      kind: "channelFee",
      key: `fee:${bill.channel}:${bill.day}`,
      occurredAt,
      facts: { note: bill.day },
    },
    [
      debit(feesAccount(bill.channel), "fee", bill.feeFen),
      credit(channelAccount(bill.channel), "fee", bill.feeFen),
    ],
  );
