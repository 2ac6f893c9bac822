import type { CampusId, Fen } from "@sanqi/kernel";
import { bankTransfer, type Channel, channelFee } from "../domain/index.ts";
import type { LedgerUseCases } from "./api.ts";
import type { LedgerDeps } from "./deps.ts";
import { payoutDesk, prepareDuePayouts } from "./payouts.ts";
import { postMissing } from "./post-missing.ts";
import { statementDesk } from "./statements.ts";
import { termsDesk } from "./terms.ts";

export type * from "./api.ts";
export type { LedgerDeps } from "./deps.ts";
export type * from "./ports.ts";
export { postOrder } from "./post-order.ts";

/** What timers and the daily bills do; no router offers it. */
export type LedgerWork = {
  /** Orders from before there was a ledger, and any whose event was lost; returns how many were posted. */
  postMissing(campusId: CampusId, traceId: string): Promise<number>;
  prepareDuePayouts(campusId: CampusId, traceId: string): Promise<number>;
  /** The fees of one day's bill of a platform; posted once a day, channel and `no` (0 if absent). `feeFen` 0: nothing to post. */
  postChannelFee(bill: {
    campusId: CampusId;
    channel: Channel;
    day: string;
    no?: number;
    feeFen: Fen;
    traceId: string;
  }): Promise<void>;
};

/** The ledger: what everybody is owed and why, statements, and pay-outs. */
export function createLedgerUseCases(deps: LedgerDeps): LedgerUseCases & { readonly work: LedgerWork } {
  return {
    ...statementDesk(deps),
    ...termsDesk(deps),
    ...payoutDesk(deps),
    async recordTransfer({ campusId, accountId: by, traceId }, transfer) {
      const at = deps.clock.now();
      return {
        booked: (await deps.store.add(campusId, [bankTransfer(transfer, { by, at })], { at, traceId })) === 1,
      };
    },
    work: {
      postMissing: postMissing(deps),
      prepareDuePayouts: prepareDuePayouts(deps),
      async postChannelFee({ campusId, traceId, ...bill }) {
        const at = deps.clock.now();
        if (bill.feeFen !== 0) await deps.store.add(campusId, [channelFee(bill, at)], { at, traceId });
      },
    },
  };
}
