import type { AccountId, Fen } from "@sanqi/kernel";
import { type Channel, channelAccount } from "./accounts.ts";
import { credit, debit, type Posting, posting } from "./posting.ts";

/** Money that moved between a payment platform and the bank, as the bank's own statement has it. */
export type Transfer = {
  readonly channel: Channel;
  /** `toBank`: a withdrawal; `toChannel`: topped up, so that refunds can go out. */
  readonly direction: "toBank" | "toChannel";
  readonly amountFen: Fen;
  /** The bank's or the platform's number for it. */
  readonly reference: string;
};

export function bankTransfer(
  { channel, direction, amountFen, reference }: Transfer,
  { by, at: occurredAt }: { by: AccountId; at: number },
): Posting {
  const accounts = ["bank", channelAccount(channel)] as const;
  const [to, from] = direction === "toBank" ? accounts : ([accounts[1], accounts[0]] as const);
  const key = `transfer:${channel}:${reference}`;
  return posting({ kind: "transfer", key, occurredAt, facts: { note: reference, by } }, [
    debit(to, "transfer", amountFen),
    credit(from, "transfer", amountFen),
  ]);
}
