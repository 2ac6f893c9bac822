import { Text, View } from "@tarojs/components";
import { useWords } from "@/features/i18n";
import { Badge, Button, Icon, Price, Tappable, yuan } from "@/ui";
import { useCarts } from "./cart-store";
import { cartWords } from "./cart-words";
import "./cart-bar.scss";

type CartBarProps = {
  pieces: number;
  goodsFen: number;
  packingFen: number;
  deliveryFeeFen: number;
  minOrderFen: number;
  closed: boolean;
  onOpen: () => void;
  onCheckout: () => void;
};

/** What is in the cart, what is missing to the minimum, and the way to pay. */
export function CartBar({
  pieces,
  goodsFen,
  packingFen,
  deliveryFeeFen,
  minOrderFen,
  closed,
  onOpen,
  onCheckout,
}: CartBarProps) {
  const t = useWords(cartWords);
  const added = useCarts((state) => state.added);
  const missing = minOrderFen - goodsFen;
  const packing = yuan(packingFen, false);
  const fees =
    deliveryFeeFen > 0
      ? t("feeAndPacking", { delivery: yuan(deliveryFeeFen, false), packing })
      : t("freeAndPacking", { packing });
  const words = closed
    ? t("closed")
    : missing <= 0
      ? t("checkout")
      : pieces === 0
        ? t("minimum", { amount: yuan(minOrderFen, false) })
        : t("missing", { amount: yuan(missing, false) });
  return (
    <View className="cart-bar">
      <Tappable
        id="cart-open"
        label={`${t("cart")} ${pieces}`}
        disabled={pieces === 0}
        className="cart-bar__open"
        onTap={onOpen}
      >
        <View
          key={added}
          className={`cart-bar__basket${pieces > 0 ? " is-full" : ""}${added > 0 ? " is-nodding" : ""}`}
        >
          <Icon name="cart" size={24} />
          {pieces > 0 ? (
            <View className="cart-bar__count">
              <Badge count={pieces} />
            </View>
          ) : null}
        </View>
        <View className="cart-bar__sums">
          {pieces > 0 ? (
            <Price fen={goodsFen + packingFen + deliveryFeeFen} size="l" tone="text" />
          ) : (
            <Text className="cart-bar__none">{t("empty")}</Text>
          )}
          <Text className="cart-bar__fees">{fees}</Text>
        </View>
      </Tappable>
      <Button
        id="checkout"
        className="cart-bar__go"
        disabled={closed || missing > 0 || pieces === 0}
        onTap={onCheckout}
      >
        {words}
      </Button>
    </View>
  );
}
