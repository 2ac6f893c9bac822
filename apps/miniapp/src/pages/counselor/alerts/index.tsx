import { View } from "@tarojs/components";
import Taro, { useDidShow } from "@tarojs/taro";
import { useEffect } from "react";
import { AlertCard } from "@/features/counseling/alert-card";
import { type Alert, groupAlerts } from "@/features/counseling/alert-list";
import { CareBanner } from "@/features/counseling/care-banner";
import { useCounseling } from "@/features/counseling/counseling-store";
import { counselingWords } from "@/features/counseling/counseling-words";
import { useWords } from "@/features/i18n";
import { LoadGate } from "@/features/loading";
import { RoleGate } from "@/features/staff/role-gate";
import { useNow } from "@/features/staff/use-now";
import { EmptyState, Page, SectionTitle, Skeleton } from "@/ui";
import "./index.scss";

function Today({ alerts }: { alerts: readonly Alert[] }) {
  const t = useWords(counselingWords);
  const now = useNow(60_000);
  const open = alerts.filter((alert) => !alert.seen).length;
  if (alerts.length === 0) return <EmptyState art="calm" title={t("none")} text={t("noneText")} />;
  return (
    <>
      <View className="care__head">
        <View className="care__today">{t("today")}</View>
        <View className="care__sum">{open > 0 ? t("openCount", { count: open }) : t("allSeen")}</View>
      </View>
      {groupAlerts(alerts).map((group) => (
        <View key={group.key} id={`alerts-${group.key}`}>
          <SectionTitle>{t(group.key)}</SectionTitle>
          {group.alerts.map((alert) => (
            <AlertCard
              key={alert.alertId}
              alert={alert}
              now={now}
              onTap={() =>
                void Taro.navigateTo({ url: `/pages/counselor/student/index?alertId=${alert.alertId}` })
              }
            />
          ))}
        </View>
      ))}
    </>
  );
}

function Alerts() {
  const { alerts, failure, load } = useCounseling();
  useEffect(() => void load(), [load]);
  // an alert that was opened meanwhile has one more look, and perhaps somebody who cares
  useDidShow(() => void load());
  const gate = { data: alerts, failure, loading: !alerts && !failure, reload: load, put: () => undefined };
  return (
    <>
      <CareBanner />
      <LoadGate load={gate} skeleton={<Skeleton shape="row" count={4} />}>
        {(data) => <Today alerts={data} />}
      </LoadGate>
    </>
  );
}

export default function CounselorAlertsPage() {
  const t = useWords(counselingWords);
  const load = useCounseling((state) => state.load);
  return (
    <Page title={t("title")} onRefresh={load}>
      <RoleGate of="counselor" skeleton={<Skeleton shape="row" count={4} />}>
        <Alerts />
      </RoleGate>
    </Page>
  );
}
