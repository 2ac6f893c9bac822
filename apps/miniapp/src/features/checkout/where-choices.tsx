import type { PlaceId } from "@sanqi/kernel";
import { Text, View } from "@tarojs/components";
import Taro from "@tarojs/taro";
import { usePlaces } from "@/features/campus/campus-store";
import type { Place } from "@/features/campus/place-groups";
import { useSay, useWords } from "@/features/i18n";
import { ListRow, Tappable } from "@/ui";
import { checkoutWords } from "./checkout-words";
import "./where-choices.scss";

type WhereChoicesProps = {
  own: PlaceId | null;
  chosen: PlaceId | null;
  onChoose: (placeId: PlaceId) => void;
};

/** The own hall, the pick-up points that its group shares, or somewhere else. */
export function WhereChoices({ own, chosen, onChoose }: WhereChoicesProps) {
  const t = useWords(checkoutWords);
  const say = useSay();
  const { places } = usePlaces();
  const home = places?.find((place) => place.placeId === own) ?? null;
  const near =
    places?.filter(
      (place) => place.kind === "pickupPoint" && place.group === home?.group && place.placeId !== own,
    ) ?? [];
  const choices: Place[] = home ? [home, ...near] : near;
  return (
    <>
      {choices.map((place) => (
        <Tappable
          key={place.placeId}
          id={`where-${place.placeId}`}
          role="radio"
          selected={place.placeId === chosen}
          className="where"
          onTap={() => onChoose(place.placeId)}
        >
          <View className="where__dot">
            <View className="where__core" />
          </View>
          <View className="where__main">
            <Text className="where__name">{say({ zh: place.name, en: place.nameEn })}</Text>
            <Text className="where__kind">
              {place.kind === "pickupPoint" ? t("pickupPoint") : t("myPlace")}
            </Text>
          </View>
        </Tappable>
      ))}
      <ListRow
        id="where-other"
        icon="pin"
        title={choices.length > 0 ? t("otherPlace") : t("chooseWhere")}
        onTap={() => void Taro.navigateTo({ url: "/pages/order/place/index" })}
      />
    </>
  );
}
