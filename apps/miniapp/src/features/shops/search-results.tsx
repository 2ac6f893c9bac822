import type { PlaceId } from "@sanqi/kernel";
import { Text, View } from "@tarojs/components";
import { useSay, useWords } from "@/features/i18n";
import { LoadGate, useLoad } from "@/features/loading";
import { dishPicture } from "@/features/shops/art";
import { openShop } from "@/features/shops/open-shop";
import { ShopCard } from "@/features/shops/shop-card";
import { shopWords } from "@/features/shops/shop-words";
import { useShops } from "@/features/shops/shops-store";
import { api, type Outputs } from "@/rpc";
import { EmptyState, Photo, Price, SectionTitle, Skeleton, Tappable } from "@/ui";
import "./search-results.scss";

type Found = Outputs["catalog"]["search"];

/** Shops first, then dishes; what was opened is remembered as a search. */
export function SearchResults({
  placeId,
  text,
  onClear,
}: {
  placeId: PlaceId;
  text: string;
  onClear: () => void;
}) {
  const t = useWords(shopWords);
  const say = useSay();
  const { remember } = useShops();
  const found = useLoad<Found>(() => api.catalog.search.query({ placeId, text }), [placeId, text]);
  if (found.loading && !found.data) return <Skeleton count={3} />;
  return (
    <LoadGate load={found}>
      {({ shops, dishes }) =>
        shops.length + dishes.length === 0 ? (
          <EmptyState
            art="bowl"
            title={t("nothingFound", { text })}
            text={t("nothingFoundText")}
            action={{ label: t("clearRecent"), onTap: onClear }}
          />
        ) : (
          <>
            {shops.length > 0 ? <SectionTitle>{t("shopsFound")}</SectionTitle> : null}
            {shops.map((shop) => (
              <ShopCard key={shop.shopId} shop={shop} now={Date.now()} onOpen={() => remember(text)} />
            ))}
            {dishes.length > 0 ? <SectionTitle>{t("dishesFound")}</SectionTitle> : null}
            {dishes.map(({ shop, dish }) => {
              const name = say({ zh: dish.name, en: dish.nameEn });
              return (
                <Tappable
                  key={dish.dishId}
                  id={`found-${dish.dishId}`}
                  label={name}
                  className="search-dish"
                  onTap={() => {
                    remember(text);
                    openShop(shop.shopId);
                  }}
                >
                  <Photo src={dishPicture(dish)} name={name} size="s" greyed={!shop.open || dish.soldOut} />
                  <View className="search-dish__main">
                    <Text className="search-dish__name">{name}</Text>
                    <Text className="search-dish__shop">{`${say({ zh: shop.name, en: shop.nameEn })}${shop.open ? "" : ` · ${shop.opensAt ? t("opensAt", { time: shop.opensAt }) : t("closedNow")}`}`}</Text>
                  </View>
                  {dish.soldOut ? (
                    <Text className="search-dish__shop">{t("soldOut")}</Text>
                  ) : (
                    <Price fen={dish.priceFen} />
                  )}
                </Tappable>
              );
            })}
          </>
        )
      }
    </LoadGate>
  );
}
