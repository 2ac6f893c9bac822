import { Text, View } from "@tarojs/components";
import { useWords } from "@/features/i18n";
import { Icon } from "@/ui";
import { counselingWords } from "./counseling-words";
import "./care-banner.scss";

/** Says who sees this and why, on every page that shows a student. */
export function CareBanner() {
  const t = useWords(counselingWords);
  return (
    <View id="care-banner" className="care-banner">
      <Icon name="shield" size={20} className="care-banner__icon" />
      <View className="care-banner__words">
        <Text className="care-banner__title">{t("who")}</Text>
        <Text className="care-banner__text">{t("whoText")}</Text>
      </View>
    </View>
  );
}
