import { fen } from "@sanqi/kernel";
import { type ChartKind, chart, readAccount, statementOf } from "../domain/index.ts";
import type { LedgerUseCases, LedgerView } from "./api.ts";
import type { LedgerDeps } from "./deps.ts";

export function statementDesk({ store }: LedgerDeps): Pick<LedgerUseCases, "ledger" | "statement"> {
  return {
    async ledger(campusId) {
      const sums = new Map<ChartKind, number>();
      const payees: LedgerView["payees"][number][] = [];
      for (const { account, balanceFen } of await store.balances(campusId)) {
        const known = readAccount(account);
        if (!known) throw new Error(`account ${account} is not in the chart`);
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
    async statement(campusId, { account, from, to }) {
      const { entries, ...balances } = await store.period(campusId, { account, from, to });
      return statementOf({ account, from, to, ...balances }, entries);
    },
  };
}
