import { Text, View } from "@tarojs/components";
import { useWords } from "@/features/i18n";
import { Badge, Button, Icon, Price, Tappable, yuan } from "@/ui";
import type { BarSums } from "./bar-sums";
import { useCarts } from "./cart-store";
import { cartWords } from "./cart-words";
import "./cart-bar.scss";

type CartBarProps = {
  pieces: number;
  goodsFen: number;
  minOrderFen: number;
  sums: BarSums;
  /** "later": closed now, and takes orders ahead. */
  takes: "now" | "later" | "nothing";
  /** What a little more would bring. */
  hint: string | null;
  onOpen: () => void;
  onCheckout: () => void;
};

/** What is in the cart, what is missing to the minimum or to the next offer, and the way to pay. */
export function CartBar({
  pieces,
  goodsFen,
  minOrderFen,
  sums,
  takes,
  hint,
  onOpen,
  onCheckout,
}: CartBarProps) {
  const t = useWords(cartWords);
  const added = useCarts((state) => state.added);
  const missing = minOrderFen - goodsFen;
  const words = () => {
    if (takes === "nothing") return t("closed");
    if (pieces === 0) return t("minimum", { amount: yuan(minOrderFen, false) });
    if (missing > 0) return t("missing", { amount: yuan(missing, false) });
    return t(takes === "later" ? "bookAhead" : "checkout");
  };
  return (
    <View>
      {hint && pieces > 0 ? (
        <View id="offer-hint" className="cart-bar__hint" aria-role="status">
          <Icon name="flame" size={12} />
          <Text className="cart-bar__more">{hint}</Text>
        </View>
      ) : null}
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
              <Price fen={sums.totalFen} was={sums.wasFen} size="l" tone="text" />
            ) : (
              <Text className="cart-bar__none">{t("empty")}</Text>
            )}
            <Fees sums={sums} />
          </View>
        </Tappable>
        <Button
          id="checkout"
          className="cart-bar__go"
          disabled={takes === "nothing" || missing > 0 || pieces === 0}
          onTap={onCheckout}
        >
          {words()}
        </Button>
      </View>
    </View>
  );
}

function Fees({ sums: { deliveryFen, packingFen } }: { sums: BarSums }) {
  const t = useWords(cartWords);
  const packing = yuan(packingFen, false);
  const fees =
    deliveryFen === null
      ? t("packingOnly", { packing })
      : deliveryFen > 0
        ? t("feeAndPacking", { delivery: yuan(deliveryFen, false), packing })
        : t("freeAndPacking", { packing });
  return <Text className="cart-bar__fees">{fees}</Text>;
}
