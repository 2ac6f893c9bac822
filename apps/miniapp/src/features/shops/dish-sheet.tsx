import { Text, View } from "@tarojs/components";
import type { ReactNode } from "react";
import { useSay, useWords } from "@/features/i18n";
import { Photo, Price, Sheet, Tag } from "@/ui";
import { dishPicture } from "./art";
import { allergenWords, type Dish, labelWords } from "./dish-labels";
import { shopWords } from "./shop-words";
import "./dish-sheet.scss";

/** A dish in full: its picture, the whole description, every label and allergen. */
export function DishSheet({
  dish,
  open,
  onClose,
  footer,
}: {
  dish: Dish;
  open: boolean;
  onClose: () => void;
  footer: ReactNode;
}) {
  const t = useWords(shopWords);
  const say = useSay();
  const name = say({ zh: dish.name, en: dish.nameEn });
  const contains = dish.allergens
    .map((allergen) => say(allergenWords[allergen]))
    .join(say({ zh: "、", en: ", " }));
  return (
    <Sheet open={open} onClose={onClose} title={name} footer={footer}>
      <Photo src={dishPicture(dish)} name={name} size="wide" />
      <View className="dish-sheet__line">
        <Price fen={dish.priceFen} size="l" />
        <View className="dish-sheet__tags">
          {dish.labels.map((label) => (
            <Tag key={label} tone={labelWords[label].tone}>
              {say(labelWords[label])}
            </Tag>
          ))}
        </View>
      </View>
      <Text className="dish-sheet__text">{say({ zh: dish.description, en: dish.descriptionEn })}</Text>
      {contains ? <Text className="dish-sheet__contains">{t("contains", { names: contains })}</Text> : null}
    </Sheet>
  );
}
