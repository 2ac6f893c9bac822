import { inTransaction, type Sql } from "@sanqi/database";
import { checkEvents } from "./events.ts";
import type { Evidence, Finding, SandboxBooks } from "./evidence.ts";
import { checkLedger } from "./ledger.ts";
import { ambiguousMessages, checkMessages } from "./messages.ts";
import { checkAnswers, checkMoney, checkRefunds } from "./orders-and-money.ts";
import { checkStock } from "./stock.ts";
import { checkStuck } from "./stuck.ts";

export type Judged = { readonly findings: readonly Finding[]; readonly ambiguousMessages: number };

const checks = [
  checkAnswers,
  checkMoney,
  checkRefunds,
  checkStock,
  checkLedger,
  checkEvents,
  checkMessages,
  checkStuck,
];

/** Holds database, platforms and what clients were answered against each other. Reads only; no findings: everything is in order. */
export async function judge(evidence: Omit<Evidence, "sql"> & { readonly sql: Sql }): Promise<Judged> {
  // One snapshot for all questions, so that an event consumed in between is no contradiction.
  return inTransaction(evidence.sql, async (tx) => {
    await tx`set transaction isolation level repeatable read, read only`;
    const frozen: Evidence = { ...evidence, sql: tx };
    const findings: Finding[] = [];
    for (const check of checks) findings.push(...(await check(frozen)));
    return { findings, ambiguousMessages: await ambiguousMessages(frozen) };
  });
}

/** The sandbox's books as they are now. */
export async function readSandbox(url: string): Promise<SandboxBooks> {
  const answer = await fetch(`${url}/admin/state`, { signal: AbortSignal.timeout(10_000) });
  if (!answer.ok) throw new Error(`the sandbox answers ${answer.status}`);
  return (await answer.json()) as SandboxBooks;
}
