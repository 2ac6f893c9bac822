import { View } from "@tarojs/components";
import Taro from "@tarojs/taro";
import { useState } from "react";
import { useWords } from "@/features/i18n";
import { LoadGate } from "@/features/loading";
import { CodeSheet } from "@/features/riding/code-sheet";
import { OfferCard } from "@/features/riding/offer-card";
import { PositionLine, RiderNotices, UnsentBar } from "@/features/riding/rider-notices";
import { useRiding } from "@/features/riding/riding-store";
import { ridingWords } from "@/features/riding/riding-words";
import type { RiderBoard, Task } from "@/features/riding/route-order";
import { StopCard } from "@/features/riding/stop-card";
import { StopMap } from "@/features/riding/stop-map";
import { useRiderBoard } from "@/features/riding/use-rider-board";
import { useOrderRoute, useSimulatedLeg, useStops } from "@/features/riding/use-route";
import { LinkHint } from "@/features/staff/link-hint";
import { RoleGate } from "@/features/staff/role-gate";
import { useNow } from "@/features/staff/use-now";
import { EmptyState, Page, Price, SectionTitle, Skeleton, Tappable } from "@/ui";
import "./index.scss";

function Today({ board }: { board: RiderBoard }) {
  const t = useWords(ridingWords);
  return (
    <View id="rider-today" className="rides__today">
      <View className="rides__figure">
        <View className="rides__value">{board.mine.length}</View>
        <View className="rides__name">{t("onTheWay")}</View>
      </View>
      <View className="rides__figure">
        <View className="rides__value">{board.today.deliveries}</View>
        <View className="rides__name">{t("todayDeliveries")}</View>
      </View>
      <Tappable
        id="open-earnings"
        role="link"
        className="rides__figure is-door"
        onTap={() => void Taro.navigateTo({ url: "/pages/rider/earnings/index" })}
      >
        <View className="rides__value">
          <Price fen={board.today.feeFen} size="l" tone="text" />
        </View>
        <View className="rides__name">{t("todayFee")}</View>
      </Tappable>
    </View>
  );
}

function Lists({ board }: { board: RiderBoard }) {
  const t = useWords(ridingWords);
  const now = useNow();
  const stops = useStops();
  const first = stops[0] ?? null;
  const route = useOrderRoute(first);
  useSimulatedLeg(first, route);
  const [handing, setHanding] = useState<{ task: Task; open: boolean } | null>(null);
  return (
    <>
      <Today board={board} />
      {first ? <PositionLine /> : null}
      <SectionTitle>{t("mine")}</SectionTitle>
      {first ? null : (
        <View className="rides__none">
          <View className="rides__none-title">{t("noneMine")}</View>
          <View>{t("noneMineText")}</View>
        </View>
      )}
      {stops.map((stop, index) => (
        <StopCard
          key={stop.task.orderId}
          stop={stop}
          now={now}
          next={index === 0}
          {...(index === 0 ? { map: <StopMap stop={stop} route={route} size="card" /> } : {})}
          onDeliver={() => setHanding({ task: stop.task, open: true })}
        />
      ))}
      <SectionTitle>{t("available")}</SectionTitle>
      {board.available.length === 0 ? (
        <EmptyState art="road" title={t("noneAvailable")} text={t("noneAvailableText")} />
      ) : (
        board.available.map((task) => <OfferCard key={task.orderId} task={task} now={now} />)
      )}
      {handing ? (
        <CodeSheet
          key={handing.task.orderId}
          task={handing.task}
          open={handing.open}
          onClose={() => setHanding({ ...handing, open: false })}
        />
      ) : null}
    </>
  );
}

function Tasks() {
  const { gate, link } = useRiderBoard();
  return (
    <>
      <View className="rides__link">
        <LinkHint state={link} />
      </View>
      <RiderNotices link={link} />
      <LoadGate load={gate} skeleton={<Skeleton shape="block" height={240} count={2} />}>
        {(data) => <Lists board={data} />}
      </LoadGate>
    </>
  );
}

export default function RiderTasksPage() {
  const t = useWords(ridingWords);
  const { load, unsent } = useRiding();
  return (
    <Page title={t("title")} onRefresh={load} bottom={unsent ? <UnsentBar /> : null}>
      <RoleGate of="rider" skeleton={<Skeleton shape="block" height={240} count={2} />}>
        <Tasks />
      </RoleGate>
    </Page>
  );
}
