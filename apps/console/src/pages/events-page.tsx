import { Skeleton } from "antd";
import { Advice } from "../features/events/advice.tsx";
import { LagTable } from "../features/events/lag-table.tsx";
import { ParkedEvent } from "../features/events/parked-event.tsx";
import { useFailedEvents } from "../features/events/use-failed-events.ts";
import { PaymentHealth } from "../features/payments/payment-health.tsx";
import { useNow } from "../ui/clock.ts";
import { EmptyState } from "../ui/empty-state.tsx";
import { FailureNotice } from "../ui/failure-notice.tsx";
import { useSay } from "../ui/language.tsx";
import { PageHead } from "../ui/page-head.tsx";
import "../styles/events.css";

export function EventsPage() {
  const say = useSay();
  const now = useNow(15_000);
  const { data, error, refetch } = useFailedEvents();
  return (
    <div className="page">
      <PageHead
        title={say("失败事件", "Failed events")}
        note={say(
          "每一步都会自动重试；试满次数仍失败的停放在这里，等人处理",
          "Every step is tried again by itself; what still fails is parked here for a person",
        )}
      />
      {error && !data ? (
        <FailureNotice error={error} onRetry={() => void refetch()} />
      ) : data ? (
        <div className="events">
          <section className="card">
            <h2>{say(`停放 ${data.failed.length} 条`, `${data.failed.length} parked`)}</h2>
            {data.failed.length === 0 ? (
              <EmptyState
                drawing="calm"
                title={say("一切都处理好了，没有要你动手的", "Everything was handled; nothing waits for you")}
              />
            ) : (
              <ul className="parked-list">
                {data.failed.map((event) => (
                  <ParkedEvent key={`${event.consumer}${event.eventId}`} event={event} now={now} />
                ))}
              </ul>
            )}
          </section>
          <div className="events-side">
            <section className="card">
              <h2>{say("支付通道", "Payment platforms")}</h2>
              <PaymentHealth now={now} />
            </section>
            <section className="card">
              <h2>{say("各消费者进度", "How far each consumer is")}</h2>
              <LagTable lag={data.lag} />
            </section>
            <section className="card">
              <h2>{say("我能做什么", "What I can do")}</h2>
              <Advice />
            </section>
          </div>
        </div>
      ) : (
        <Skeleton active paragraph={{ rows: 12 }} />
      )}
    </div>
  );
}
