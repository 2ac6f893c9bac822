import { Text, View } from "@tarojs/components";
import { slotWords } from "@/features/checkout/slot-choice";
import { useSay, useWords } from "@/features/i18n";
import type { OrderView } from "@/features/orders/use-order-watch";
import { dishArt } from "@/features/shops/art";
import { openShop } from "@/features/shops/open-shop";
import { Card, dayTime, ListRow, Photo, Price, PriceLine, yuan } from "@/ui";
import { type LineMoney, lineMoney } from "./line-money";
import { trackWords } from "./track-words";
import "./bill-card.scss";

/** What was ordered and what it cost, line by line. */
export function BillCard({ order }: { order: OrderView }) {
  const t = useWords(trackWords);
  const say = useSay();
  const money = lineMoney(order);
  const back = [...money.values()].reduce((sum, { backFen }) => sum + backFen, 0);
  return (
    <Card flush>
      <ListRow
        id="order-shop"
        icon="shop"
        title={say({ zh: order.shop.name, en: order.shop.nameEn })}
        onTap={() => openShop(order.shop.shopId)}
      />
      <View className="bill">
        {order.lines.map((line, at) => {
          const name = say({ zh: line.name, en: line.nameEn });
          const back = money.get(String(at));
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
                    {line.choices
                      .map((choice) => say({ zh: choice.name, en: choice.nameEn }))
                      .join(say({ zh: "、", en: ", " }))}
                  </Text>
                ) : null}
                <Text className="bill__count">{`×${line.quantity}`}</Text>
              </View>
              <View className="bill__price">
                {back?.whole ? (
                  <Text className="bill__struck">{yuan(line.totalFen)}</Text>
                ) : (
                  <Price fen={line.totalFen} tone="text" exact />
                )}
                <Back money={back} />
              </View>
            </View>
          );
        })}
        <View className="bill__sums">
          <PriceLine name={t("goods")} fen={order.amounts.goodsFen} />
          <PriceLine name={t("packing")} fen={order.amounts.packingFen} />
          <Back money={money.get("packing")} />
          {order.handover === "delivery" ? (
            <PriceLine name={t("delivery")} fen={order.amounts.deliveryFeeFen} />
          ) : null}
          <Back money={money.get("delivery")} />
          {order.discounts.map((discount) => (
            <PriceLine key={discount.discountId} name={say(discount.name)} fen={-discount.fen} />
          ))}
          <PriceLine
            name={order.payment === "unpaid" || order.payment === "closed" ? t("toPay") : t("total")}
            fen={order.amounts.totalFen}
            strong
          />
          {back > 0 ? <PriceLine name={t("refundedSum")} fen={-back} /> : null}
        </View>
      </View>
    </Card>
  );
}

/** What of a line went back, or is on its way. */
function Back({ money }: { money: LineMoney | undefined }) {
  const t = useWords(trackWords);
  if (!money) return null;
  const { backFen, goingFen } = money;
  return (
    <>
      {backFen > 0 ? <Text className="bill__back">{t("lineBack", { amount: yuan(backFen) })}</Text> : null}
      {goingFen > 0 ? (
        <Text className="bill__back is-going">{t("lineGoing", { amount: yuan(goingFen) })}</Text>
      ) : null}
    </>
  );
}

/** Where, when, and what was said; the phone only in parts. */
export function FactsCard({ order }: { order: OrderView }) {
  const t = useWords(trackWords);
  const say = useSay();
  const { handover, slot } = order;
  const facts: [string, string][] = [
    [t(handover === "delivery" ? "place" : "way"), say({ zh: order.place.name, en: order.place.nameEn })],
    ...(slot ? [[t("slot"), say(slotWords(slot, Date.now()))] as [string, string]] : []),
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
