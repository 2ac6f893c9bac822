import { Text, View } from "@tarojs/components";
import { useSay, useWords } from "@/features/i18n";
import { Icon, Tappable } from "@/ui";
import { openOrder } from "./order-card";
import { orderWords } from "./order-words";
import type { OrderCardData } from "./running";
import { useWhenWords } from "./when-words";
import "./live-bar.scss";

/** The running order as one slim line above the tab bar. */
export function LiveBar({ order, others }: { order: OrderCardData; others: number }) {
  const t = useWords(orderWords);
  const say = useSay();
  const when = useWhenWords();
  const unpaid = order.stage === "awaitingPayment";
  const name = say({ zh: order.shop.name, en: order.shop.nameEn });
  return (
    <Tappable
      id="live-bar"
      label={`${say(order.stageWords)} ${name}`}
      className="live-bar"
      onTap={() => openOrder(order.orderId)}
    >
      <View className={`live-bar__mark${unpaid ? " is-unpaid" : ""}`}>
        <Icon name={unpaid ? "clock" : order.stage === "onTheWay" ? "bike" : "bag"} size={20} />
      </View>
      <View className="live-bar__main">
        <Text className="live-bar__stage">{say(order.stageWords)}</Text>
        <Text className="live-bar__text">{`${name}${unpaid ? "" : ` · ${when(order)}`}`}</Text>
      </View>
      {others > 0 ? <Text className="live-bar__others">{`+${others}`}</Text> : null}
      {unpaid ? (
        <View className="live-bar__pay">{t("pay")}</View>
      ) : (
        <Icon name="chevron-right" size={16} className="live-bar__go" />
      )}
    </Tappable>
  );
}
