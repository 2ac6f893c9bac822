import { type CampusId, type Clock, err, type OrderId, ok, type Result } from "@sanqi/kernel";
import { reach } from "@sanqi/resilience";
import type { Payment, PaymentError, Share } from "../domain/index.ts";
import { nextQuestion } from "../domain/settle.ts";
import { divideShare, nextShareStep, type WantedPart } from "../domain/sharing.ts";
import { advanceShare } from "./sharing-advance.ts";
import {
  type ShareSettlement,
  type SharingOperator,
  type StuckShare,
  settleShare,
  stuckShares,
  tellStuck,
} from "./sharing-by-hand.ts";
import type {
  DueShare,
  SharedOrders,
  ShareReceiver,
  SharingAlarms,
  SharingGateways,
  SharingStore,
} from "./sharing-ports.ts";

export type SharingDeps = {
  readonly store: SharingStore;
  readonly gateways: SharingGateways;
  readonly orders: SharedOrders;
  readonly clock: Clock;
  readonly alarms: SharingAlarms;
  /** How long after the hand-over people may complain; what was shared before would have to be taken back. */
  readonly afterSaleMs: number;
  /** Most of a payment that the platform hands on, 1 to 100; 30 unless the merchant has agreed on more with it. */
  readonly maxPercent: number;
  /** Fresh trace id for events that no request caused. */
  readonly newTraceId: () => string;
};

/** What the console sees: the receiver's name only as far as it is needed to recognise it. */
export type ShareReceiverView = Omit<ShareReceiver, "campusId" | "name"> & { readonly maskedName: string };

export type SharingUseCases = {
  shareReceivers(campusId: CampusId): Promise<ShareReceiverView[]>;
  /** Makes the receiver known to the platform, then keeps it. An inactive one receives nothing of later payments. */
  saveShareReceiver(
    by: SharingOperator,
    receiver: Omit<ShareReceiver, "campusId">,
  ): Promise<Result<ShareReceiverView, PaymentError>>;
  /** Shares to which the platform gives no answer that fits: they wait for an operator. */
  stuckShares(campusId: CampusId): Promise<StuckShare[]>;
  /** Ends a share that hangs on an operator's word; see `shareStuck`. */
  settleShare(
    by: SharingOperator,
    settlement: ShareSettlement,
  ): Promise<Result<{ state: Share["state"] }, PaymentError>>;
  /** A payment was opened: is it one whose money will be shared? Decided once in its life. */
  planSharing(payment: Payment): Promise<void>;
  /**
   * The order is completed: its shares go once its after-sale time is over, no case is open and the ledger has booked it.
   * Only planned here, as a time that a restart keeps; asked twice, they go once.
   */
  shareAfterSale(order: { campusId: CampusId; orderId: OrderId }): Promise<void>;
  /** Divides, sends, asks and unfreezes whatever is due; returns how many shares had their turn. */
  askDueShares(traceId: string): Promise<number>;
};

export function createSharing(deps: SharingDeps): SharingUseCases {
  const { store, gateways, orders, clock } = deps;

  const activeOf = async (campusId: CampusId) =>
    (await store.receivers(campusId)).filter((receiver) => receiver.active);

  return {
    async shareReceivers(campusId) {
      return (await store.receivers(campusId)).map(viewOf);
    },

    stuckShares: stuckShares(deps),
    settleShare: settleShare(deps),

    async saveShareReceiver({ campusId, accountId: by, traceId }, wanted) {
      const receiver = { ...wanted, campusId };
      if (receiver.active) {
        const { kind, account, name } = receiver;
        const added = await gateways[receiver.channel].addReceiver({ kind, account, name });
        if (!added.ok) {
          return added.error.kind === "gatewayRefused"
            ? err({ kind: "platformRefused", code: added.error.code })
            : err({ kind: "platformUnavailable" });
        }
      }
      const saved = await store.saveReceiver(receiver, { by, at: clock.now(), traceId });
      return saved === "accountTaken" ? err({ kind: "shareAccountTaken" }) : ok(viewOf(receiver));
    },

    async planSharing(payment) {
      const receivers = (await activeOf(payment.campusId)).filter((r) => r.channel === payment.channel);
      if (receivers.length === 0) return;
      const shopId = await orders.shopOf(payment.campusId, payment.orderId);
      if (receivers.some((receiver) => receiver.shopId === shopId)) await store.plan(payment, clock.now());
    },

    async shareAfterSale({ campusId, orderId }) {
      const { handedOverAt } = await orders.afterSale(campusId, orderId);
      await store.planTurn({ campusId, orderId, askAt: (handedOverAt ?? clock.now()) + deps.afterSaleMs });
    },

    async askDueShares(traceId) {
      const due = await store.due(clock.now(), 50);
      // One platform that hangs keeps only its own shares waiting.
      await Promise.all([
        inTurn(due.filter((share) => share.channel === "wechatPay")),
        inTurn(due.filter((share) => share.channel === "alipay")),
      ]);
      return due.length;

      async function inTurn(shares: readonly DueShare[]): Promise<void> {
        for (const share of shares) {
          const askAt = nextQuestion(clock.now(), share.asked + 1);
          // One that fails is asked later, and keeps no other from its turn.
          await turnOf(share, { askAt, traceId }).catch(() =>
            store.askLater(share.campusId, share.paymentId, askAt),
          );
        }
      }
    },
  };

  async function turnOf(share: DueShare, turn: { askAt: number; traceId: string }): Promise<void> {
    tellStuck(deps, share);
    const step = nextShareStep(share);
    if (step !== "divide") return advanceShare(deps, share, { ...turn, step });
    if (!(await divide(share))) await store.askLater(share.campusId, share.paymentId, turn.askAt);
  }

  /** False: it is too early. */
  async function divide({ campusId, orderId }: DueShare): Promise<boolean> {
    const [shopId, owed, afterSale, receivers] = await Promise.all([
      orders.shopOf(campusId, orderId),
      orders.owed(campusId, orderId),
      orders.afterSale(campusId, orderId),
      activeOf(campusId),
    ]);
    if (!owed || afterSale.caseOpen) return false;
    const partFen = { merchant: owed.merchantFen, rider: owed.riderFen };
    const mine = receivers.filter((receiver) => receiver.shopId === shopId);
    await store.request({
      campusId,
      orderId,
      now: clock.now(),
      decide({ channel, paidFen, refundedFen }) {
        const wanted: WantedPart[] = mine
          .filter((receiver) => receiver.channel === channel)
          .map(({ party, kind, account }) => ({ party, to: { kind, account }, fen: partFen[party] }));
        return divideShare({ paidFen, refundedFen, maxPercent: deps.maxPercent, wanted });
      },
    });
    reach("share.divided");
    return true;
  }
}

const viewOf = ({
  shopId,
  channel,
  party,
  kind,
  account,
  active,
  name,
}: ShareReceiver): ShareReceiverView => ({
  shopId,
  channel,
  party,
  kind,
  account,
  active,
  maskedName: `${[...name].slice(0, 1).join("")}${"*".repeat(Math.min(3, Math.max(0, [...name].length - 1)))}`,
});
