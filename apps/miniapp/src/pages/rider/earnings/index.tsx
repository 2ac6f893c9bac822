import { View } from "@tarojs/components";
import { usePullDownRefresh } from "@tarojs/taro";
import { useWords } from "@/features/i18n";
import { LoadGate, useLoad } from "@/features/loading";
import { RoleGate } from "@/features/staff/role-gate";
import { useNow } from "@/features/staff/use-now";
import { PeriodTabs, usePeriod } from "@/features/statement/period-tabs";
import { type Statement, StatementView } from "@/features/statement/statement-view";
import { statementWords } from "@/features/statement/statement-words";
import { api } from "@/rpc";
import { Page, Skeleton } from "@/ui";
import "./index.scss";

function Sums({ days, now }: { days: { from: string; to: string }; now: number }) {
  const t = useWords(statementWords);
  const load = useLoad<Statement>(() => api.rider.earnings.query(days), [days.from, days.to]);
  usePullDownRefresh(() => void load.reload());
  return (
    <LoadGate load={load} skeleton={<Skeleton shape="block" height={240} />}>
      {(statement) => {
        const count = statement.lines.filter(({ kind }) => kind === "earned").length;
        return (
          <>
            <View id="earnings-count" className="earnings__count">
              {t("deliveries", { count })}
            </View>
            <StatementView statement={statement} now={now} />
          </>
        );
      }}
    </LoadGate>
  );
}

/** A new period is a new load: the sums of another one never stand under its name. */
function Earnings() {
  const now = useNow();
  const { name, setName, days } = usePeriod(now);
  return (
    <>
      <View className="earnings__tabs">
        <PeriodTabs value={name} onChange={setName} />
      </View>
      <Sums key={name} days={days} now={now} />
    </>
  );
}

export default function RiderEarningsPage() {
  const t = useWords(statementWords);
  return (
    <Page title={t("earningsTitle")}>
      <RoleGate of="rider" skeleton={<Skeleton shape="block" height={240} />}>
        <Earnings />
      </RoleGate>
    </Page>
  );
}
