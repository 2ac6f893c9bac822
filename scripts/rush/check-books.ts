import { inTransaction, type Sql } from "@sanqi/database";
import type { AccountId, CampusId, OrderId } from "@sanqi/kernel";
import { checkEvents } from "./check-events.ts";
import { checkMessages } from "./check-messages.ts";
import { checkMoney } from "./check-money.ts";
import { checkOrders } from "./check-orders.ts";
import { checkStock } from "./check-stock.ts";
import type { Entry } from "./ledger.ts";
import type { SandboxState } from "./phone.ts";

/** What must never be found. `what` names the row, so that somebody can look at it. */
export type Finding = {
  readonly kind: "oversold" | "lost" | "doubled" | "undelivered";
  readonly what: string;
};

/** What the people of the rush saw; the books are held against it. */
export type Witness = {
  readonly campusId: CampusId;
  /** Epoch ms of the product's clock: what is older is not of this rush. */
  readonly since: number;
  readonly persons: ReadonlySet<string>;
  readonly accounts: AccountId[];
  readonly entries: ReadonlyMap<
    OrderId,
    Pick<Entry, "orderId" | "key" | "stage" | "moneyGivenAt" | "totalFen">
  >;
  readonly answers: ReadonlyMap<string, ReadonlySet<OrderId>>;
};

export type Books = { readonly sql: Sql; readonly sandbox: SandboxState; readonly witness: Witness };

/** Compares the database, the platforms' books and what people saw. Reads only; empty: everything is in order. */
export async function checkBooks({ sql, sandbox, witness }: Books): Promise<Finding[]> {
  // One snapshot for all questions, so that an event consumed in between is no contradiction.
  return inTransaction(sql, async (tx) => {
    await tx`set transaction isolation level repeatable read, read only`;
    return [
      ...(await checkStock(tx, witness.campusId)),
      ...(await checkOrders(tx, witness)),
      ...(await checkMoney(tx, witness, sandbox)),
      ...(await checkEvents(tx, witness.campusId)),
      ...(await checkMessages(tx, witness, sandbox)),
    ];
  });
}

/**
 * Checks again until everything is in order or `withinMs` have passed: refunds and messages need a moment after the last
 * delivery. The last findings stand.
 */
export async function checkUntilSettled(
  look: () => Promise<Finding[]>,
  withinMs: number,
): Promise<Finding[]> {
  const end = performance.now() + withinMs;
  for (;;) {
    const findings = await look();
    if (findings.length === 0 || performance.now() > end) return findings;
    await new Promise((resolve) => setTimeout(resolve, 1_000));
  }
}
