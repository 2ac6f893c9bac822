import type { Words } from "@sanqi/kernel";
import { Text, View } from "@tarojs/components";
import { useEffect, useState } from "react";
import { useSay, useWords } from "@/features/i18n";
import { SessionGate, useSession } from "@/features/session";
import { SearchResults } from "@/features/shops/search-results";
import { shopWords } from "@/features/shops/shop-words";
import { useShops } from "@/features/shops/shops-store";
import { Icon, Page, SearchBar, SectionTitle, Tappable } from "@/ui";
import "./index.scss";

const typingPause = 300;
const suggestions: readonly Words[] = [
  { zh: "牛肉面", en: "Beef noodles" },
  { zh: "盖饭", en: "Rice" },
  { zh: "饺子", en: "Dumplings" },
  { zh: "沙拉", en: "Salad" },
  { zh: "奶茶", en: "Milk tea" },
  { zh: "烧烤", en: "Grill" },
];

function Search() {
  const t = useWords(shopWords);
  const say = useSay();
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
        <SearchBar
          id="search-field"
          focus
          value={typed}
          onChange={setTyped}
          onSubmit={() => remember(typed)}
          placeholder={t("search")}
        />
      </View>
      {text && placeId ? (
        <SearchResults placeId={placeId} text={text} onClear={() => choose("")} />
      ) : (
        <>
          {searches.length > 0 ? (
            <>
              <SectionTitle
                end={
                  <Tappable
                    id="searches-clear"
                    className="search-page__clear"
                    label={t("clearRecent")}
                    onTap={forgetSearches}
                  >
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
          {words(suggestions.map(say))}
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
