import { type CampusId, type Fen, fen, type OrderId, type PaymentId, type RefundId } from "@sanqi/kernel";

/**
 * The share of one payment that the platform itself hands on, so that it need not go by pay-out. `planned` when the payment
 * is opened (the platform then freezes the money), `requested` once its order is completed and nobody may complain any more.
 */
export const shareStates = {
  planned: { request: "requested", skip: "finished" },
  requested: { accept: "processing", finish: "finished", fail: "failed" },
  processing: { accept: "processing", finish: "finished", fail: "failed" },
  finished: { giveBack: "returned" },
  failed: {},
  returned: {},
} as const satisfies Record<string, Partial<Record<ShareCommand, string>>>;

export type ShareCommand = "request" | "skip" | "accept" | "finish" | "fail" | "giveBack";
export type ShareState = keyof typeof shareStates;

/** `rider` is whoever carries for the shop: a company with an account of its own, never a single person. */
export type ShareParty = "merchant" | "rider";

/** Persons are no receivers: what a platform has given to a person it never takes back. */
export type ShareAccount = { readonly kind: "merchant" | "userId" | "loginName"; readonly account: string };

export type SharePart = {
  readonly party: ShareParty;
  readonly to: ShareAccount;
  readonly amountFen: Fen;
  readonly result: "pending" | "success" | "closed";
  readonly failure: string | null;
  /** What of it has come back, or is asked back by a refund that has not failed. */
  readonly returnedFen: Fen;
};

export type Share = {
  readonly campusId: CampusId;
  readonly paymentId: PaymentId;
  readonly orderId: OrderId;
  readonly channel: "wechatPay" | "alipay";
  /** The platform's number of the payment; shares are asked for under it. */
  readonly transactionId: string | null;
  readonly paidFen: Fen;
  /** What refunds had left of it when it was divided. */
  readonly dividedFen: Fen;
  readonly state: ShareState;
  readonly parts: readonly SharePart[];
  /** Whether the platform still holds back what was not shared. */
  readonly rest: "frozen" | "free";
};

/** Made of the payment's own id: the same share, unfreezing and return always carry the same numbers, at most 32 characters. */
export const shareNo = (paymentId: PaymentId): string => `${paymentId}_s`;
export const unfreezeNo = (paymentId: PaymentId): string => `${paymentId}_u`;
export const returnNo = (refundId: RefundId, party: ShareParty): string => `${refundId}_${party.slice(0, 1)}`;

export type WantedPart = { readonly party: ShareParty; readonly to: ShareAccount; readonly fen: Fen };

/**
 * What each party receives: what it is owed (`wanted`), cut evenly where less is allowed. Never above `maxPercent` of the
 * payment, nor above paid minus refunded; parts of nothing are left out.
 */
export function divideShare(of: {
  readonly paidFen: Fen;
  readonly refundedFen: Fen;
  readonly maxPercent: number;
  readonly wanted: readonly WantedPart[];
}): WantedPart[] {
  const left = Math.max(0, of.paidFen - of.refundedFen);
  const allowed = Math.min(left, portion(of.paidFen, of.maxPercent, 100));
  const due = of.wanted.map((part) => ({ ...part, fen: fen(Math.max(0, part.fen)) }));
  const sum = due.reduce((total, part) => total + part.fen, 0);
  return due
    .map((part) => ({ ...part, fen: fen(sum > allowed ? portion(part.fen, allowed, sum) : part.fen) }))
    .filter((part) => part.fen > 0);
}

/**
 * What each part gives back, so that of what is left after `refundedFen` everybody keeps the portion they had of what was
 * divided. `refundedFen` counts every refund that has not failed, with the one that asks.
 */
export function partsGivenBack(
  { paidFen, dividedFen, parts }: Pick<Share, "paidFen" | "dividedFen" | "parts">,
  refundedFen: Fen,
) {
  const left = Math.min(dividedFen, Math.max(0, paidFen - refundedFen));
  return parts
    .filter((part) => part.result === "success")
    .map((part) => {
      const kept = portion(part.amountFen, left, dividedFen);
      return { party: part.party, fen: fen(Math.max(0, part.amountFen - part.returnedFen - kept)) };
    })
    .filter((part) => part.fen > 0);
}

export type ToldPart = Pick<SharePart, "result" | "failure"> & {
  readonly account: string;
  readonly amountFen: Fen;
};

/**
 * Takes over what the platform says of each receiver; `mismatch` where it speaks of other receivers or amounts than ours.
 * A share that has been carried out is not one that arrived: each receiver has a result of its own.
 */
export function takeShareResults(
  share: Pick<Share, "state" | "parts">,
  told: readonly ToldPart[],
): { kind: "mismatch" } | { kind: "taken"; state: ShareState; parts: SharePart[] } {
  const parts = share.parts.map((part) => {
    const one = told.find(({ account }) => account === part.to.account);
    return one?.amountFen === part.amountFen
      ? { ...part, result: one.result, failure: one.failure }
      : undefined;
  });
  if (parts.some((part) => !part)) return { kind: "mismatch" };
  const known = parts.filter((part) => part !== undefined);
  const command = known.some((part) => part.result === "pending")
    ? "accept"
    : known.every((part) => part.result === "closed")
      ? "fail"
      : "finish";
  const state = nextShareState(share.state, command);
  return state ? { kind: "taken", state, parts: known } : { kind: "mismatch" };
}

/** After so many questions (some three hours) without an answer that fits, people must look. */
export const stuckAfter = 20;

export const shareOutcomes = ["shared", "notShared"] as const;
/** What an operator has seen at the platform: its open parts arrived, or never will. */
export type ShareOutcome = (typeof shareOutcomes)[number];

/** Ends a share that hangs as an operator says; null where it does not hang. What the platform has told of a part stands. */
export function settledByHand(
  { state: from, parts: all, asked }: Pick<Share, "state" | "parts"> & { readonly asked: number },
  outcome: ShareOutcome,
): { state: ShareState; parts: SharePart[] } | null {
  if (asked < stuckAfter) return null;
  const end =
    outcome === "shared"
      ? ({ result: "success", failure: null } as const)
      : ({ result: "closed", failure: "SETTLED_BY_HAND" } as const);
  const parts = all.map((part) => (part.result === "pending" ? { ...part, ...end } : part));
  const state = nextShareState(from, parts.every((part) => part.result === "closed") ? "fail" : "finish");
  return state ? { state, parts } : null;
}

export function nextShareState(from: ShareState, command: ShareCommand): ShareState | undefined {
  const edges: Partial<Record<ShareCommand, ShareState>> = shareStates[from];
  return edges[command];
}

/** What is to be done with a share whose turn has come. */
export function nextShareStep(
  share: Pick<Share, "state" | "rest">,
): "divide" | "send" | "ask" | "unfreeze" | null {
  if (share.state === "planned") return "divide";
  if (share.state === "requested") return "send";
  if (share.state === "processing") return "ask";
  return share.rest === "frozen" ? "unfreeze" : null;
}

/** floor(amount × of / whole) without leaving whole numbers: the product may be larger than a double holds exactly. */
const portion = (amount: number, of: number, whole: number): Fen =>
  fen(whole === 0 ? 0 : Number((BigInt(amount) * BigInt(of)) / BigInt(whole)));
