import type { AccountId, Host, OrderId } from "@sanqi/kernel";
import type { Stage } from "@sanqi/orders";

/** What the people of the rush know of one order. Times are performance.now(). */
export type Entry = {
  readonly orderId: OrderId;
  readonly person: string;
  readonly host: Host;
  readonly accountId: AccountId;
  readonly key: string;
  readonly totalFen: number;
  stage: Stage;
  /** The cashier took the money. */
  moneyGivenAt: number | null;
  seenInKitchen: boolean;
  acceptCalledAt: number | null;
  accepted: boolean;
  acceptSeen: boolean;
  /** What the student tells the rider at the door. */
  pickupCode: string | null;
};

/** The rush's own memory of what it asked for and what it was answered; the check compares it with the books. */
export type Ledger = {
  readonly entries: ReadonlyMap<OrderId, Entry>;
  /** Orders answered to each key that was sent; more than one is a doubled order, none an answer that never came. */
  readonly answers: ReadonlyMap<string, ReadonlySet<OrderId>>;
  asked(key: string): void;
  answered(key: string, orderId: OrderId): void;
  placed(order: Pick<Entry, "orderId" | "person" | "host" | "accountId" | "key" | "totalFen">): Entry;
};

export function createLedger(): Ledger {
  const entries = new Map<OrderId, Entry>();
  const answers = new Map<string, Set<OrderId>>();
  const ask = (key: string) => {
    const known = answers.get(key) ?? new Set();
    answers.set(key, known);
    return known;
  };
  return {
    entries,
    answers,
    asked: (key) => void ask(key),
    answered: (key, orderId) => void ask(key).add(orderId),
    placed(order) {
      const entry: Entry = {
        ...order,
        stage: "awaitingPayment",
        moneyGivenAt: null,
        seenInKitchen: false,
        acceptCalledAt: null,
        accepted: false,
        acceptSeen: false,
        pickupCode: null,
      };
      entries.set(order.orderId, entry);
      return entry;
    },
  };
}
