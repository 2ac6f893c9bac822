/**
 * Two small lifecycles as data. What a person sees is derived from both (see stage.ts).
 * A kitchen sees a placed order only once it is paid; that guard lives in decide.ts, because it joins the two.
 */
export const fulfilmentLifecycle = {
  placed: { accept: "accepted", refuse: "refused", cancel: "cancelled", expire: "expired" },
  accepted: { markReady: "ready", refuse: "refused" },
  ready: { pickUp: "pickedUp", refuse: "refused" },
  pickedUp: { deliver: "delivered", refuse: "refused" },
  delivered: { complete: "completed" },
  completed: {},
  refused: {},
  cancelled: {},
  expired: {},
} as const satisfies Record<string, Partial<Record<FulfilmentCommand, string>>>;

export type FulfilmentCommand =
  | "accept"
  | "refuse"
  | "cancel"
  | "expire"
  | "markReady"
  | "pickUp"
  | "deliver"
  | "complete";
export type Fulfilment = keyof typeof fulfilmentLifecycle;

/** The order's own view of its money; the payments domain keeps the details. `late` money came after the order had ended. */
export const paymentLifecycle = {
  unpaid: { pay: "paid", payLate: "refunding", close: "closed" },
  closed: { payLate: "refunding" },
  paid: { refund: "refunding" },
  refunding: { refunded: "refunded" },
  refunded: {},
} as const satisfies Record<string, Partial<Record<PaymentCommand, string>>>;

export type PaymentCommand = "pay" | "payLate" | "close" | "refund" | "refunded";
export type OrderPayment = keyof typeof paymentLifecycle;

/** The next state, or undefined where the command is not allowed. */
export function nextFulfilment(from: Fulfilment, command: FulfilmentCommand): Fulfilment | undefined {
  const edges: Partial<Record<FulfilmentCommand, Fulfilment>> = fulfilmentLifecycle[from];
  return edges[command];
}

export function nextPayment(from: OrderPayment, command: PaymentCommand): OrderPayment | undefined {
  const edges: Partial<Record<PaymentCommand, OrderPayment>> = paymentLifecycle[from];
  return edges[command];
}
