import type { Figures } from "../report.ts";
import { type Finding, type FindingKind, findingKinds } from "./check/evidence.ts";
import { allBoundaries } from "./kill-plan.ts";

export type Outcome = {
  readonly rounds: number;
  readonly kills: number;
  readonly boundariesHit: number;
  readonly findings: readonly Finding[];
  readonly fallen: readonly string[];
  readonly ambiguousMessages: number;
};

const units: Readonly<Record<FindingKind, string>> = {
  lost_orders: "orders",
  double_charges: "orders",
  double_refunds: "refunds",
  oversold: "dishes",
  unbalanced_postings: "postings",
  unconsumed_events: "events",
  stuck_orders: "orders",
  doubled_messages: "messages",
  lost_messages: "messages",
};

/** The keys of reports/crash.json. */
export function figuresOf(outcome: Outcome, leastKills: number | null): Figures {
  const { rounds, kills, boundariesHit, findings, fallen } = outcome;
  const found = findingKinds.map((kind) => {
    const value = findings.filter((finding) => finding.kind === kind).length;
    return [kind, { value, unit: units[kind], goal: 0 }] as const;
  });
  return {
    rounds: { value: rounds, unit: "rounds", goal: null },
    kills: { value: kills, unit: "kills", goal: leastKills, good: "atLeast" },
    boundaries_hit: { value: boundariesHit, unit: "steps", goal: allBoundaries.length, good: "atLeast" },
    ...Object.fromEntries(found),
    fallen_processes: { value: fallen.length, unit: "ends", goal: 0 },
    ambiguous_messages: { value: outcome.ambiguousMessages, unit: "messages", goal: null },
  };
}
