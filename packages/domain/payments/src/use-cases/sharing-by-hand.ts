import { type AccountId, type CampusId, err, ok, type PaymentId, type Result } from "@sanqi/kernel";
import type { PaymentError, Share } from "../domain/index.ts";
import { type ShareOutcome, settledByHand, stuckAfter } from "../domain/sharing.ts";
import type { SharingDeps } from "./sharing.ts";
import type { DueShare } from "./sharing-ports.ts";

/** An operator, as the account behind a change. */
export type SharingOperator = {
  readonly campusId: CampusId;
  readonly accountId: AccountId;
  readonly traceId: string;
};

export type ShareSettlement = {
  readonly paymentId: PaymentId;
  readonly outcome: ShareOutcome;
  /** What the operator saw at the platform. */
  readonly words: string;
};

/** What an operator has to know of a share that hangs, to find it at the platform. */
export type StuckShare = Pick<Share, "paymentId" | "orderId" | "channel" | "transactionId" | "parts"> & {
  /** So many questions were not answered with anything that fits. */
  readonly asked: number;
};

/** The shares that an operator may end, see {@link settleShare}. */
export const stuckShares =
  ({ store }: Pick<SharingDeps, "store">) =>
  async (campusId: CampusId): Promise<StuckShare[]> =>
    (await store.open(campusId, stuckAfter)).map(
      ({ paymentId, orderId, channel, transactionId, parts, asked }) => ({
        ...{ paymentId, orderId, channel, transactionId, parts, asked },
      }),
    );

/**
 * Ends a share to which the platform gives no answer that fits, as an operator has seen it there: refunds and pay-outs that
 * wait for it go on. Kept with who said so.
 */
export const settleShare =
  ({ store, clock }: Pick<SharingDeps, "store" | "clock">) =>
  async (
    { campusId, accountId: by, traceId }: SharingOperator,
    { paymentId, outcome, words }: ShareSettlement,
  ): Promise<Result<{ state: Share["state"] }, PaymentError>> => {
    const step = { by, at: clock.now(), traceId };
    const decide = (share: DueShare) => settledByHand(share, outcome);
    const state = await store.settleByHand({ campusId, paymentId, outcome, words, decide, step });
    if (state === "notFound") return err({ kind: "shareNotFound" });
    return state === "notStuck" ? err({ kind: "shareNotStuck" }) : ok({ state });
  };

/** Tells people of a share that hangs, again and again while it does. */
export function tellStuck({ alarms }: Pick<SharingDeps, "alarms">, share: DueShare): void {
  const { state, asked, paymentId, orderId } = share;
  const open = state === "requested" || state === "processing";
  if (open && asked > 0 && asked % stuckAfter === 0)
    alarms.raise("shareStuck", { paymentId, orderId, asked });
}
