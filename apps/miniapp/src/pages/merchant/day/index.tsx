import { chinaDay } from "@sanqi/kernel";
import { View } from "@tarojs/components";
import { usePullDownRefresh } from "@tarojs/taro";
import { useState } from "react";
import { BestDishes, DayFigures, DayHours, DayMoney } from "@/features/day-figures/day-cards";
import { DaySwitch } from "@/features/day-figures/day-switch";
import { dayWords } from "@/features/day-figures/day-words";
import type { DaySummary } from "@/features/day-figures/hour-bars";
import { useWords } from "@/features/i18n";
import { LoadGate, useLoad } from "@/features/loading";
import { RoleGate } from "@/features/staff/role-gate";
import { useNow } from "@/features/staff/use-now";
import { api } from "@/rpc";
import { EmptyState, Page, Skeleton } from "@/ui";
import "./index.scss";

/** A new day is a new load: the figures of another day never stand under its name. */
function Figures({ day }: { day: string }) {
  const t = useWords(dayWords);
  const load = useLoad<DaySummary>(() => api.merchant.daySummary.query({ day }), [day]);
  usePullDownRefresh(() => void load.reload());
  return (
    <LoadGate load={load} skeleton={<Skeleton shape="block" height={160} count={3} />}>
      {(data) =>
        data.orders === 0 ? (
          <EmptyState art="bowl" title={t("none")} text={t("noneText")} />
        ) : (
          <>
            <DayFigures day={data} />
            <View className="day__halves">
              <View className="day__half">
                <DayMoney day={data} />
                <DayHours day={data} />
              </View>
              <View className="day__half">
                <BestDishes day={data} />
              </View>
            </View>
          </>
        )
      }
    </LoadGate>
  );
}

function Day() {
  const today = chinaDay(useNow());
  const [day, setDay] = useState(today);
  return (
    <>
      <DaySwitch day={day} today={today} onChange={setDay} />
      <Figures key={day} day={day} />
    </>
  );
}

export default function MerchantDayPage() {
  const t = useWords(dayWords);
  return (
    <Page title={t("title")} wide>
      <RoleGate of="merchant" skeleton={<Skeleton shape="block" height={160} count={3} />}>
        <Day />
      </RoleGate>
    </Page>
  );
}
