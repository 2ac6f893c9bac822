import { Text, View } from "@tarojs/components";
import Taro from "@tarojs/taro";
import type { Place } from "@/features/campus/place-groups";
import { useSay, useWords } from "@/features/i18n";
import { useAction } from "@/features/loading";
import { Icon, SearchDoor, Tappable, timeRange } from "@/ui";
import { homeWords } from "./home-words";
import { scanAnything } from "./scan-anything";
import { shopWords } from "./shop-words";
import "./home-head.scss";

const choosePlace = () => void Taro.navigateTo({ url: "/pages/order/place/index" });

/** Where to and when, then the way to search. */
export function HomeHead({
  place,
  soon,
}: {
  place: Place | null /** `unknown` while nobody has said yet. */;
  soon: { earliest: number; latest: number } | null | "unknown";
}) {
  const t = useWords(homeWords);
  const shop = useWords(shopWords);
  const say = useSay();
  const scan = useAction(scanAnything);
  const arrival =
    soon === "unknown"
      ? ""
      : soon
        ? t("soon", { range: timeRange(soon.earliest, soon.latest) })
        : t("noneOpen");
  const name = place ? say({ zh: place.name, en: place.nameEn }) : t("chooseHall");
  return (
    <View className="home-head">
      <Tappable
        id="place-change"
        label={`${t("deliverTo")} ${name}`}
        className="home-head__place"
        onTap={choosePlace}
      >
        <Icon name="pin" size={24} className="home-head__pin" />
        <View className="home-head__main">
          <View className="home-head__row">
            <Text className="home-head__name">{name}</Text>
            <Icon name="chevron-down" size={16} />
          </View>
          <Text className="home-head__soon">{place ? arrival : t("chooseFirst")}</Text>
        </View>
      </Tappable>
      <View className="home-head__doors">
        <View className="home-head__search">
          <SearchDoor
            id="search-open"
            placeholder={shop("search")}
            onTap={() => void Taro.navigateTo({ url: "/pages/order/search/index" })}
          />
        </View>
        <Tappable id="scan" label={shop("scan")} className="home-head__scan" onTap={() => void scan.run()}>
          <Icon name="scan" size={24} />
        </Tappable>
      </View>
    </View>
  );
}
