import { Text, View } from "@tarojs/components";
import { useSay, useWords } from "@/features/i18n";
import { Icon, yuan } from "@/ui";
import { checkoutWords } from "./checkout-words";
import type { Refusal } from "./use-checkout";
import "./refusal-card.scss";

/** Says that nothing was charged, why, and what has changed; the person decides again. */
export function RefusalCard({ refusal }: { refusal: Refusal }) {
  const t = useWords(checkoutWords);
  const say = useSay();
  const changed = refusal.failure.code === "PRICE_CHANGED";
  return (
    <View id="refusal" className="refusal" aria-role="alert">
      <Icon name="alert" size={20} className="refusal__icon" />
      <View className="refusal__main">
        <Text className="refusal__title">{changed ? t("changedTitle") : say(refusal.failure.words)}</Text>
        {refusal.changes.map((change) => (
          <Text key={change.name.zh} className="refusal__text">
            {t("changedLine", {
              name: say(change.name),
              before: yuan(change.beforeFen),
              after: yuan(change.afterFen),
            })}
          </Text>
        ))}
        <Text className="refusal__text">{changed ? t("changedText") : t("refusedText")}</Text>
      </View>
    </View>
  );
}
