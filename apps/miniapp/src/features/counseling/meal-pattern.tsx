import { Text, View } from "@tarojs/components";
import { useWords } from "@/features/i18n";
import { BarChart, Card } from "@/ui";
import type { AlertDetail } from "./alert-list";
import { counselingWords } from "./counseling-words";
import { mealWeeks, shortDay } from "./meal-weeks";
import "./meal-pattern.scss";

const shownWeeks = 6;
const shownDays = 14;

/** How often somebody ate, week by week, and the last fourteen days one by one: numbers only. */
export function MealPattern({ pattern }: { pattern: AlertDetail["pattern"] }) {
  const t = useWords(counselingWords);
  const weeks = mealWeeks(pattern, shownWeeks);
  const bars = weeks.map((week, index) => ({
    key: week.from,
    label: index === weeks.length - 1 ? t("thisWeek") : shortDay(week.from),
    value: week.meals,
    tone: index === weeks.length - 1 ? ("brand" as const) : ("muted" as const),
  }));
  return (
    <Card>
      <View className="meals__title">{t("weeks")}</View>
      <View className="meals__text">{t("weeksText")}</View>
      <BarChart bars={bars} unit={t("meals")} />
      <View className="meals__days" aria-label={t("lastDays")}>
        {pattern.slice(-shownDays).map((day) => (
          <View
            key={day.day}
            className="meals__day"
            aria-label={t("dayMeals", { day: shortDay(day.day), count: day.meals })}
          >
            <Text className={`meals__dot${day.meals > 0 ? " is-on" : ""}`}>
              {day.meals > 0 ? String(day.meals) : ""}
            </Text>
            <Text className="meals__name">{shortDay(day.day)}</Text>
          </View>
        ))}
      </View>
    </Card>
  );
}
