import { Text, View } from "@tarojs/components";
import { useSay, useWords } from "@/features/i18n";
import { Button, clockTime, Icon, Tag, yuan } from "@/ui";
import { ageMinutes, ageTone, type Column, type KitchenOrder } from "./kitchen-board";
import { kitchenWords } from "./kitchen-words";
import "./order-ticket.scss";

type TicketProps = {
  order: KitchenOrder;
  column: Column;
  now: number;
  /** Says which shop, for somebody who works in several. */
  manyShops: boolean;
  onAccept: () => void;
  onRefuse: () => void;
  onReady: () => void;
};

/** The same dish stands twice when it was ordered with other options. */
const lineKey = (line: KitchenOrder["lines"][number]): string =>
  [line.dishId, ...line.choices.map((choice) => choice.key)].join(" ");

function Lines({ order }: { order: KitchenOrder }) {
  const say = useSay();
  return (
    <View className="ticket__lines">
      {order.lines.map((line) => (
        <View key={lineKey(line)} className="ticket__line">
          <Text className={`ticket__count${line.quantity > 1 ? " is-many" : ""}`}>{`×${line.quantity}`}</Text>
          <View className="ticket__dish">
            <Text className="ticket__name">{say({ zh: line.name, en: line.nameEn })}</Text>
            {line.choices.length > 0 ? (
              <Text className="ticket__choices">
                {line.choices.map((choice) => say({ zh: choice.name, en: choice.nameEn })).join(" · ")}
              </Text>
            ) : null}
          </View>
        </View>
      ))}
    </View>
  );
}

/** What presses: nobody accepted in time, or the student asked where it stays. */
function Tags({ order, now }: { order: KitchenOrder; now: number }) {
  const t = useWords(kitchenWords);
  if (order.refusedAt === null && order.urgedAt === null) return null;
  const ago = order.urgedAt === null ? null : ageMinutes(order.urgedAt, now);
  return (
    <View className="ticket__tags">
      {order.refusedAt === null ? null : (
        <Tag tone="danger">{t("unaccepted", { time: clockTime(order.refusedAt) })}</Tag>
      )}
      {ago === null ? null : (
        <Tag tone="warning">{ago === 0 ? t("urgedNow") : t("urgedAgo", { count: ago })}</Tag>
      )}
    </View>
  );
}

/** One order as the kitchen works on it, to be read from a metre away. */
export function OrderTicket({ order, column, now, manyShops, onAccept, onRefuse, onReady }: TicketProps) {
  const t = useWords(kitchenWords);
  const age = ageMinutes(order.paidAt, now);
  const due = clockTime(order.promise.latest);
  return (
    <View id={`${column}-order-${order.orderId}`} className={`ticket is-${ageTone(order, column, now)}`}>
      <View className="ticket__edge" />
      <View className="ticket__head">
        <Text className="ticket__no">{order.orderNo}</Text>
        <Text className="ticket__age">{age === 0 ? t("justNow") : t("minutes", { count: age })}</Text>
      </View>
      <View className="ticket__where">
        {manyShops ? <Text className="ticket__shop">{`${order.shopName} · `}</Text> : null}
        <Text>{`${order.placeName} · `}</Text>
        <Text className="ticket__due">
          {t(now > order.promise.latest ? "overdue" : "due", { time: due })}
        </Text>
      </View>
      <Tags order={order} now={now} />
      <Lines order={order} />
      {order.note ? (
        <View className="ticket__note">
          <Icon name="edit" className="ticket__note-icon" />
          <Text className="ticket__note-words">{order.note}</Text>
        </View>
      ) : null}
      <View className="ticket__foot">
        <Text>{order.cutlery > 0 ? t("cutlery", { count: order.cutlery }) : t("noCutlery")}</Text>
        <Text>{t("goods", { amount: yuan(order.goodsFen) })}</Text>
      </View>
      {column === "new" ? (
        <View className="ticket__deeds">
          <Button
            id={`refuse-${order.orderId}`}
            kind="plain"
            className="ticket__refuse"
            label={`${t("refuse")} ${order.orderNo}`}
            onTap={onRefuse}
          >
            {t("refuse")}
          </Button>
          <Button
            id={`accept-${order.orderId}`}
            className="ticket__deed"
            label={`${t("accept")} ${order.orderNo}`}
            onTap={onAccept}
          >
            {t("accept")}
          </Button>
        </View>
      ) : null}
      {column === "cooking" ? (
        <View className="ticket__deeds">
          <Button
            id={`ready-${order.orderId}`}
            className="ticket__deed"
            icon="check"
            label={`${t("markReady")} ${order.orderNo}`}
            onTap={onReady}
          >
            {t("markReady")}
          </Button>
        </View>
      ) : null}
      {column !== "new" && (column === "ready" || order.riderName) ? (
        <View className={`ticket__rider${order.riderName ? " is-coming" : ""}`}>
          {order.riderName ? t("riderComes", { name: order.riderName }) : t("waitsForRider")}
        </View>
      ) : null}
    </View>
  );
}
