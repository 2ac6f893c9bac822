import type { PlaceId } from "@sanqi/kernel";
import { Text, View } from "@tarojs/components";
import { useEffect, useState } from "react";
import { useSay, useWords } from "@/features/i18n";
import { LoadGate, useLoad } from "@/features/loading";
import { SessionGate, useSession } from "@/features/session";
import { dishArt } from "@/features/shops/art";
import { openShop } from "@/features/shops/open-shop";
import { ShopCard } from "@/features/shops/shop-card";
import { shopWords } from "@/features/shops/shop-words";
import { useShops } from "@/features/shops/shops-store";
import { api, type Outputs } from "@/rpc";
import { EmptyState, Icon, Page, Photo, Price, SearchBar, SectionTitle, Skeleton, Tappable } from "@/ui";
import "./index.scss";

const typingPause = 300;
type Found = Outputs["catalog"]["search"];

function Results({ placeId, text, onClear }: { placeId: PlaceId; text: string; onClear: () => void }) {
  const t = useWords(shopWords);
  const say = useSay();
  const { remember } = useShops();
  const found = useLoad<Found>(() => api.catalog.search.query({ placeId, text }), [placeId, text]);
  if (found.loading && !found.data) return <Skeleton count={3} />;
  return (
    <LoadGate load={found}>
      {({ shops, dishes }) =>
        shops.length + dishes.length === 0 ? (
          <EmptyState art="bowl" title={t("nothingFound", { text })} text={t("nothingFoundText")} action={{ label: t("clearRecent"), onTap: onClear }} />
        ) : (
          <>
            {shops.length > 0 ? <SectionTitle>{t("shopsFound")}</SectionTitle> : null}
            {shops.map((shop) => <ShopCard key={shop.shopId} shop={shop} now={Date.now()} />)}
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
                  <Photo src={dishArt(dish.art)} name={name} size="s" greyed={!shop.open || dish.soldOut} />
                  <View className="search-dish__main">
                    <Text className="search-dish__name">{name}</Text>
                    <Text className="search-dish__shop">{`${say({ zh: shop.name, en: shop.nameEn })}${shop.open ? "" : ` · ${shop.opensAt ? t("opensAt", { time: shop.opensAt }) : t("closedNow")}`}`}</Text>
                  </View>
                  {dish.soldOut ? <Text className="search-dish__shop">{t("soldOut")}</Text> : <Price fen={dish.priceFen} />}
                </Tappable>
              );
            })}
          </>
        )
      }
    </LoadGate>
  );
}

const suggestions = ["牛肉面", "盖饭", "饺子", "沙拉", "奶茶", "烧烤"];

function Search() {
  const t = useWords(shopWords);
  const placeId = useSession((state) => state.placeId);
  const { searches, remember, forgetSearches } = useShops();
  const [typed, setTyped] = useState("");
  const [text, setText] = useState("");
  useEffect(() => {
    const timer = setTimeout(() => setText(typed.trim().slice(0, 40)), typingPause);
    return () => clearTimeout(timer);
  }, [typed]);
  const choose = (word: string) => {
    setTyped(word);
    setText(word);
  };
  const words = (list: readonly string[]) => (
    <View className="search-words">
      {list.map((word) => (
        <Tappable key={word} className="search-words__item" onTap={() => choose(word)}>
          <Text className="search-words__face">{word}</Text>
        </Tappable>
      ))}
    </View>
  );
  return (
    <>
      <View className="search-page__bar">
        <SearchBar id="search-field" focus value={typed} onChange={setTyped} onSubmit={() => remember(typed)} placeholder={t("search")} />
      </View>
      {text && placeId ? (
        <Results placeId={placeId} text={text} onClear={() => choose("")} />
      ) : (
        <>
          {searches.length > 0 ? (
            <>
              <SectionTitle
                end={
                  <Tappable id="searches-clear" className="search-page__clear" label={t("clearRecent")} onTap={forgetSearches}>
                    <Icon name="trash" size={16} />
                  </Tappable>
                }
              >
                {t("recent")}
              </SectionTitle>
              {words(searches)}
            </>
          ) : null}
          <SectionTitle>{t("tryThese")}</SectionTitle>
          {words(suggestions)}
        </>
      )}
    </>
  );
}

export default function SearchPage() {
  const t = useWords(shopWords);
  return (
    <Page title={t("searchTitle")}>
      <SessionGate>
        <Search />
      </SessionGate>
    </Page>
  );
}
