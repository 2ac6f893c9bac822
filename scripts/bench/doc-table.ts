import type { reportContent } from "../report.ts";

type Written = ReturnType<typeof reportContent>;

const begin = "<!-- figures: npm run bench:orders -- --docs -->";
const end = "<!-- end of figures -->";
const number = (value: number) => value.toLocaleString("en", { maximumFractionDigits: 2 });

/** A report as a table for people; `good` says on which side of its goal a figure should be. */
export function tableOf(report: Written, good: Readonly<Record<string, "atLeast" | "atMost">>): string {
  const { machine, at, figures } = report;
  const rows = Object.entries(figures).map(([key, { value, unit, goal }]) => {
    const atLeast = good[key] === "atLeast";
    const met = goal === null || (atLeast ? value >= goal : value <= goal);
    const aim = goal === null ? "" : `${atLeast ? "≥" : "≤"} ${number(goal)}${met ? "" : " (missed)"}`;
    return `| \`${key}\` | ${number(value)} ${unit} | ${aim} |`;
  });
  const where = `${machine.cores} cores, ${Math.round(machine.memoryMb / 1024)} GB, Node ${machine.node}, PostgreSQL ${machine.postgres}, ${at.slice(0, 10)}`;
  return [`Measured: ${where}.`, "", "| figure | measured | aim |", "|---|---|---|", ...rows].join("\n");
}

/** The document with this table in the place that is marked for it. */
export function withTable(document: string, table: string): string {
  const from = document.indexOf(begin);
  const until = document.indexOf(end);
  if (from < 0 || until < from) throw new Error("the document has no place for figures");
  return `${document.slice(0, from + begin.length)}\n${table}\n${document.slice(until)}`;
}
