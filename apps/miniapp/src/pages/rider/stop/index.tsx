import { View } from "@tarojs/components";
import Taro, { useRouter } from "@tarojs/taro";
import { useState } from "react";
import { useWords } from "@/features/i18n";
import { LoadGate } from "@/features/loading";
import { CodeSheet } from "@/features/riding/code-sheet";
import { RiderNotices, UnsentBar } from "@/features/riding/rider-notices";
import { useRiding } from "@/features/riding/riding-store";
import { ridingWords } from "@/features/riding/riding-words";
import { type Stop, stopOf } from "@/features/riding/route-order";
import { StopCard } from "@/features/riding/stop-card";
import { StopMap } from "@/features/riding/stop-map";
import { useRiderBoard } from "@/features/riding/use-rider-board";
import { useOrderRoute, useSimulatedLeg, useStops } from "@/features/riding/use-route";
import { LinkHint } from "@/features/staff/link-hint";
import { RoleGate } from "@/features/staff/role-gate";
import { useNow } from "@/features/staff/use-now";
import { EmptyState, Page, Skeleton } from "@/ui";
import "./index.scss";

function backToTasks(): void {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack();
  else void Taro.redirectTo({ url: "/pages/rider/tasks/index" });
}

function Halt({ stop }: { stop: Stop }) {
  const now = useNow();
  const [open, setOpen] = useState(false);
  const route = useOrderRoute(stop);
  const first = useStops()[0] ?? null;
  // a simulated rider goes to the next stop of the route, not to whichever page is open
  useSimulatedLeg(first, useOrderRoute(first));
  return (
    <>
      <View className="halt__map">
        <StopMap stop={stop} route={route} size="tall" />
      </View>
      <StopCard stop={stop} now={now} next noDetails onDeliver={() => setOpen(true)} />
      <CodeSheet task={stop.task} open={open} onClose={() => setOpen(false)} onDelivered={backToTasks} />
    </>
  );
}

function StopOfOrder() {
  const t = useWords(ridingWords);
  const { orderId = "" } = useRouter().params;
  const { gate, link } = useRiderBoard();
  return (
    <>
      <View className="halt__link">
        <LinkHint state={link} />
      </View>
      <RiderNotices link={link} />
      <LoadGate load={gate} skeleton={<Skeleton shape="block" height={240} count={2} />}>
        {(data) => {
          const task = data.mine.find((one) => one.orderId === orderId);
          return task ? (
            <Halt stop={stopOf(task)} />
          ) : (
            <EmptyState
              art="road"
              title={t("gone")}
              text={t("goneText")}
              action={{ label: t("back"), onTap: backToTasks }}
            />
          );
        }}
      </LoadGate>
    </>
  );
}

export default function RiderStopPage() {
  const t = useWords(ridingWords);
  const { load, unsent } = useRiding();
  return (
    <Page title={t("stopTitle")} onRefresh={load} bottom={unsent ? <UnsentBar /> : null}>
      <RoleGate of="rider" skeleton={<Skeleton shape="block" height={240} count={2} />}>
        <StopOfOrder />
      </RoleGate>
    </Page>
  );
}
