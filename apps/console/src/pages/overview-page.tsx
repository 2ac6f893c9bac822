import { chinaDay } from "@sanqi/kernel";
import { Skeleton } from "antd";
import { useMemo } from "react";
import { LiveDot } from "../features/live/live-dot.tsx";
import { isRunningRow } from "../features/map/situation.ts";
import { useAttention } from "../features/operations/use-operations.ts";
import { countLanes } from "../features/orders/filters.ts";
import { useOrders } from "../features/orders/use-orders.ts";
import { AttentionList } from "../features/overview/attention-list.tsx";
import { attentionOf, dayFigures } from "../features/overview/figures.ts";
import { FlowBar } from "../features/overview/flow-bar.tsx";
import { HealthTiles } from "../features/overview/health-tiles.tsx";
import { KitchenLoad } from "../features/overview/kitchen-load.tsx";
import { usePaymentHealth } from "../features/payments/use-payment-health.ts";
import { useShops } from "../features/shops/use-shops.ts";
import { useNow } from "../ui/clock.ts";
import { FailureNotice } from "../ui/failure-notice.tsx";
import { useSay } from "../ui/language.tsx";
import { PageHead } from "../ui/page-head.tsx";
import "../styles/overview.css";

export function OverviewPage() {
  const say = useSay();
  const now = useNow(15_000);
  const orders = useOrders(chinaDay(now));
  const attention = useAttention();
  const payments = usePaymentHealth();
  const shops = useShops();
  const rows = orders.data;
  const day = useMemo(
    () =>
      rows && {
        figures: dayFigures(rows, now),
        counts: countLanes(rows, now),
        attention: attentionOf(rows, now),
        running: rows.filter(isRunningRow),
      },
    [rows, now],
  );
  return (
    <div className="page">
      <PageHead title={say("总览", "Overview")} note={<LiveDot />} />
      {orders.error && !rows ? (
        <FailureNotice error={orders.error} onRetry={() => void orders.refetch()} />
      ) : (
        <>
          <HealthTiles
            figures={day?.figures ?? null}
            failedEvents={attention.data?.parkedEvents ?? null}
            payments={payments.data ?? null}
            now={now}
          />
          <FlowBar counts={day?.counts ?? null} />
          <div className="overview">
            <section className="card">
              <h2>
                {say("需要处理", "Needs attention")}
                {day && day.attention.length > 0 && <span className="faint">{day.attention.length}</span>}
              </h2>
              {day ? <AttentionList items={day.attention} /> : <Skeleton active paragraph={{ rows: 6 }} />}
            </section>
            <section className="card">
              <h2>{say("各店进行中", "Running per shop")}</h2>
              {day && shops.data ? (
                <KitchenLoad shops={shops.data} running={day.running} now={now} />
              ) : shops.error ? (
                <FailureNotice error={shops.error} onRetry={() => void shops.refetch()} />
              ) : (
                <Skeleton active paragraph={{ rows: 6 }} />
              )}
            </section>
          </div>
        </>
      )}
    </div>
  );
}
