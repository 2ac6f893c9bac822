import { Text, View } from "@tarojs/components";
import { useSay, useWords } from "@/features/i18n";
import { Icon, Photo, Rating, Tag } from "@/ui";
import { shopArt } from "./art";
import { useFeeWords, useOpeningWords } from "./fee-words";
import { minutesUntil, type ShopCard } from "./shop-filters";
import { shopWords } from "./shop-words";
import "./shop-head.scss";

type ShopHeadProps = {
  shop: ShopCard;
  small: boolean;
  now: number;
  /** Name of the table at which the reader sits; null: at none. */
  table: string | null;
};

/** Who cooks, how soon, at what fee; shrinks to its first line while the menu is read. */
export function ShopHead({ shop, small, now, table }: ShopHeadProps) {
  const t = useWords(shopWords);
  const say = useSay();
  const name = say({ zh: shop.name, en: shop.nameEn });
  const fee = useFeeWords(shop);
  const opening = useOpeningWords(shop, say);
  const soon = shop.open && shop.promise ? t("minutes", { minutes: minutesUntil(shop.promise, now) }) : null;
  return (
    <View className={`shop-head${small ? " is-small" : ""}`}>
      <View className="shop-head__row">
        <Photo src={shopArt(shop.key)} name={name} size="s" greyed={!shop.open} />
        <View className="shop-head__main">
          <View className="shop-head__title">
            <Text className="shop-head__name">{name}</Text>
            {shop.halal ? <Tag tone="success">{t("halal")}</Tag> : null}
          </View>
          <View className="shop-head__facts">
            <Rating mean={shop.rating} count={shop.ratingCount} none={t("unrated")} />
            <Text className="shop-head__fact">{soon ?? opening}</Text>
            {table === null ? <Text className="shop-head__fact">{fee}</Text> : null}
          </View>
        </View>
      </View>
      {table === null ? null : (
        <View id="shop-table" className="shop-head__table">
          <Icon name="flag" size={16} />
          <Text className="shop-head__line">{t("atTable", { table })}</Text>
        </View>
      )}
      <View className="shop-head__more">
        {shop.promotion ? (
          <View className="shop-head__promotion">
            <Icon name="flame" size={12} />
            <Text className="shop-head__line">{say({ zh: shop.promotion, en: shop.promotionEn })}</Text>
          </View>
        ) : null}
        {shop.notice ? (
          <Text className="shop-head__notice">{say({ zh: shop.notice, en: shop.noticeEn })}</Text>
        ) : null}
      </View>
    </View>
  );
}
