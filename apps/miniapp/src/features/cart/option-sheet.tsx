import { Text, View } from "@tarojs/components";
import { useState } from "react";
import { useSay, useWords } from "@/features/i18n";
import type { Dish } from "@/features/shops/dish-labels";
import { Button, Price, Sheet, Stepper, Tappable, yuan } from "@/ui";
import { cartWords } from "./cart-words";
import {
  countIn,
  firstPicks,
  isPicked,
  lackingGroup,
  type Picks,
  pickedChoices,
  portionFen,
  togglePick,
} from "./option-picks";
import "./option-sheet.scss";

type OptionSheetProps = {
  dish: Dish;
  open: boolean;
  left: number;
  onClose: () => void;
  onAdd: (picks: Picks, quantity: number) => void;
};

/** Questions of a dish with the live price of the answer. Render it with the dish as key, so that each starts fresh. */
export function OptionSheet({ dish, open, left, onClose, onAdd }: OptionSheetProps) {
  const t = useWords(cartWords);
  const say = useSay();
  const [picks, setPicks] = useState<Picks>(() => firstPicks(dish.options));
  const [quantity, setQuantity] = useState(1);
  const lacking = lackingGroup(dish.options, picks);
  const names = pickedChoices(dish.options, picks).map((choice) =>
    say({ zh: choice.name, en: choice.nameEn }),
  );
  const each = portionFen(dish, picks);
  const rule = (group: Dish["options"][number]) => {
    if (group.min === 1 && group.max === 1) return t("one");
    return group.min === 0 ? t("upTo", { max: group.max }) : t("between", { min: group.min, max: group.max });
  };
  const footer = (
    <View>
      {names.length > 0 ? (
        <View className="options__picked">
          {t("picked", { names: names.join(say({ zh: "、", en: ", " })) })}
        </View>
      ) : null}
      <View className="options__foot">
        <View className="options__price">
          <Price fen={each * quantity} size="l" exact />
          {quantity > 1 ? <Text className="options__each">{t("each", { amount: yuan(each) })}</Text> : null}
        </View>
        <Stepper
          id="option-count"
          value={quantity}
          max={Math.max(1, left)}
          label={say({ zh: dish.name, en: dish.nameEn })}
          onChange={(count) => setQuantity(Math.max(1, count))}
        />
        <Button
          id="option-add"
          className="options__add"
          disabled={!!lacking}
          onTap={() => onAdd(picks, quantity)}
        >
          {lacking ? t("pickFirst", { group: say({ zh: lacking.name, en: lacking.nameEn }) }) : t("add")}
        </Button>
      </View>
    </View>
  );
  return (
    <Sheet open={open} onClose={onClose} title={say({ zh: dish.name, en: dish.nameEn })} footer={footer}>
      {dish.options.map((group) => (
        <View key={group.key} className="options__group">
          <View className="options__title">
            <Text className="options__name">{say({ zh: group.name, en: group.nameEn })}</Text>
            <Text className="options__rule">{rule(group)}</Text>
          </View>
          <View className="options__choices">
            {group.choices.map((choice) => {
              const on = isPicked(picks, group, choice.key);
              const full = !on && group.max > 1 && countIn(picks, group) >= group.max;
              const gone = choice.soldOut && !on;
              return (
                <Tappable
                  key={choice.key}
                  id={`option-${group.key}-${choice.key}`}
                  role={group.max === 1 ? "radio" : "checkbox"}
                  selected={on}
                  disabled={full || gone}
                  className="options__choice"
                  onTap={() => setPicks(togglePick(picks, group, choice.key))}
                >
                  <Text>{say({ zh: choice.name, en: choice.nameEn })}</Text>
                  {choice.soldOut ? <Text className="options__gone">{t("choiceGone")}</Text> : null}
                  {choice.priceFen > 0 ? (
                    <Text className="options__extra">{`+${yuan(choice.priceFen, false)}`}</Text>
                  ) : null}
                </Tappable>
              );
            })}
          </View>
        </View>
      ))}
    </Sheet>
  );
}
