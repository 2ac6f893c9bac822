/**
 * Three small lifecycles as data: food, money, and what is settled afterwards. What a person sees is derived from them (see
 * stage.ts). A kitchen sees a placed order only once it is paid; that guard lives in decide.ts, because it joins two of them.
 */
export const fulfilmentLifecycle = {
  placed: { accept: "accepted", refuse: "refused", cancel: "cancelled", expire: "expired" },
  accepted: { prepare: "preparing", markReady: "ready", refuse: "refused" },
  preparing: { markReady: "ready", refuse: "refused" },
  // A rider picks up; what the student fetches or eats at a table is handed over in the shop.
  ready: { pickUp: "pickedUp", handOver: "delivered", refuse: "refused" },
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
  | "prepare"
  | "markReady"
  | "pickUp"
  | "handOver"
  | "deliver"
  | "complete";
export type Fulfilment = keyof typeof fulfilmentLifecycle;

/** The order's own view of its money; the payments domain keeps the details. `late` money came after the order had ended. */
export const paymentLifecycle = {
  unpaid: { pay: "paid", payLate: "refunding", close: "closed" },
  closed: { payLate: "refunding" },
  paid: { refund: "refunding" },
  refunding: { refunded: "refunded", refundedPart: "partlyRefunded" },
  partlyRefunded: { refund: "refunding" },
  refunded: {},
} as const satisfies Record<string, Partial<Record<PaymentCommand, string>>>;

export type PaymentCommand = "pay" | "payLate" | "close" | "refund" | "refundedPart" | "refunded";
export type OrderPayment = keyof typeof paymentLifecycle;

/** One complaint about lines of one order. A decision may give money back; the case closes once it has arrived. */
export const afterSaleLifecycle = {
  opened: { answer: "answered", agree: "decided", decide: "decided", withdraw: "closed" },
  answered: { decide: "decided", withdraw: "closed" },
  decided: { close: "closed" },
  closed: {},
} as const satisfies Record<string, Partial<Record<AfterSaleCommand, string>>>;

export type AfterSaleCommand = "answer" | "agree" | "decide" | "withdraw" | "close";
export type AfterSaleState = keyof typeof afterSaleLifecycle;

/** The next state, or undefined where the command is not allowed. */
export function nextFulfilment(from: Fulfilment, command: FulfilmentCommand): Fulfilment | undefined {
  const edges: Partial<Record<FulfilmentCommand, Fulfilment>> = fulfilmentLifecycle[from];
  return edges[command];
}

export function nextPayment(from: OrderPayment, command: PaymentCommand): OrderPayment | undefined {
  const edges: Partial<Record<PaymentCommand, OrderPayment>> = paymentLifecycle[from];
  return edges[command];
}

export function nextAfterSale(from: AfterSaleState, command: AfterSaleCommand): AfterSaleState | undefined {
  const edges: Partial<Record<AfterSaleCommand, AfterSaleState>> = afterSaleLifecycle[from];
  return edges[command];
}
