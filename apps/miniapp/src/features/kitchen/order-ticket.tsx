import { Text, View } from "@tarojs/components";
import { useSay, useWords } from "@/features/i18n";
import { clockTime, Icon, Tag, yuan } from "@/ui";
import { ageMinutes, ageTone, type Column, type KitchenOrder } from "./kitchen-board";
import { kitchenWords } from "./kitchen-words";
import { TicketDeeds, type TicketReactions } from "./ticket-deeds";
import { TicketWhen } from "./ticket-when";
import "./order-ticket.scss";

type TicketProps = TicketReactions & {
  order: KitchenOrder;
  column: Column;
  now: number;
  /** Says which shop, for somebody who works in several. */
  manyShops: boolean;
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

const handoverTone = { delivery: "brand", pickup: "food", table: "success" } as const;

/** How it leaves the kitchen, and what presses: nobody accepted in time, or the student asked where it stays. */
function Tags({ order, now }: { order: KitchenOrder; now: number }) {
  const t = useWords(kitchenWords);
  const ago = order.urgedAt === null ? null : ageMinutes(order.urgedAt, now);
  return (
    <View className="ticket__tags">
      <Tag tone={handoverTone[order.handover]}>{t(order.handover)}</Tag>
      {order.byPhone ? <Tag>{t("byPhone")}</Tag> : null}
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
export function OrderTicket({ order, column, now, manyShops, ...reactions }: TicketProps) {
  const t = useWords(kitchenWords);
  const age = ageMinutes(order.paidAt, now);
  return (
    <View id={`${column}-order-${order.orderId}`} className={`ticket is-${ageTone(order, column, now)}`}>
      <View className="ticket__edge" />
      <View className="ticket__head">
        <Text className="ticket__no">{order.orderNo}</Text>
        {order.slot ? null : (
          <Text className="ticket__age">{age === 0 ? t("justNow") : t("minutes", { count: age })}</Text>
        )}
      </View>
      <TicketWhen order={order} now={now} />
      <View className="ticket__where">
        {manyShops ? <Text className="ticket__shop">{`${order.shopName} · `}</Text> : null}
        <Text>{order.placeName}</Text>
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
      <TicketDeeds order={order} column={column} {...reactions} />
    </View>
  );
}
