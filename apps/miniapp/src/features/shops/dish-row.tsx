import { Text, View } from "@tarojs/components";
import { cartWords } from "@/features/cart/cart-words";
import { useSay, useWords } from "@/features/i18n";
import { Badge, Photo, Price, Stepper, Tag, Tappable } from "@/ui";
import { dishPicture } from "./art";
import { allergenWords, type Dish, labelWords } from "./dish-labels";
import { isGone } from "./menu-sections";
import { shopWords } from "./shop-words";
import "./dish-row.scss";

const few = 10;

type DishRowProps = {
  dish: Dish;
  inCart: number;
  closed: boolean;
  onAdd: () => void;
  onTake: () => void;
  onOpen: () => void;
};

/** A dish of a menu in its fixed height: picture, name, labels, what it contains, price, and the way into the cart. */
export function DishRow({ dish, inCart, closed, onAdd, onTake, onOpen }: DishRowProps) {
  const t = useWords(shopWords);
  const c = useWords(cartWords);
  const say = useSay();
  const name = say({ zh: dish.name, en: dish.nameEn });
  const gone = isGone(dish);
  const contains = dish.allergens
    .map((allergen) => say(allergenWords[allergen]))
    .join(say({ zh: "、", en: ", " }));
  return (
    <View id={`dish-${dish.dishId}`} className={`dish-row${gone ? " is-gone" : ""}`}>
      <Tappable className="dish-row__photo" label={name} onTap={onOpen}>
        <Photo src={dishPicture(dish)} name={name} greyed={gone} />
      </Tappable>
      <View className="dish-row__main">
        <Text className="dish-row__name">{name}</Text>
        <Text className="dish-row__text">{say({ zh: dish.description, en: dish.descriptionEn })}</Text>
        <View className="dish-row__tags">
          {dish.labels.map((label) => (
            <Tag key={label} tone={labelWords[label].tone}>
              {say(labelWords[label])}
            </Tag>
          ))}
          {contains ? <Text className="dish-row__contains">{t("contains", { names: contains })}</Text> : null}
        </View>
        <View className="dish-row__foot">
          <Price fen={dish.priceFen} tone={gone ? "muted" : "price"} />
          {!gone && dish.left <= few ? (
            <Text className="dish-row__left">{t("left", { count: dish.left })}</Text>
          ) : null}
          <View className="dish-row__end">
            {gone ? (
              <Text className="dish-row__gone">{t("soldOut")}</Text>
            ) : dish.options.length > 0 ? (
              <Tappable
                id={`dish-${dish.dishId}-add`}
                label={`${c("choose")} ${name}`}
                disabled={closed}
                className="dish-row__choose"
                onTap={onAdd}
              >
                <View className="dish-row__pill">{c("choose")}</View>
                {inCart > 0 ? (
                  <View className="dish-row__count">
                    <Badge count={inCart} />
                  </View>
                ) : null}
              </Tappable>
            ) : (
              <Stepper
                id={`dish-${dish.dishId}`}
                value={inCart}
                max={dish.left}
                disabled={closed}
                label={name}
                onChange={(value) => (value > inCart ? onAdd() : onTake())}
              />
            )}
          </View>
        </View>
      </View>
    </View>
  );
}
