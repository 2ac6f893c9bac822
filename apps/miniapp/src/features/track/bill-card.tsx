import { Text, View } from "@tarojs/components";
import { useSay, useWords } from "@/features/i18n";
import type { OrderView } from "@/features/orders/use-order-watch";
import { dishArt } from "@/features/shops/art";
import { openShop } from "@/features/shops/open-shop";
import { Card, dayTime, ListRow, Photo, Price, PriceLine } from "@/ui";
import { trackWords } from "./track-words";
import "./bill-card.scss";

/** What was ordered and what it cost, line by line. */
export function BillCard({ order }: { order: OrderView }) {
  const t = useWords(trackWords);
  const say = useSay();
  return (
    <Card flush>
      <ListRow
        id="order-shop"
        icon="shop"
        title={say({ zh: order.shop.name, en: order.shop.nameEn })}
        onTap={() => openShop(order.shop.shopId)}
      />
      <View className="bill">
        {order.lines.map((line) => {
          const name = say({ zh: line.name, en: line.nameEn });
          return (
            <View
              key={[line.dishId, ...line.choices.map((choice) => choice.key)].join("|")}
              className="bill__line"
            >
              <Photo src={dishArt(line.art)} name={name} size="s" />
              <View className="bill__main">
                <Text className="bill__name">{name}</Text>
                {line.choices.length > 0 ? (
                  <Text className="bill__picks">
                    {line.choices.map((choice) => say({ zh: choice.name, en: choice.nameEn })).join("、")}
                  </Text>
                ) : null}
                <Text className="bill__count">{`×${line.quantity}`}</Text>
              </View>
              <Price fen={line.totalFen} tone="text" exact />
            </View>
          );
        })}
        <View className="bill__sums">
          <PriceLine name={t("goods")} fen={order.amounts.goodsFen} />
          <PriceLine name={t("packing")} fen={order.amounts.packingFen} />
          <PriceLine name={t("delivery")} fen={order.amounts.deliveryFeeFen} />
          <PriceLine
            name={order.payment === "unpaid" || order.payment === "closed" ? t("toPay") : t("total")}
            fen={order.amounts.totalFen}
            strong
          />
        </View>
      </View>
    </Card>
  );
}

/** Where, when, and what was said; the phone only in parts. */
export function FactsCard({ order }: { order: OrderView }) {
  const t = useWords(trackWords);
  const say = useSay();
  const facts: [string, string][] = [
    [t("place"), say({ zh: order.place.name, en: order.place.nameEn })],
    [t("note"), order.note || t("noNote")],
    [t("cutlery"), order.cutlery > 0 ? t("cutleryCount", { count: order.cutlery }) : t("cutleryNone")],
    ...(order.contactPhoneMasked ? [[t("phone"), order.contactPhoneMasked] as [string, string]] : []),
    [t("orderNo"), order.orderNo],
    [t("placedAt"), dayTime(order.placedAt, Date.now())],
  ];
  return (
    <Card>
      {facts.map(([name, value]) => (
        <View key={name} className="fact">
          <Text className="fact__name">{name}</Text>
          <Text className="fact__value" selectable>
            {value}
          </Text>
        </View>
      ))}
    </Card>
  );
}
