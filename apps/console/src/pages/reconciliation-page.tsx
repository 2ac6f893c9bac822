import { isId } from "@sanqi/kernel";
import { Button, Segmented, Select } from "antd";
import { useMemo } from "react";
import { useSearchParams } from "react-router";
import { DifferenceDrawer } from "../features/reconciliation/difference-drawer.tsx";
import { DifferenceTable } from "../features/reconciliation/difference-table.tsx";
import {
  applyDifferenceFilters,
  bookNames,
  type DifferenceFilters,
  kindNames,
  readDifferenceFilters,
  writeDifferenceFilters,
} from "../features/reconciliation/filters.ts";
import { RunTable } from "../features/reconciliation/run-table.tsx";
import {
  type Difference,
  useBillRuns,
  useDifferences,
} from "../features/reconciliation/use-reconciliation.ts";
import { bookWords, kindWords } from "../features/reconciliation/words.ts";
import { Chips } from "../ui/chips.tsx";
import { useNow } from "../ui/clock.ts";
import { EmptyState } from "../ui/empty-state.tsx";
import { FailureNotice } from "../ui/failure-notice.tsx";
import { useSay } from "../ui/language.tsx";
import { PageHead } from "../ui/page-head.tsx";
import { TableSkeleton } from "../ui/table-skeleton.tsx";
import "../styles/reconciliation.css";

export function ReconciliationPage() {
  const say = useSay();
  const now = useNow(30_000);
  const [address, setAddress] = useSearchParams();
  const filters = useMemo(() => readDifferenceFilters(address), [address]);
  const change = (some: Partial<DifferenceFilters>) =>
    setAddress(writeDifferenceFilters({ ...filters, ...some }), { replace: true });
  const opened = address.get("case") ?? "";
  const openCase = (differenceId: string | null) => {
    const next = writeDifferenceFilters(filters);
    if (differenceId) next.set("case", differenceId);
    setAddress(next, { replace: true });
  };
  const differences = useDifferences(!filters.all);
  const runs = useBillRuns();
  const shown = useMemo(
    () => applyDifferenceFilters(differences.data ?? [], filters),
    [differences.data, filters],
  );
  const open = (differences.data ?? []).filter((one) => one.state === "open").length;
  const filtered = filters.book !== null || filters.kind !== null || filters.day !== null;

  return (
    <div className="page">
      <PageHead
        title={say("对账", "Reconciliation")}
        note={differences.data && say(`${open} 项差异待处理`, `${open} differences are open`)}
      />
      <div className="filter-row">
        <Segmented<"open" | "all">
          aria-label={say("范围", "Which")}
          value={filters.all ? "all" : "open"}
          onChange={(next) => change({ all: next === "all" })}
          options={[
            { value: "open", label: say("待处理", "Open") },
            { value: "all", label: say("全部", "All") },
          ]}
        />
        <Chips<Difference["channel"]>
          label={say("按账筛选", "Filter by books")}
          chips={bookNames.map((value) => ({ value, ...bookWords[value] }))}
          chosen={filters.book}
          onChoose={(book) => change({ book })}
        />
        <Select<Difference["kind"]>
          allowClear
          className="kind-filter"
          placeholder={say("所有差异", "All kinds")}
          aria-label={say("按种类筛选", "Filter by kind")}
          value={filters.kind}
          onChange={(kind) => change({ kind: kind ?? null })}
          options={kindNames.map((value) => ({ value, label: say(kindWords[value]) }))}
        />
        {filters.day && (
          <Button size="small" onClick={() => change({ day: null })}>
            {say(`只看 ${filters.day} ✕`, `${filters.day} only ✕`)}
          </Button>
        )}
      </div>
      {differences.error && !differences.data ? (
        <FailureNotice error={differences.error} onRetry={() => void differences.refetch()} />
      ) : differences.data ? (
        <DifferenceTable
          differences={shown}
          onOpen={(one) => openCase(one.differenceId)}
          empty={
            filtered ? (
              <EmptyState drawing="search" title={say("没有符合条件的差异", "No difference matches")}>
                <Button onClick={() => change({ book: null, kind: null, day: null })}>
                  {say("清除筛选", "Clear the filters")}
                </Button>
              </EmptyState>
            ) : (
              <EmptyState
                drawing="calm"
                title={say("账都对得上，没有要处理的差异", "The books agree; no difference is open")}
              />
            )
          }
        />
      ) : (
        <TableSkeleton />
      )}
      <section className="runs">
        <h2>{say("每日账单", "Daily bills")}</h2>
        {runs.error && !runs.data ? (
          <FailureNotice error={runs.error} onRetry={() => void runs.refetch()} />
        ) : runs.data ? (
          <RunTable runs={runs.data} now={now} />
        ) : (
          <TableSkeleton />
        )}
      </section>
      {isId("difference", opened) && (
        <DifferenceDrawer key={opened} differenceId={opened} onClose={() => openCase(null)} />
      )}
    </div>
  );
}
