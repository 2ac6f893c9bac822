import { type AfterSaleId, addFen, err, type Fen, fen, hour, type PictureId } from "@sanqi/kernel";
import { type Decided, decided, type Step } from "./decision.ts";
import { type AfterSaleCommand, type AfterSaleState, nextAfterSale, nextPayment } from "./lifecycle.ts";
import type { Actor, LineAmount, Order, OrderRefund, RefundBearer } from "./order.ts";
import { refundableByLine, worthOf } from "./paid-lines.ts";

/** A lunch is remembered this long; later nobody in the kitchen could say what happened. */
export const afterSaleWithin = 48 * hour;
/** More complaints about one order go to a person at the desk. */
export const afterSalesPerOrder = 3;
/** A kitchen that has not answered by then is not waited for: the operator's desk shows the case as due. */
export const answerWithin = 24 * hour;

export const afterSaleReasons = ["missing", "wrong", "late", "bad"] as const;
export type AfterSaleReason = (typeof afterSaleReasons)[number];

/** Portions of a line that a complaint is about. */
export type AfterSaleItem = { readonly line: number; readonly quantity: number };

export type AfterSale = {
  readonly afterSaleId: AfterSaleId;
  /** The how manieth of its order, from 1. */
  readonly no: number;
  readonly state: AfterSaleState;
  readonly reason: AfterSaleReason;
  readonly words: string;
  /** Empty where the whole order is meant ("late"). */
  readonly items: readonly AfterSaleItem[];
  readonly pictureIds: readonly PictureId[];
  readonly openedAt: number;
  readonly answer: { readonly agrees: boolean; readonly words: string; readonly at: number } | null;
  readonly decision: {
    readonly by: "merchant" | "operator";
    readonly words: string;
    readonly fen: Fen;
    readonly parts: readonly LineAmount[];
    readonly bearer: RefundBearer;
    readonly at: number;
  } | null;
  readonly closedAt: number | null;
};

export type Complaint = Pick<AfterSale, "afterSaleId" | "reason" | "words" | "items" | "pictureIds">;

/** A case that is not closed yet. */
export const hasOpenCase = ({ afterSale }: Pick<Order, "afterSale">): boolean =>
  afterSale !== null && afterSale.state !== "closed";

/** Handed over, with money to give back, and no case open: the desk may open one, however late. */
const canOpenCase = (order: Order): boolean =>
  order.deliveredAt !== null &&
  (order.payment === "paid" || order.payment === "partlyRefunded") &&
  !hasOpenCase(order);

/** May its student complain about this order now? Later, or after too many complaints, the desk does it for them. */
export const canComplain = (order: Order, now: number): boolean =>
  canOpenCase(order) &&
  now < (order.deliveredAt ?? 0) + afterSaleWithin &&
  (order.afterSale?.no ?? 0) < afterSalesPerOrder;

const refused = (order: Order, command: AfterSaleCommand | "complain") =>
  err({ kind: "transitionRefused", from: order.afterSale?.state ?? order.fulfilment, command } as const);

/** The student (or the desk in the student's stead) reports what was wrong. */
export function complain(order: Order, complaint: Complaint, step: Step): Decided {
  const allowed = step.actor.kind === "operator" ? canOpenCase(order) : canComplain(order, step.now);
  if (!allowed) return refused(order, "complain");
  const known = complaint.items.every(
    ({ line, quantity }) => quantity >= 1 && quantity <= (order.lines[line]?.quantity ?? 0),
  );
  const once = new Set(complaint.items.map(({ line }) => line)).size === complaint.items.length;
  // What is missing, wrong or bad is some dish; only lateness concerns the lunch as a whole.
  if (!known || !once || (complaint.items.length === 0 && complaint.reason !== "late")) {
    return err({ kind: "afterSaleItemsInvalid" });
  }
  const afterSale: AfterSale = {
    ...complaint,
    no: (order.afterSale?.no ?? 0) + 1,
    state: "opened",
    openedAt: step.now,
    answer: null,
    decision: null,
    closedAt: null,
  };
  return told(order, { afterSale }, { ...step, command: "complain", type: "order.afterSaleOpened" });
}

const ownShop = (order: Order, actor: Actor) =>
  actor.kind === "merchant" && actor.shopIds.includes(order.shop.shopId);

/** The kitchen explains, or agrees: then the portions go back at its cost without anybody else deciding. */
export function answer(order: Order, reply: { agrees: boolean; words: string }, step: Step): Decided {
  const { afterSale } = order;
  if (!ownShop(order, step.actor) || !afterSale) return err({ kind: "orderNotFound" });
  const given = { ...afterSale, answer: { ...reply, at: step.now } };
  if (!reply.agrees) return move(order, given, "answer", { ...step, type: "order.afterSaleAnswered" });
  // How much a late lunch is worth is for the desk to say.
  if (afterSale.items.length === 0) return refused(order, "agree");
  const parts = worthOf(order, afterSale.items);
  return settleCase(order, given, "agree", {
    ...step,
    by: "merchant",
    words: reply.words,
    parts,
    bearer: "merchant",
  });
}

/** The desk decides: money by line (none: the complaint is turned down), and who bears it. */
export function decideAfterSale(
  order: Order,
  verdict: { parts: readonly LineAmount[]; bearer: RefundBearer; words: string },
  step: Step,
): Decided {
  const { afterSale } = order;
  if (!afterSale) return err({ kind: "orderNotFound" });
  if (verdict.bearer === "rider" && !order.rider) return err({ kind: "refundBearerInvalid" });
  return settleCase(order, afterSale, "decide", { ...step, ...verdict, by: "operator" });
}

/** The student takes the complaint back. */
export function withdraw(order: Order, step: Step): Decided {
  const { afterSale } = order;
  if (!afterSale) return err({ kind: "orderNotFound" });
  const closed = { ...afterSale, closedAt: step.now };
  return move(order, closed, "withdraw", { ...step, type: "order.afterSaleClosed" });
}

/** The case after the refund that it decided has arrived; other refunds leave it alone. */
export function closedByRefund(afterSale: AfterSale | null, key: string, now: number): AfterSale | null {
  if (!afterSale || afterSale.afterSaleId !== key || nextAfterSale(afterSale.state, "close") === undefined)
    return afterSale;
  return { ...afterSale, state: "closed", closedAt: now };
}

type Settlement = Step & Omit<NonNullable<AfterSale["decision"]>, "at" | "fen">;

function settleCase(
  order: Order,
  afterSale: AfterSale,
  command: "agree" | "decide",
  { by, words, parts, bearer, ...step }: Settlement,
): Decided {
  if (nextAfterSale(afterSale.state, command) === undefined) return refused(order, command);
  const left = new Map(refundableByLine(order).map(({ key, fen: rest }) => [key, rest]));
  const keys = new Set(parts.map(({ key }) => key));
  const fits = parts.every(({ key, fen: part }) => part > 0 && part <= (left.get(key) ?? 0));
  if (!fits || keys.size !== parts.length) return err({ kind: "refundTooMuch" });
  const amount = addFen(fen(0), ...parts.map((part) => part.fen));
  const decision = { by, words, fen: amount, parts, bearer, at: step.now };
  if (amount === 0) {
    const closed = { ...afterSale, state: "closed", decision, closedAt: step.now } as const;
    return told(
      order,
      { afterSale: closed },
      { ...step, command, type: "order.afterSaleDecided", reason: words },
    );
  }
  const payment = nextPayment(order.payment, "refund");
  if (!payment) return refused(order, command);
  const refund: OrderRefund = { key: afterSale.afterSaleId, bearer, fen: amount, parts, done: false };
  const change = {
    payment,
    afterSale: { ...afterSale, state: "decided", decision } as const,
    refunds: [...order.refunds, refund],
  };
  return told(order, change, {
    ...step,
    command,
    type: "order.refundAgreed",
    reason: words,
    more: { key: refund.key, amountFen: amount },
  });
}

type Tell = Omit<Parameters<typeof decided>[2], "command" | "from" | "to">;

function move(order: Order, afterSale: AfterSale, command: AfterSaleCommand, step: Tell): Decided {
  const state = nextAfterSale(afterSale.state, command);
  return state
    ? told(order, { afterSale: { ...afterSale, state } }, { ...step, command })
    : refused(order, command);
}

/** A step of the case in the story of its order. */
function told(order: Order, change: Partial<Order>, step: Tell & { command: string }): Decided {
  return decided(order, change, {
    ...step,
    from: order.afterSale?.state ?? "none",
    to: change.afterSale?.state ?? "none",
  });
}
