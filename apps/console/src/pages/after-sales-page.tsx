import { type AfterSaleReason, afterSaleReasons } from "@sanqi/orders";
import { Button, Segmented } from "antd";
import { useMemo, useState } from "react";
import { useSearchParams } from "react-router";
import { CaseTable } from "../features/after-sales/case-table.tsx";
import { DecideDialog } from "../features/after-sales/decide-dialog.tsx";
import {
  applyCaseFilters,
  type CaseFilters,
  isDue,
  readCaseFilters,
  writeCaseFilters,
} from "../features/after-sales/filters.ts";
import { type Case, useAfterSales } from "../features/after-sales/use-after-sales.ts";
import { reasonWords } from "../features/after-sales/words.ts";
import { ShopSelect } from "../features/shops/shop-select.tsx";
import { Chips } from "../ui/chips.tsx";
import { useNow } from "../ui/clock.ts";
import { EmptyState } from "../ui/empty-state.tsx";
import { FailureNotice } from "../ui/failure-notice.tsx";
import { useSay } from "../ui/language.tsx";
import { PageHead } from "../ui/page-head.tsx";
import { TableSkeleton } from "../ui/table-skeleton.tsx";
import "../styles/after-sales.css";

export function AfterSalesPage() {
  const say = useSay();
  const now = useNow(15_000);
  const [address, setAddress] = useSearchParams();
  const filters = useMemo(() => readCaseFilters(address), [address]);
  const change = (some: Partial<CaseFilters>) =>
    setAddress(writeCaseFilters({ ...filters, ...some }), { replace: true });
  const { data, error, refetch } = useAfterSales(!filters.all);
  const [deciding, setDeciding] = useState<Case | null>(null);
  const cases = useMemo(() => applyCaseFilters(data ?? [], filters, now), [data, filters, now]);
  const due = (data ?? []).filter((one) => isDue(one, now)).length;
  const filtered = filters.due || filters.reason || filters.shopId;

  return (
    <div className="page">
      <PageHead
        title={say("售后", "Complaints")}
        note={data && say(`${due} 件等你裁定`, `${due} wait for your decision`)}
      />
      <div className="filter-row">
        <Segmented<"open" | "all">
          aria-label={say("范围", "Which")}
          value={filters.all ? "all" : "open"}
          onChange={(next) => change({ all: next === "all" })}
          options={[
            { value: "open", label: say("未结案", "Open") },
            { value: "all", label: say("全部", "All") },
          ]}
        />
        <Chips<"due">
          label={say("只看等我裁定的", "Only those for me")}
          chips={[{ value: "due", zh: "等我裁定", en: "For me to decide" }]}
          chosen={filters.due ? "due" : null}
          onChoose={(value) => change({ due: value !== null })}
        />
        <Chips<AfterSaleReason>
          label={say("按原因筛选", "Filter by reason")}
          chips={afterSaleReasons.map((value) => ({ value, ...reasonWords[value] }))}
          chosen={filters.reason}
          onChoose={(reason) => change({ reason })}
        />
        <ShopSelect all value={filters.shopId} onChange={(shopId) => change({ shopId })} />
      </div>
      {error && !data ? (
        <FailureNotice error={error} onRetry={() => void refetch()} />
      ) : data ? (
        <CaseTable
          cases={cases}
          now={now}
          onDecide={setDeciding}
          empty={
            filtered ? (
              <EmptyState drawing="search" title={say("没有符合条件的售后", "No complaint matches")}>
                <Button onClick={() => change({ due: false, reason: null, shopId: null })}>
                  {say("清除筛选", "Clear the filters")}
                </Button>
              </EmptyState>
            ) : (
              <EmptyState drawing="calm" title={say("没有未结案的售后", "No complaint is open")} />
            )
          }
        />
      ) : (
        <TableSkeleton />
      )}
      {deciding && (
        <DecideDialog key={deciding.afterSaleId} complaint={deciding} onClose={() => setDeciding(null)} />
      )}
    </div>
  );
}
