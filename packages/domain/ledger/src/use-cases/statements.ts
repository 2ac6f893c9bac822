import { fen } from "@sanqi/kernel";
import { type ChartKind, chart, readAccount, statementOf } from "../domain/index.ts";
import type { LedgerUseCases, LedgerView } from "./api.ts";
import type { LedgerDeps } from "./deps.ts";

export function statementDesk({
  store,
}: LedgerDeps): Pick<LedgerUseCases, "ledger" | "orderPostings" | "statement"> {
  return {
    async ledger(campusId) {
      const sums = new Map<ChartKind, number>();
      const payees: LedgerView["payees"][number][] = [];
      for (const { account, balanceFen } of await store.balances(campusId)) {
        const known = knownAccount(account);
        sums.set(known.kind, (sums.get(known.kind) ?? 0) + balanceFen);
        if (known.kind === "merchant" || known.kind === "rider")
          payees.push({ account, owedFen: fen(0 - balanceFen) });
      }
      const kinds = (Object.keys(chart) as ChartKind[]).map((kind) => ({
        kind,
        zh: chart[kind].zh,
        en: chart[kind].en,
        balanceFen: fen(sums.get(kind) ?? 0),
      }));
      return { kinds, payees };
    },
    async orderPostings(campusId, orderId) {
      const postings = await store.ofOrder(campusId, orderId);
      return postings.map(({ kind, key, occurredAt, entries }) => ({
        ...{ kind, key, occurredAt },
        entries: entries.map((entry) => ({ ...entry, ...namesOf(entry.account) })),
      }));
    },
    async statement(campusId, { account, from, to }) {
      const { entries, ...balances } = await store.period(campusId, { account, from, to });
      return statementOf({ account, from, to, ...balances }, entries);
    },
  };
}

function knownAccount(account: string) {
  const known = readAccount(account);
  if (!known) throw new Error(`account ${account} is not in the chart`);
  return known;
}

function namesOf(account: string): { readonly zh: string; readonly en: string } {
  const { zh, en } = chart[knownAccount(account).kind];
  return { zh, en };
}
