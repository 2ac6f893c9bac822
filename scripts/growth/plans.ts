import type { Sql } from "@sanqi/database";
import type { Log } from "@sanqi/observability";
import { partitionOf } from "./partition-by-campus.ts";

type Node = {
  readonly "Relation Name"?: string;
  readonly "Actual Loops"?: number;
  readonly Plans?: readonly Node[];
};
type Explained = { readonly "Query Text": string; readonly Plan: Node };

/** One statement as the server ran it. */
export type Plan = {
  readonly statement: string;
  /** The partitions that it looked into, by their campus. */
  readonly campuses: readonly string[];
  readonly tables: readonly string[];
};

/** From the next connection on the server tells the plan of every statement to whoever sent it, those inside functions included. */
export async function tellPlans(sql: Sql): Promise<void> {
  const settings = {
    session_preload_libraries: "auto_explain",
    "auto_explain.log_min_duration": "0",
    "auto_explain.log_analyze": "on",
    "auto_explain.log_timing": "off",
    "auto_explain.log_nested_statements": "on",
    "auto_explain.log_format": "json",
    "auto_explain.log_level": "notice",
    "auto_explain.log_parameter_max_length": "0",
  };
  const [row] = await sql<{ name: string }[]>`select current_database() as name`;
  for (const [name, value] of Object.entries(settings))
    await sql.unsafe(`alter database ${row?.name} set ${name} = '${value}'`);
}

/** What was really read or written; a partition that was pruned while the statement ran has no loops. */
function* nodesOf(node: Node): Generator<Node> {
  if (node["Actual Loops"] === 0) return;
  yield node;
  for (const child of node.Plans ?? []) yield* nodesOf(child);
}

/** The plan that a notice of the server tells; null where it tells something else. */
export function planOf(notice: string): Plan | null {
  if (!/^duration: \S+ ms {2}plan:/.test(notice)) return null;
  const explained = JSON.parse(notice.slice(notice.indexOf("{"))) as Explained;
  const parts = [...nodesOf(explained.Plan)].flatMap((node) => {
    const [, table, campus] = partitionOf.exec(node["Relation Name"] ?? "") ?? [];
    return table && campus ? [{ table, campus }] : [];
  });
  return {
    statement: explained["Query Text"].replace(/\s+/g, " ").trim(),
    campuses: [...new Set(parts.map((part) => part.campus))].sort(),
    tables: [...new Set(parts.map((part) => part.table))].sort(),
  };
}

/** A log that keeps what the server told about its plans. */
export function planLog(): Log & { readonly plans: Plan[] } {
  const plans: Plan[] = [];
  const log = {
    plans,
    debug(_message: string, fields?: Record<string, unknown>) {
      const plan = planOf(String(fields?.text ?? ""));
      if (plan) plans.push(plan);
    },
    info() {},
    warn() {},
    error() {},
    child: () => log,
  };
  return log;
}
