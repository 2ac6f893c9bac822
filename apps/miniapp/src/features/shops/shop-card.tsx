import { Text, View } from "@tarojs/components";
import { useSay, useWords } from "@/features/i18n";
import { Icon, Photo, Rating, Tag, Tappable, yuan } from "@/ui";
import { shopArt } from "./art";
import { useFeeWords, useOpeningWords } from "./fee-words";
import { openShop } from "./open-shop";
import { minutesUntil, type ShopCard as Shop } from "./shop-filters";
import { shopWords } from "./shop-words";
import "./shop-card.scss";

/** A shop in a list: what it is, how soon, what it costs to be brought, one line about it. Closed ones are grey and say when they open. */
export function ShopCard({ shop, now, onOpen }: { shop: Shop; now: number; onOpen?: () => void }) {
  const t = useWords(shopWords);
  const say = useSay();
  const name = say({ zh: shop.name, en: shop.nameEn });
  const arrival =
    shop.open && shop.promise ? t("minutes", { minutes: minutesUntil(shop.promise, now) }) : null;
  const closed = useOpeningWords(shop, say);
  const fee = useFeeWords(shop);
  const ways = (["pickup", "table"] as const).filter((way) => shop.handovers.includes(way));
  return (
    <Tappable
      id={`shop-${shop.key}`}
      label={`${name} ${arrival ?? closed}`}
      className={`shop-card${shop.open ? "" : " is-closed"}`}
      onTap={() => {
        onOpen?.();
        openShop(shop.shopId);
      }}
    >
      <View className="shop-card__cover">
        <Photo src={shopArt(shop.key)} name={name} greyed={!shop.open} />
        {shop.open ? null : <View className="shop-card__shut">{t("closedNow")}</View>}
      </View>
      <View className="shop-card__main">
        <View className="shop-card__head">
          <Text className="shop-card__name">{name}</Text>
          {shop.halal ? <Tag tone="success">{t("halal")}</Tag> : null}
        </View>
        <View className="shop-card__line">
          <Rating mean={shop.rating} count={shop.ratingCount} none={t("unrated")} />
          <Text className="shop-card__kind">{say({ zh: shop.category, en: shop.categoryEn })}</Text>
          <Text className={`shop-card__soon${arrival ? "" : " is-shut"}`}>{arrival ?? closed}</Text>
        </View>
        <View className="shop-card__line">
          <Text>{t("minimum", { amount: yuan(shop.minOrderFen, false) })}</Text>
          <View className="shop-card__bar" />
          <Text className={shop.deliveryFeeFen === 0 ? "shop-card__free" : ""}>{fee}</Text>
          <Text className="shop-card__walk">{say({ zh: shop.buildingName, en: shop.buildingNameEn })}</Text>
        </View>
        {ways.length > 0 || shop.slots ? (
          <View className="shop-card__ways">
            {ways.map((way) => (
              <Tag key={way}>{t(way)}</Tag>
            ))}
            {shop.slots ? <Tag>{t("preOrders")}</Tag> : null}
          </View>
        ) : null}
        {shop.promotion ? (
          <View className="shop-card__promotion">
            <Icon name="flame" size={12} />
            <Text className="shop-card__promise">{say({ zh: shop.promotion, en: shop.promotionEn })}</Text>
          </View>
        ) : null}
      </View>
    </Tappable>
  );
}
