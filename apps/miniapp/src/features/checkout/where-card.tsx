import type { PlaceId } from "@sanqi/kernel";
import { Text, View } from "@tarojs/components";
import Taro from "@tarojs/taro";
import { usePlaces } from "@/features/campus/campus-store";
import type { Place } from "@/features/campus/place-groups";
import { useSay, useWords } from "@/features/i18n";
import { Card, Eta, Icon, ListRow, Tappable } from "@/ui";
import { checkoutWords } from "./checkout-words";
import type { Quote } from "./quote-problems";
import "./where-card.scss";

type WhereCardProps = {
  own: PlaceId | null;
  chosen: PlaceId | null;
  onChoose: (placeId: PlaceId) => void;
  promise: Quote["promise"] | null;
};

/** Where and when: the own hall, the pick-up points that its group shares, or somewhere else. */
export function WhereCard({ own, chosen, onChoose, promise }: WhereCardProps) {
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
    <Card flush>
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
        title={t("otherPlace")}
        onTap={() => void Taro.navigateTo({ url: "/pages/order/place/index" })}
      />
      <View className="where-when">
        <Icon name="clock" size={20} className="where-when__icon" />
        <View className="where-when__main" id="promise">
          {promise ? (
            <Eta from={promise.earliest} to={promise.latest} about={say({ zh: "约 ", en: "about " })} />
          ) : (
            <Text className="where-when__wait">{t("quoting")}</Text>
          )}
        </View>
        <Text className="where-when__text">{t("arrivesNow")}</Text>
      </View>
    </Card>
  );
}
