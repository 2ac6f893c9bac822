import { isRunning } from "@sanqi/orders";
import { Text, View } from "@tarojs/components";
import Taro from "@tarojs/taro";
import { useSay, useWords } from "@/features/i18n";
import type { Load } from "@/features/loading";
import type { OrderView, RiderPosition } from "@/features/orders/use-order-watch";
import { BillCard, FactsCard } from "@/features/track/bill-card";
import { CancelOrder } from "@/features/track/cancel-order";
import { orderSteps } from "@/features/track/order-steps";
import { PickupCode } from "@/features/track/pickup-code";
import { RiderMap } from "@/features/track/rider-map";
import { StageHead } from "@/features/track/stage-head";
import { trackWords } from "@/features/track/track-words";
import { UrgeOrder } from "@/features/track/urge-order";
import { Button, Card, clockTime, RatingInput, Timeline } from "@/ui";
import "./order-details.scss";

const withMap: readonly OrderView["stage"][] = ["cooking", "waitingForRider", "onTheWay"];
const open = (page: "rate" | "story", orderId: string) =>
  void Taro.navigateTo({ url: `/pages/track/${page}/index?orderId=${orderId}` });

/** Everything that one order has to show, the most urgent first. */
export function OrderDetails({
  order,
  load,
  rider,
}: {
  order: OrderView;
  load: Load<OrderView>;
  rider: RiderPosition | null;
}) {
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
      {/* an answer is about the stage in which it was given */}
      {order.urgeFrom === null ? null : <UrgeOrder key={order.stage} order={order} onDone={load.reload} />}
      <Card>
        <Timeline steps={shown} />
        <View className="track-story">
          <Button id="order-story" kind="plain" size="s" onTap={() => open("story", order.orderId)}>
            {t("storyAll")}
          </Button>
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
      {order.can.cancel ? (
        <View className="track-cancel">
          <CancelOrder order={order} onDone={load.reload} />
        </View>
      ) : null}
    </>
  );
}
