import { OptionSheet } from "@/features/cart/option-sheet";
import { useWords } from "@/features/i18n";
import type { Dish } from "@/features/shops/dish-labels";
import { DishSheet } from "@/features/shops/dish-sheet";
import { isGone } from "@/features/shops/menu-sections";
import { shopWords } from "@/features/shops/shop-words";
import { Button } from "@/ui";
import { cartWords } from "./cart-words";
import type { Picks } from "./option-picks";

/** A dish that was tapped; while it slides away it is still there, and not `shown`. */
export type OpenedDish = { readonly kind: "options" | "dish"; readonly dish: Dish; readonly shown: boolean };

type DishSheetsProps = {
  opened: OpenedDish | null;
  /** Portions that can still go into the cart. */
  room: number;
  closed: boolean;
  onClose: () => void;
  onPut: (dish: Dish) => void;
  onAdd: (dish: Dish, picks: Picks, quantity: number) => void;
};

/** What opens over the menu: a dish in full, or its questions. */
export function DishSheets({ opened, room, closed, onClose, onPut, onAdd }: DishSheetsProps) {
  const t = useWords(cartWords);
  const words = useWords(shopWords);
  if (!opened) return null;
  const { dish, shown } = opened;
  if (opened.kind === "options")
    return (
      <OptionSheet
        key={dish.dishId}
        dish={dish}
        open={shown}
        left={room}
        onClose={onClose}
        onAdd={(picks, quantity) => onAdd(dish, picks, quantity)}
      />
    );
  const asks = dish.options.length > 0;
  return (
    <DishSheet
      dish={dish}
      open={shown}
      onClose={onClose}
      footer={
        <Button
          id="dish-sheet-add"
          disabled={closed || isGone(dish) || room <= 0}
          onTap={() => {
            if (!asks) onClose();
            onPut(dish);
          }}
        >
          {isGone(dish) ? words("soldOut") : t(asks ? "choose" : "add")}
        </Button>
      }
    />
  );
}
