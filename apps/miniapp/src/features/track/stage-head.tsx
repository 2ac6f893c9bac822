import { Text, View } from "@tarojs/components";
import { useSay, useWords } from "@/features/i18n";
import type { OrderView } from "@/features/orders/use-order-watch";
import { Countdown, clockTime, Icon, timeRange, yuan } from "@/ui";
import { trackWords } from "./track-words";
import "./stage-head.scss";

function useLine(order: OrderView): string | null {
  const t = useWords(trackWords);
  const say = useSay();
  const range = timeRange(order.promise.earliest, order.promise.latest);
  switch (order.stage) {
    case "awaitingPayment":
      return null;
    case "delivered":
    case "completed":
      return t("deliveredAt", {
        time: clockTime(order.deliveredAt ?? order.promise.latest),
        place: say({ zh: order.place.name, en: order.place.nameEn }),
      });
    case "cancelled":
    case "refused":
    case "expired":
      return order.payment === "closed" ? t("nothingCharged") : null;
    default:
      return Date.now() > order.promise.latest ? t("late", { range }) : t("arrives", { range });
  }
}

/** How it stands, in large words with the time range; then what the money does where it flows back. */
export function StageHead({ order, onEnd }: { order: OrderView; onEnd: () => void }) {
  const t = useWords(trackWords);
  const say = useSay();
  const line = useLine(order);
  const amount = yuan(order.totalFen);
  const refund = order.payment === "refunding" || order.payment === "refunded" ? order.payment : null;
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
        <View id="refund-state" className={`stage__refund is-${refund}`}>
          <Icon name={refund === "refunded" ? "check" : "refresh"} size={20} className="stage__icon" />
          <View>
            <Text className="stage__money">{t(refund, { amount })}</Text>
            {refund === "refunding" ? <Text className="stage__hint">{t("refundHint")}</Text> : null}
          </View>
        </View>
      ) : null}
    </View>
  );
}
