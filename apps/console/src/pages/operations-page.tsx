import type { Words } from "@sanqi/kernel";
import { Tabs } from "antd";
import type { ReactNode } from "react";
import { useNavigate, useParams } from "react-router";
import { ConsumersTab } from "../features/events/consumers-tab.tsx";
import { EventsTab } from "../features/events/events-tab.tsx";
import { type Alarm, alarmsOf } from "../features/operations/attention.ts";
import { BreakersTab } from "../features/operations/breakers-tab.tsx";
import { JobsTab } from "../features/operations/jobs-tab.tsx";
import { MessagesTab } from "../features/operations/messages-tab.tsx";
import { NowTab } from "../features/operations/now-tab.tsx";
import { SagasTab } from "../features/operations/sagas-tab.tsx";
import { useAttention } from "../features/operations/use-operations.ts";
import { useNow } from "../ui/clock.ts";
import { useSay } from "../ui/language.tsx";
import { PageHead } from "../ui/page-head.tsx";
import "../styles/events.css";
import "../styles/operations.css";

type Tab = Words & { readonly key: string; readonly page: (now: number) => ReactNode };

const tabs: readonly Tab[] = [
  { key: "now", zh: "现在", en: "Now", page: () => <NowTab /> },
  { key: "events", zh: "事件", en: "Events", page: (now) => <EventsTab now={now} /> },
  { key: "consumers", zh: "进度", en: "Consumers", page: (now) => <ConsumersTab now={now} /> },
  { key: "breakers", zh: "外部服务", en: "Services outside", page: (now) => <BreakersTab now={now} /> },
  { key: "sagas", zh: "退款与关单", en: "Refunds and closings", page: (now) => <SagasTab now={now} /> },
  { key: "jobs", zh: "作业", en: "Jobs", page: (now) => <JobsTab now={now} /> },
  { key: "messages", zh: "不确定的消息", en: "Unknown messages", page: (now) => <MessagesTab now={now} /> },
];

/** With what an operator keeps the order path alive. */
export function OperationsPage() {
  const say = useSay();
  const now = useNow(5_000);
  const navigate = useNavigate();
  const { tab } = useParams();
  const attention = useAttention();
  const alarms = attention.data ? alarmsOf(attention.data) : [];
  return (
    <div className="page operations">
      <PageHead
        title={say("运行", "Operations")}
        note={say(
          "每一步都会自动重试；这里是需要人看一眼的，每 5 秒刷新",
          "Every step is tried again by itself; here is what wants a person's eye, read every 5 seconds",
        )}
      />
      <Tabs
        activeKey={tabs.some(({ key }) => key === tab) ? (tab ?? "now") : "now"}
        onChange={(key) => void navigate(`/operations/${key}`)}
        destroyOnHidden
        items={tabs.map((one) => ({
          key: one.key,
          label: <TabName tab={one} alarms={alarms} />,
          children: one.page(now),
        }))}
      />
    </div>
  );
}

function TabName({ tab, alarms }: { tab: Tab; alarms: readonly Alarm[] }) {
  const say = useSay();
  const count = alarms
    .filter((alarm) => alarm.to === `/operations/${tab.key}`)
    .reduce((sum, alarm) => sum + alarm.count, 0);
  return (
    <>
      {say(tab)}
      {count > 0 && (
        <span className="tab-count">
          {count}
          <span className="sr-only">{say("项需要处理", "need attention")}</span>
        </span>
      )}
    </>
  );
}
