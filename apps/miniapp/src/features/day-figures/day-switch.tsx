import { Text, View } from "@tarojs/components";
import { useWords } from "@/features/i18n";
import { Icon, Tappable } from "@/ui";
import { dayAfter, partsOf } from "../hours/calendar";
import "./day-switch.scss";
import { dayWords } from "./day-words";

/** One day back, one day on; there is nothing to see after today. */
export function DaySwitch({
  day,
  today,
  onChange,
}: {
  day: string;
  today: string;
  onChange: (day: string) => void;
}) {
  const t = useWords(dayWords);
  const { month, date } = partsOf(day);
  const near = day === today ? t("today") : day === dayAfter(today, -1) ? t("yesterday") : "";
  return (
    <View className="day-switch">
      <Tappable
        id="day-earlier"
        label={t("earlier")}
        className="day-switch__turn"
        onTap={() => onChange(dayAfter(day, -1))}
      >
        <Icon name="chevron-left" size={24} />
      </Tappable>
      <Text id="day-shown" className="day-switch__day">
        {`${near} ${t("date", { month, day: date })}`.trim()}
      </Text>
      <Tappable
        id="day-later"
        label={t("later")}
        disabled={day >= today}
        className="day-switch__turn"
        onTap={() => onChange(dayAfter(day, 1))}
      >
        <Icon name="chevron-right" size={24} />
      </Tappable>
    </View>
  );
}
