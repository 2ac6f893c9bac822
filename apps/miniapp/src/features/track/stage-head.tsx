import { Text, View } from "@tarojs/components";
import { slotWords } from "@/features/checkout/slot-choice";
import { useSay, useWords } from "@/features/i18n";
import type { OrderView } from "@/features/orders/use-order-watch";
import { Countdown, clockTime, Icon, timeRange, yuan } from "@/ui";
import { refundShown } from "./line-money";
import { trackWords } from "./track-words";
import "./stage-head.scss";

function useLine(order: OrderView): string | null {
  const t = useWords(trackWords);
  const say = useSay();
  const { handover, slot } = order;
  const range = timeRange(order.promise.earliest, order.promise.latest);
  const time = clockTime(order.deliveredAt ?? order.promise.latest);
  const booked = slot ? t("bookedFor", { slot: say(slotWords(slot, Date.now())) }) : null;
  const promised = { delivery: "arrives", pickup: "ready", table: "served" } as const;
  switch (order.stage) {
    case "awaitingPayment":
    case "scheduled":
      return booked;
    case "readyToCollect":
      return handover === "pickup"
        ? t("goCollect", { shop: say({ zh: order.shop.name, en: order.shop.nameEn }) })
        : null;
    case "delivered":
    case "completed":
      if (handover === "pickup") return t("collectedAt", { time });
      if (handover === "table") return t("servedAt", { time });
      return t("deliveredAt", { time, place: say({ zh: order.place.name, en: order.place.nameEn }) });
    case "cancelled":
    case "refused":
    case "expired":
      return order.payment === "closed" ? t("nothingCharged") : null;
    default:
      if (Date.now() > order.promise.latest) return t("late", { range });
      return booked ?? t(promised[handover], { range });
  }
}

/** How it stands, in large words with the time range; then what the money does where it flows back. */
export function StageHead({ order, onEnd }: { order: OrderView; onEnd: () => void }) {
  const t = useWords(trackWords);
  const say = useSay();
  const line = useLine(order);
  const refund = refundShown(order);
  return (
    <View className="stage">
      <View id="order-stage" className="stage__words" aria-role="status">
        {say(order.stageWords)}
      </View>
      {line ? <Text className="stage__line">{line}</Text> : null}
      {order.stage === "awaitingPayment" ? (
        <View className="stage__left">
          <Text className="stage__line">{t("payLeft")}</Text>
          <View className="stage__clock">
            <Countdown until={order.payBy} onEnd={onEnd} />
          </View>
        </View>
      ) : null}
      {order.refusal ? (
        <Text className="stage__line">{t("refusedWhy", { reason: order.refusal })}</Text>
      ) : null}
      {refund ? (
        <View id="refund-state" className={`stage__refund is-${refund.state}`}>
          <Icon name={refund.state === "refunded" ? "check" : "refresh"} size={20} className="stage__icon" />
          <View>
            <Text className="stage__money">{t(refund.state, { amount: yuan(refund.fen) })}</Text>
            {refund.state === "refunding" ? <Text className="stage__hint">{t("refundHint")}</Text> : null}
          </View>
        </View>
      ) : null}
    </View>
  );
}
