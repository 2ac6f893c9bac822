import type { OrderId } from "@sanqi/kernel";
import { isRunning } from "@sanqi/orders";
import { Text, View } from "@tarojs/components";
import Taro, { useRouter } from "@tarojs/taro";
import { useState } from "react";
import { useSay, useWords } from "@/features/i18n";
import { type Load, LoadGate, useAction, useLoad } from "@/features/loading";
import { orderAgain } from "@/features/orders/order-again";
import { orderWords } from "@/features/orders/order-words";
import { payOrder } from "@/features/orders/pay-order";
import { type OrderView, type RiderPosition, useOrderWatch } from "@/features/orders/use-order-watch";
import { SessionGate, useSession } from "@/features/session";
import { BillCard, FactsCard } from "@/features/track/bill-card";
import { CancelOrder } from "@/features/track/cancel-order";
import { orderSteps } from "@/features/track/order-steps";
import { PickupCode } from "@/features/track/pickup-code";
import { RiderMap } from "@/features/track/rider-map";
import { StageHead } from "@/features/track/stage-head";
import { trackWords } from "@/features/track/track-words";
import { api } from "@/rpc";
import { Button, Card, clockTime, Icon, Page, RatingInput, Skeleton, Timeline, toast, yuan } from "@/ui";
import "./index.scss";

const withMap: readonly OrderView["stage"][] = ["cooking", "waitingForRider", "onTheWay"];
const open = (page: "rate" | "story", orderId: string) => void Taro.navigateTo({ url: `/pages/track/${page}/index?orderId=${orderId}` });

function Details({ order, load, rider }: { order: OrderView; load: Load<OrderView>; rider: RiderPosition | null }) {
  const t = useWords(trackWords);
  const say = useSay();
  const running = isRunning(order.stage);
  const steps = orderSteps(order, { words: say, ahead: t, time: clockTime });
  // the last step told and what comes; the whole story has its own page
  const shown = running ? steps.slice(Math.max(0, order.timeline.length - 2)) : steps.slice(-2);
  return (
    <>
      <StageHead order={order} onEnd={() => void load.reload()} />
      {order.pickupCode && running ? <PickupCode code={order.pickupCode} /> : null}
      {withMap.includes(order.stage) ? <RiderMap order={order} seen={rider} /> : null}
      <Card>
        <Timeline steps={shown} />
        <View className="track-story">
          <Button id="order-story" kind="plain" size="s" onTap={() => open("story", order.orderId)}>{t("storyAll")}</Button>
        </View>
      </Card>
      {order.rating ? (
        <Card>
          <Text className="track-rated">{t("rated")}</Text>
          <RatingInput value={order.rating.stars} label={t("rated")} onChange={() => undefined} />
          {order.rating.comment ? <Text className="track-comment">{order.rating.comment}</Text> : null}
        </Card>
      ) : null}
      <BillCard order={order} />
      <FactsCard order={order} />
      {order.can.cancel ? <View className="track-cancel"><CancelOrder order={order} onDone={load.reload} /></View> : null}
    </>
  );
}

function Actions({ order, load }: { order: OrderView; load: Load<OrderView> }) {
  const t = useWords(trackWords);
  const words = useWords(orderWords);
  const pay = useAction(
    async () => {
      const how = await payOrder(order.orderId, "三栖校园点餐");
      await load.reload();
      toast({ paid: words("paid"), cancelled: words("notPaid"), failed: words("payFailed"), pending: words("payPending") }[how]);
    },
    (failure) => {
      if (failure.code === "ORDER_NOT_PAYABLE") void load.reload();
      return false;
    },
  );
  const again = useAction(() => orderAgain(order.orderId));
  if (order.can.pay)
    return <Button id="pay-button" size="l" loading={pay.busy} onTap={() => void pay.run()}>{t("pay", { amount: yuan(order.totalFen) })}</Button>;
  return (
    <View className="track-actions">
      {order.can.rate ? <Button id="rate-order" kind="plain" className="track-actions__half" onTap={() => open("rate", order.orderId)}>{t("rate")}</Button> : null}
      <Button id="order-again" className="track-actions__half" loading={again.busy} onTap={() => void again.run()}>{t("again")}</Button>
    </View>
  );
}

export default function OrderPage() {
  const { orderId = "" } = useRouter().params;
  const t = useWords(trackWords);
  const ready = useSession((state) => state.status === "ready");
  const load = useLoad<OrderView | null>(async () => (ready ? api.orders.get.query({ orderId: orderId as OrderId }) : null), [orderId, ready]);
  const order = load.data;
  const [rider, setRider] = useState<RiderPosition | null>(null);
  const watched = useOrderWatch({
    orderId: order && (isRunning(order.stage) || order.payment === "refunding") ? order.orderId : null,
    version: order?.version ?? 0,
    onOrder: load.put,
    onRider: setRider,
  });
  const down = watched === "down" && !!order && (isRunning(order.stage) || order.payment === "refunding");
  const known = load as Load<OrderView>;
  const acts = order && (order.can.pay || !isRunning(order.stage));
  return (
    <Page title={t("title")} onRefresh={load.reload} bottom={order && acts ? <Actions order={order} load={known} /> : null}>
      <SessionGate skeleton={<Skeleton shape="block" height={160} count={3} />}>
        {down ? (
          <View id="poll-hint" className="track-hint" aria-role="status">
            <Icon name="wifi" size={16} className="track-hint__icon" />
            <Text>{t("pollHint")}</Text>
          </View>
        ) : null}
        <LoadGate load={load} skeleton={<Skeleton shape="block" height={160} count={3} />}>
          {(data) => data && <Details order={data} load={known} rider={rider} />}
        </LoadGate>
      </SessionGate>
    </Page>
  );
}
