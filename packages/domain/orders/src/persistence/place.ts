import { inGroups, type Sql } from "@sanqi/database";
import type { DishId } from "@sanqi/kernel";
import type { Placement, PlacementOutcome } from "../use-cases/ports.ts";
import { createKnownJobs } from "./deadline-job.ts";
import { placementArguments } from "./placement-arguments.ts";
import { loadByKey } from "./read.ts";
import type { EventIds } from "./save-step.ts";

/** How orders that come at the same time share transactions. */
export type Grouping = {
  /** Orders of one transaction; 1: each has its own. */
  readonly most: number;
  /** Transactions at the same time. */
  readonly lanes: number;
};

type Refused = {
  readonly n: number;
  readonly outcome: Exclude<PlacementOutcome["kind"], "placed">;
  readonly detail: { readonly dishId: DishId; readonly choice: string | null; readonly left: number } | null;
};

/** PostgreSQL's classes of faults that may be of one order: bad values, broken constraints, a deadlock. */
const mayBeOneOrders = (error: unknown): boolean =>
  /^(22|23|40)/.test((error as { code?: string } | null)?.code ?? "");

/** One of the keys has made an order before: `place_orders` was not told to look for that, and has done nothing. */
const isRepetition = (error: unknown): boolean => (error as { code?: string } | null)?.code === "SQ001";

/**
 * Places orders: one statement and one commit for all that came while the statement before was under way. Each is answered
 * after its own commit. A repeated call with the same key finds the order that the first one made.
 */
export function createPlacing(
  sql: Sql,
  ids: EventIds,
  { most, lanes, committed }: Grouping & { readonly committed: () => void },
): (placement: Placement) => Promise<PlacementOutcome> {
  const knownJobs = createKnownJobs();
  const callFunction = async (group: readonly Placement[], lookForKeys: boolean) => {
    const a = placementArguments(ids, group);
    const jobs = knownJobs.unknown(group.map(({ decision }) => decision.order));
    const rows = await sql<Refused[]>`
      select n, outcome, detail from place_orders(${a.campusId}, ${a.accounts}::text[], ${a.keys}::text[],
        ${a.unpaid}::int[], ${a.first}::text[]::boolean[], ${a.portionN}::int[], ${a.dishes}::text[], ${a.days}::text[],
        ${a.quantities}::int[], ${a.daily}::int[], ${a.choices}::text::jsonb, ${a.slots}::text::jsonb, ${a.coupons}::text::jsonb,
        ${a.orders}::text::json, ${a.lines}::text::json, ${a.steps}::text::json, ${a.events}::text::json,
        ${jobs.length > 0 ? JSON.stringify(jobs) : null}::text::json, ${lookForKeys})`;
    knownJobs.committed(jobs);
    return rows;
  };

  return inGroups<Placement, PlacementOutcome>({
    ...{ most, lanes, alone: mayBeOneOrders },
    within: ({ decision }) => decision.order.campusId,
    apart: ({ decision }) => decision.order.accountId,
    async run(group) {
      const rows = await callFunction(group, false).catch((error: unknown) => {
        if (!isRepetition(error)) throw error;
        return callFunction(group, true);
      });
      if (rows.length < group.length) committed();
      const refused = new Map(rows.map((row) => [row.n, row]));
      return Promise.all(
        group.map((placement, at) => {
          const row = refused.get(at + 1);
          return row ? outcomeOf(sql, placement, row) : ({ kind: "placed" } as const);
        }),
      );
    },
  });
}

async function outcomeOf(sql: Sql, placement: Placement, row: Refused): Promise<PlacementOutcome> {
  const { order } = placement.decision;
  const { outcome: kind, detail } = row;
  if (kind === "repeated") {
    const before = await loadByKey(sql, order.campusId, order.accountId, placement.key);
    if (!before) throw new Error("the key of an order was taken, but its order is not there");
    return { kind, ...before };
  }
  if (kind === "slotFull") return { kind, slotFrom: order.slot?.from ?? 0 };
  if (kind !== "soldOut") return { kind };
  const { choice } = detail ?? {};
  const wanted = [...placement.portions, ...placement.choicePortions].find(
    (p) => p.dishId === detail?.dishId && ("choice" in p ? p.choice : null) === choice,
  );
  if (!wanted || !detail) throw new Error("sold out was a dish that nobody ordered");
  return { kind, dishId: wanted.dishId, name: wanted.name, nameEn: wanted.nameEn, left: detail.left };
}
