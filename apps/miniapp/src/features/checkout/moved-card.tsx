import { Text, View } from "@tarojs/components";
import { useSay, useWords } from "@/features/i18n";
import { Button, Icon, yuan } from "@/ui";
import { checkoutWords } from "./checkout-words";
import "./refusal-card.scss";
import type { OrderDraft } from "./use-order-draft";

/** Prices that moved while the dishes lay in the cart: named one by one, and looked at before anybody pays. */
export function MovedCard({ draft }: { draft: OrderDraft }) {
  const t = useWords(checkoutWords);
  const say = useSay();
  if (draft.changed.length === 0) return null;
  return (
    <View id="price-moved" className="refusal" aria-role="alert">
      <Icon name="alert" size={20} className="refusal__icon" />
      <View className="refusal__main">
        <Text className="refusal__title">{t("movedTitle")}</Text>
        {draft.changed.map((move) => (
          <Text key={`${move.dishId} ${move.fromFen}`} className="refusal__text">
            {t("movedLine", {
              name: say(move.name),
              before: yuan(move.fromFen, false),
              after: yuan(move.toFen, false),
            })}
          </Text>
        ))}
        <Text className="refusal__text">{t("movedText")}</Text>
        <View className="refusal__act">
          <Button id="price-accept" kind="plain" size="s" onTap={draft.accept}>
            {t("movedAccept")}
          </Button>
        </View>
      </View>
    </View>
  );
}
