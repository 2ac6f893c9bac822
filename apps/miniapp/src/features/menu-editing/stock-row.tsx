import { Text, View } from "@tarojs/components";
import { useSay, useWords } from "@/features/i18n";
import { dishPicture } from "@/features/shops/art";
import { Photo, Switch, Tappable, yuan } from "@/ui";
import { editingWords } from "./editing-words";
import type { EditableDish } from "./menu-list";
import "./stock-row.scss";

const lowStock = 5;

/** A dish with its price, what is left of it today and the switch that takes it off sale; a tap opens the rest. */
export function StockRow({
  dish,
  onOpen,
  onChange,
}: {
  dish: EditableDish;
  onOpen: () => void;
  onChange: (soldOut: boolean) => void;
}) {
  const t = useWords(editingWords);
  const say = useSay();
  const name = say({ zh: dish.name, en: dish.nameEn });
  const out = dish.options
    .flatMap((group) => group.choices)
    .filter((choice) => choice.soldOut)
    .map((choice) => say({ zh: choice.name, en: choice.nameEn }));
  return (
    <View id={`dish-${dish.dishId}`} className="stock">
      <Tappable id={`open-${dish.dishId}`} className="stock__open" onTap={onOpen}>
        <Photo src={dishPicture(dish)} name={name} size="s" greyed={dish.soldOut} />
        <View className="stock__main">
          <Text className="stock__name">{name}</Text>
          <Text className={`stock__left${dish.left <= lowStock ? " is-low" : ""}`}>
            {`${yuan(dish.priceFen, false)} · ${dish.left > 0 ? t("left", { count: dish.left }) : t("noneLeft")}`}
          </Text>
          {out.length > 0 ? (
            <Text className="stock__out">
              {t("choiceOut", { names: out.join(say({ zh: "、", en: ", " })) })}
            </Text>
          ) : null}
        </View>
      </Tappable>
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
