import { Text, View } from "@tarojs/components";
import { useSay, useWords } from "@/features/i18n";
import { dishArt } from "@/features/shops/art";
import { Photo, Switch } from "@/ui";
import { kitchenWords } from "./kitchen-words";
import type { Dish } from "./menu-list";
import "./stock-row.scss";

const lowStock = 5;

/** A dish with its stock and the switch that takes it off sale. */
export function StockRow({ dish, onChange }: { dish: Dish; onChange: (soldOut: boolean) => void }) {
  const t = useWords(kitchenWords);
  const say = useSay();
  const name = say({ zh: dish.name, en: dish.nameEn });
  return (
    <View id={`dish-${dish.dishId}`} className="stock">
      <Photo src={dishArt(dish.art)} name={name} size="s" greyed={dish.soldOut} />
      <View className="stock__main">
        <Text className="stock__name">{name}</Text>
        <Text className={`stock__left${dish.left <= lowStock ? " is-low" : ""}`}>
          {dish.left > 0 ? t("left", { count: dish.left }) : t("noneLeft")}
        </Text>
      </View>
      <View className="stock__end">
        <Text className={`stock__state${dish.soldOut ? " is-out" : ""}`}>
          {dish.soldOut ? t("soldOut") : t("onSale")}
        </Text>
        <Switch
          id={`soldout-${dish.dishId}`}
          on={!dish.soldOut}
          label={t("saleSwitch", { name })}
          onChange={(onSale) => onChange(!onSale)}
        />
      </View>
    </View>
  );
}
