import type { AccountId, Host, OrderId } from "@sanqi/kernel";
import type { Stage } from "@sanqi/orders";

/** What the people of a run know of one order, from the answers that they received. */
export type KnownOrder = {
  readonly orderId: OrderId;
  readonly key: string;
  readonly person: string;
  readonly host: Host;
  readonly accountId: AccountId;
  readonly totalFen: number;
  /** The cashier said yes. */
  moneyGiven: boolean;
  stage: Stage;
  /** What the student tells the rider at the door. */
  pickupCode: string | null;
};

/** Everything that clients were answered over all rounds; the check holds the books against it. */
export type Memory = {
  readonly orders: ReadonlyMap<OrderId, KnownOrder>;
  /** Orders answered to each key that was sent; none: no answer ever came. */
  readonly answers: ReadonlyMap<string, ReadonlySet<OrderId>>;
  readonly persons: ReadonlySet<string>;
  met(person: string): void;
  asked(key: string): void;
  answered(order: Omit<KnownOrder, "moneyGiven" | "stage" | "pickupCode">): KnownOrder;
};

export function createMemory(): Memory {
  const orders = new Map<OrderId, KnownOrder>();
  const answers = new Map<string, Set<OrderId>>();
  const persons = new Set<string>();
  return {
    orders,
    answers,
    persons,
    met: (person) => void persons.add(person),
    asked: (key) => void answers.set(key, answers.get(key) ?? new Set()),
    answered(order) {
      answers.get(order.key)?.add(order.orderId);
      const before = orders.get(order.orderId);
      if (before) return before;
      const known: KnownOrder = { ...order, moneyGiven: false, stage: "awaitingPayment", pickupCode: null };
      orders.set(order.orderId, known);
      return known;
    },
  };
}
