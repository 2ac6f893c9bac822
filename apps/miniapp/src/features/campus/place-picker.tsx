import type { PlaceId } from "@sanqi/kernel";
import { Text, View } from "@tarojs/components";
import { useSay, useWords } from "@/features/i18n";
import { Icon, ListRow, Tappable } from "@/ui";
import { campusWords } from "./campus-words";
import { type PlaceGroup, shortName } from "./place-groups";
import "./place-picker.scss";

type PlacePickerProps = {
  groups: readonly PlaceGroup[];
  chosen: PlaceId | null;
  onChoose: (placeId: PlaceId) => void;
};

/** Halls as tiles and pick-up points as rows, one card per dormitory group. */
export function PlacePicker({ groups, chosen, onChoose }: PlacePickerProps) {
  const t = useWords(campusWords);
  const say = useSay();
  return (
    <>
      {groups.map(({ group, dormitories, pickupPoints }) => (
        <View key={group} className="place-group">
          <View className="place-group__name">{group}</View>
          <View className="place-group__tiles">
            {dormitories.map((place) => (
              <Tappable
                key={place.placeId}
                id={`place-${place.placeId}`}
                role="radio"
                selected={place.placeId === chosen}
                label={say({ zh: place.name, en: place.nameEn })}
                className={`place-tile${say({ zh: shortName(place), en: place.nameEn }).length > 6 ? " is-long" : ""}`}
                onTap={() => onChoose(place.placeId)}
              >
                <Text className="place-tile__name">{say({ zh: shortName(place), en: place.nameEn })}</Text>
              </Tappable>
            ))}
          </View>
          {pickupPoints.map((place) => (
            <ListRow
              key={place.placeId}
              id={`place-${place.placeId}`}
              icon="flag"
              title={say({ zh: place.name, en: place.nameEn })}
              text={t("pickupHint")}
              label={say({ zh: place.name, en: place.nameEn })}
              end={place.placeId === chosen ? <Icon name="check" className="place-group__check" /> : null}
              onTap={() => onChoose(place.placeId)}
            />
          ))}
        </View>
      ))}
    </>
  );
}
