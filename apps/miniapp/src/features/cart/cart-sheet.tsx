import type { ShopId } from "@sanqi/kernel";
import { Text, View } from "@tarojs/components";
import type { ReactNode } from "react";
import { useSay, useWords } from "@/features/i18n";
import { dishPicture } from "@/features/shops/art";
import type { Dish } from "@/features/shops/dish-labels";
import { Icon, Photo, Price, Sheet, Stepper, Tappable, undoable, yuan } from "@/ui";
import { lineKey, portionsIn } from "./cart-lines";
import { useCart, useCarts } from "./cart-store";
import { cartWords } from "./cart-words";
import { pickedChoices, portionFen } from "./option-picks";
import { moveOf } from "./price-moves";
import "./cart-sheet.scss";

type CartSheetProps = {
  open: boolean;
  onClose: () => void;
  shopId: ShopId;
  dishes: readonly Dish[];
  footer: ReactNode;
};

/** Every line with its options and a stepper; clearing can be taken back for five seconds. */
export function CartSheet({ open, onClose, shopId, dishes, footer }: CartSheetProps) {
  const t = useWords(cartWords);
  const say = useSay();
  const cart = useCart(shopId);
  const { change, replace } = useCarts();
  const clear = () => {
    const before = cart;
    replace(shopId, []);
    onClose();
    undoable({
      text: t("cleared"),
      undoLabel: t("undo"),
      undo: () => replace(shopId, before),
      commit: () => undefined,
    });
  };
  return (
    <Sheet open={open && cart.length > 0} onClose={onClose} title={t("cart")} flush footer={footer}>
      <View className="cart-sheet__bar">
        <Tappable id="cart-clear" className="cart-sheet__clear" onTap={clear}>
          <Icon name="trash" size={16} />
          <Text className="cart-sheet__word">{t("clear")}</Text>
        </Tappable>
      </View>
      {cart.map((line) => {
        const dish = dishes.find((candidate) => candidate.dishId === line.dishId);
        if (!dish) return null;
        const name = say({ zh: dish.name, en: dish.nameEn });
        const picks = pickedChoices(dish.options, line.choices).map((choice) =>
          say({ zh: choice.name, en: choice.nameEn }),
        );
        const move = moveOf(line, dish);
        const room = dish.left - portionsIn(cart, dish.dishId);
        return (
          <View key={lineKey(line)} className="cart-line">
            <Photo src={dishPicture(dish)} name={name} size="s" />
            <View className="cart-line__main">
              <Text className="cart-line__name">{name}</Text>
              {picks.length > 0 ? (
                <Text className="cart-line__picks">{picks.join(say({ zh: "、", en: ", " }))}</Text>
              ) : null}
              {move ? (
                <Text className="cart-line__moved">
                  {t("moved", { before: yuan(move.fromFen, false), after: yuan(move.toFen, false) })}
                </Text>
              ) : null}
              <Price fen={portionFen(dish, line.choices) * line.quantity} />
            </View>
            <Stepper
              id={`line-${lineKey(line)}`}
              value={line.quantity}
              max={line.quantity + Math.max(0, room)}
              label={name}
              onChange={(quantity) => change(shopId, lineKey(line), quantity)}
            />
          </View>
        );
      })}
    </Sheet>
  );
}
