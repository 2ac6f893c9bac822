import { isRunning } from "@sanqi/orders";
import { View } from "@tarojs/components";
import Taro from "@tarojs/taro";
import { afterSaleWords } from "@/features/after-sale/after-sale-words";
import { CaseCard } from "@/features/after-sale/case-card";
import { useSay, useWords } from "@/features/i18n";
import type { Load } from "@/features/loading";
import type { OrderView, RiderPosition } from "@/features/orders/use-order-watch";
import { PayHelp } from "@/features/pay-code/pay-help";
import { OwnReview } from "@/features/reviews/own-review";
import { BillCard, FactsCard } from "@/features/track/bill-card";
import { CancelOrder } from "@/features/track/cancel-order";
import { orderSteps } from "@/features/track/order-steps";
import { PickupCode } from "@/features/track/pickup-code";
import { RiderMap } from "@/features/track/rider-map";
import { StageHead } from "@/features/track/stage-head";
import { trackWords } from "@/features/track/track-words";
import { UrgeOrder } from "@/features/track/urge-order";
import { Button, Card, clockTime, Timeline } from "@/ui";
import "./order-details.scss";

const withMap: readonly OrderView["stage"][] = ["cooking", "waitingForRider", "onTheWay"];
const open = (page: "story" | "after-sale", orderId: string) =>
  void Taro.navigateTo({ url: `/pages/track/${page}/index?orderId=${orderId}` });

/** A pre-order cannot be urged for hours: until shortly before, that is nothing to show. */
const urgeable = ({ urgeFrom }: OrderView): boolean =>
  urgeFrom !== null && urgeFrom - Date.now() < 15 * 60_000;

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
  const claims = useWords(afterSaleWords);
  const say = useSay();
  const running = isRunning(order.stage);
  const steps = orderSteps(order, { words: say, ahead: t, time: clockTime });
  // the last step told and what comes; the whole story has its own page
  const shown = running ? steps.slice(Math.max(0, order.timeline.length - 2)) : steps.slice(-2);
  return (
    <>
      <StageHead order={order} onEnd={() => void load.reload()} />
      {order.can.pay ? <PayHelp order={order} onDone={load.reload} /> : null}
      {order.pickupCode && running && order.handover !== "table" ? (
        <PickupCode code={order.pickupCode} counter={order.handover === "pickup"} />
      ) : null}
      {order.handover === "delivery" && withMap.includes(order.stage) ? (
        <RiderMap order={order} seen={rider} />
      ) : null}
      <CaseCard order={order} onDone={load.reload} />
      {/* an answer is about the stage in which it was given */}
      {urgeable(order) ? <UrgeOrder key={order.stage} order={order} onDone={load.reload} /> : null}
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
          <OwnReview review={order.rating} />
        </Card>
      ) : null}
      <BillCard order={order} />
      <FactsCard order={order} />
      {order.can.complain ? (
        <View className="track-cancel">
          <Button id="complain" kind="plain" onTap={() => open("after-sale", order.orderId)}>
            {claims("entry")}
          </Button>
        </View>
      ) : null}
      {order.can.cancel ? (
        <View className="track-cancel">
          <CancelOrder order={order} onDone={load.reload} />
        </View>
      ) : null}
    </>
  );
}
