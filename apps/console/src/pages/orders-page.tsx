import { chinaDay } from "@sanqi/kernel";
import { Alert, Button } from "antd";
import { useDeferredValue, useMemo } from "react";
import { Outlet } from "react-router";
import { LiveDot } from "../features/live/live-dot.tsx";
import { DayPicker } from "../features/orders/day-picker.tsx";
import { applyFilters, countLanes, noFilters } from "../features/orders/filters.ts";
import { KindFilters } from "../features/orders/kind-filters.tsx";
import { LaneTiles } from "../features/orders/lane-tiles.tsx";
import { OrderSearch } from "../features/orders/order-search.tsx";
import { OrderTable } from "../features/orders/order-table.tsx";
import { useFilters } from "../features/orders/use-filters.ts";
import { dayLimit, useOrders } from "../features/orders/use-orders.ts";
import { paletteShortcut } from "../features/palette/shortcut.ts";
import { useNow } from "../ui/clock.ts";
import { EmptyState } from "../ui/empty-state.tsx";
import { FailureNotice } from "../ui/failure-notice.tsx";
import { useSay } from "../ui/language.tsx";
import { PageHead } from "../ui/page-head.tsx";
import { TableSkeleton } from "../ui/table-skeleton.tsx";
import "../styles/orders.css";

export function OrdersPage() {
  const say = useSay();
  const now = useNow(15_000);
  const [filters, change] = useFilters(now);
  const { data, error, refetch } = useOrders(filters.day);
  const text = useDeferredValue(filters.text);
  const rows = useMemo(() => applyFilters(data ?? [], { ...filters, text }, now), [data, filters, text, now]);
  const counts = useMemo(() => (data ? countLanes(data, now) : null), [data, now]);
  const today = chinaDay(now);
  const filtered = filters.lane || filters.handover || filters.mark || filters.text;

  const empty = filtered ? (
    <EmptyState drawing="search" title={say("没有符合条件的订单", "No order matches")}>
      <Button onClick={() => change(noFilters)}>{say("清除筛选", "Clear the filters")}</Button>
    </EmptyState>
  ) : (
    <EmptyState
      drawing="bowl"
      title={
        filters.day === today
          ? say(
              "今天还没有订单，第一单会自动出现在这里",
              "No orders yet today; the first appears here by itself",
            )
          : say("这一天没有订单", "No orders on that day")
      }
    />
  );

  return (
    <div className="page page-fill">
      <PageHead
        title={filters.day === today ? say("今日订单", "Orders today") : say("订单", "Orders")}
        note={<LiveDot />}
      >
        <OrderSearch text={filters.text} onChange={(next) => change({ text: next })} />
        <DayPicker day={filters.day} today={today} onChange={(day) => change({ day })} />
      </PageHead>
      <LaneTiles
        counts={counts}
        total={data?.length ?? 0}
        chosen={filters.lane}
        onChoose={(lane) => change({ lane })}
      />
      <KindFilters filters={filters} onChange={change} />
      {data && data.length >= dayLimit && (
        <Alert
          type="info"
          showIcon
          title={say(
            `这一天超过 ${dayLimit} 单，这里只列最近的；更早的把完整订单号贴进 ${paletteShortcut} 打开`,
            `More than ${dayLimit} orders on this day: only the newest are listed; open an older one by pasting its whole id into ${paletteShortcut}`,
          )}
        />
      )}
      {error && !data ? (
        <FailureNotice error={error} onRetry={() => void refetch()} />
      ) : data ? (
        <OrderTable rows={rows} all={data} now={now} empty={empty} />
      ) : (
        <TableSkeleton />
      )}
      <Outlet />
    </div>
  );
}
