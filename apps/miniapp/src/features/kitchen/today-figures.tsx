import { Text, View } from "@tarojs/components";
import { useWords } from "@/features/i18n";
import { yuan } from "@/ui";
import type { Board } from "./kitchen-board";
import { kitchenWords } from "./kitchen-words";
import "./today-figures.scss";

/** The day so far, in four numbers. */
export function TodayFigures({ today }: { today: Board["today"] }) {
  const t = useWords(kitchenWords);
  const figures = [
    ["todayOrders", String(today.orders)],
    ["todayGoods", yuan(today.goodsFen, false)],
    [
      "todayCook",
      today.cookMinutes === null ? t("none") : t("minutes", { count: Math.round(today.cookMinutes) }),
    ],
    ["todayRefused", String(today.refused)],
  ] as const;
  return (
    <View id="kitchen-today" className="figures">
      {figures.map(([name, value]) => (
        <View key={name} className="figures__one" aria-label={`${t(name)} ${value}`}>
          <Text className="figures__value">{value}</Text>
          <Text className="figures__name">{t(name)}</Text>
        </View>
      ))}
    </View>
  );
}
