import { Text, View } from "@tarojs/components";
import Taro from "@tarojs/taro";
import { useSay, useWords } from "@/features/i18n";
import { useAction } from "@/features/loading";
import { dishArt } from "@/features/shops/art";
import { Button, Countdown, dayTime, Photo, Price, Tappable } from "@/ui";
import { orderAgain } from "./order-again";
import { orderWords } from "./order-words";
import type { OrderCardData } from "./running";
import { useWhenWords } from "./when-words";
import "./order-card.scss";

export const openOrder = (orderId: string): void =>
  void Taro.navigateTo({ url: `/pages/track/order/index?orderId=${orderId}` });

/** An order in the history: what, when, how much, and the next useful thing to do. */
export function OrderCard({
  order,
  running,
  onEnd,
}: {
  order: OrderCardData;
  running: boolean;
  onEnd: () => void;
}) {
  const t = useWords(orderWords);
  const say = useSay();
  const when = useWhenWords();
  const again = useAction(() => orderAgain(order.orderId));
  const unpaid = order.stage === "awaitingPayment";
  const shop = say({ zh: order.shop.name, en: order.shop.nameEn });
  return (
    <Tappable
      id={`order-${order.orderId}`}
      label={`${shop} ${say(order.stageWords)}`}
      className="order-card"
      onTap={() => openOrder(order.orderId)}
    >
      <View className="order-card__head">
        <Text className="order-card__shop">{shop}</Text>
        <Text className={`order-card__stage${running ? " is-running" : ""}${unpaid ? " is-unpaid" : ""}`}>
          {say(order.stageWords)}
        </Text>
      </View>
      {order.moneyWords ? <Text className="order-card__money">{say(order.moneyWords)}</Text> : null}
      <View className="order-card__body">
        <View className="order-card__arts">
          {[...new Set(order.arts)].slice(0, 3).map((art) => (
            <View key={art} className="order-card__art">
              <Photo
                src={dishArt(art)}
                name={say(order.summary)}
                size="s"
                greyed={order.stage === "cancelled" || order.stage === "expired" || order.stage === "refused"}
              />
            </View>
          ))}
          {order.arts.length === 1 ? <Text className="order-card__summary">{say(order.summary)}</Text> : null}
        </View>
        <View className="order-card__sum">
          <Price fen={order.totalFen} tone="text" exact />
          <Text className="order-card__pieces">{t("pieces", { count: order.pieces })}</Text>
        </View>
      </View>
      <View className="order-card__foot">
        <View className="order-card__when">
          {unpaid ? (
            <View>
              {t("timeLeft")}
              <Countdown until={order.payBy} onEnd={onEnd} />
            </View>
          ) : running ? (
            when(order)
          ) : (
            dayTime(order.placedAt, Date.now())
          )}
        </View>
        {order.canRate ? (
          <Button
            id={`rate-${order.orderId}`}
            kind="plain"
            size="s"
            onTap={() => void Taro.navigateTo({ url: `/pages/track/rate/index?orderId=${order.orderId}` })}
          >
            {t("rate")}
          </Button>
        ) : null}
        {unpaid ? (
          <Button id={`pay-${order.orderId}`} size="s" onTap={() => openOrder(order.orderId)}>
            {t("pay")}
          </Button>
        ) : null}
        {running ? null : (
          <Button
            id={`again-${order.orderId}`}
            kind="quiet"
            size="s"
            loading={again.busy}
            onTap={() => void again.run()}
          >
            {t("again")}
          </Button>
        )}
      </View>
    </Tappable>
  );
}
