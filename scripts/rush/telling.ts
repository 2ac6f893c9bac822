import type { Figures } from "../report.ts";
import type { Finding } from "./check-books.ts";
import type { Played } from "./play.ts";
import type { World } from "./world.ts";

/** The line that is shown every second. */
export function progressLine({ tally, ledger }: World, elapsedMs: number): string {
  const { arrived, placed, paid, accepted, delivered, cancelled, refused, failed } = tally.counts;
  const open = [...ledger.entries.values()].filter((entry) => entry.stage === "onTheWay").length;
  return (
    `${String(Math.round(elapsedMs / 1_000)).padStart(4)} s  到店 came ${arrived}  下单 placed ${placed}  支付 paid ${paid}  ` +
    `接单 accepted ${accepted}  在途 on the way ${open}  送达 delivered ${delivered}  ` +
    `取消 cancelled ${cancelled}  拒单 refused ${refused}  失败 failed ${failed}`
  );
}

/** Latencies of each step as people felt them. */
export function stepTable({ tally }: World): string {
  const ms = (value: number) => (Number.isNaN(value) ? "–" : value.toFixed(0)).padStart(8);
  const head = `  ${"step (ms)".padEnd(16)}${["calls", "p50", "p95", "p99", "max"].map((word) => word.padStart(8)).join("")}`;
  const rows = tally
    .percentiles()
    .map(
      ({ step, calls, p50, p95, p99, max }) =>
        `  ${step.padEnd(16)}${String(calls).padStart(8)}${ms(p50)}${ms(p95)}${ms(p99)}${ms(max)}`,
    );
  return [head, ...rows].join("\n");
}

/** What did not go as asked: expected refusals ("sold out") stand here beside real failures, each by its code. */
export function codeTable({ tally }: World): string {
  return [...tally.codes]
    .sort(([, a], [, b]) => b - a)
    .map(([code, count]) => `  ${String(count).padStart(6)} × ${code}`)
    .join("\n");
}

/** Accepted orders that did not end, with their state. */
export const unfinished = ({ ledger }: World): string[] =>
  [...ledger.entries.values()]
    .filter((entry) => entry.accepted && !["delivered", "completed"].includes(entry.stage))
    .map((entry) => `${entry.orderId} (${entry.person}, ${entry.host}): ${entry.stage}`);

const deliveredGoal = 0.95;

/** The keys of reports/rush.json. */
export function figuresOf({ world }: Played, findings: readonly Finding[]): Figures {
  const { counts } = world.tally;
  const place = world.tally.percentiles().find(({ step }) => step === "place");
  const found = (kind: Finding["kind"]) => findings.filter((finding) => finding.kind === kind).length;
  const orders = (value: number, goal: number | null = null) => ({ value, unit: "orders", goal });
  const ms = (value: number | undefined) => ({ value: Math.round(value ?? 0), unit: "ms", goal: null });
  return {
    placed: orders(counts.placed),
    paid: orders(counts.paid),
    delivered: { ...orders(counts.delivered, Math.ceil(deliveredGoal * counts.accepted)), good: "atLeast" },
    cancelled: orders(counts.cancelled + counts.refused),
    failed: { value: counts.failed, unit: "students", goal: null },
    oversold: { value: found("oversold"), unit: "dishes", goal: 0 },
    lost: { value: found("lost"), unit: "findings", goal: 0 },
    doubled: { value: found("doubled"), unit: "findings", goal: 0 },
    undelivered_events: { value: found("undelivered"), unit: "events", goal: 0 },
    place_p95_ms: ms(place?.p95),
    place_p99_ms: ms(place?.p99),
  };
}
