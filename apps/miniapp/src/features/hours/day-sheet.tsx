import { Text, View } from "@tarojs/components";
import { useState } from "react";
import { useWords } from "@/features/i18n";
import { Icon, Sheet, Tappable } from "@/ui";
import { monthAfter, weeksOf } from "./calendar";
import "./day-sheet.scss";
import { hoursWords, weekdayKeys } from "./hours-words";

/** One day of a calendar; days before `from`, and those taken already, cannot be chosen. */
export function DaySheet({
  open,
  from,
  taken,
  onClose,
  onPick,
}: {
  open: boolean;
  from: string;
  taken: readonly string[];
  onClose: () => void;
  onPick: (day: string) => void;
}) {
  const t = useWords(hoursWords);
  const first = from.slice(0, 7);
  const [month, setMonth] = useState(first);
  const [year = "", no = ""] = month.split("-");
  return (
    <Sheet open={open} onClose={onClose} title={t("pickDay")}>
      <View className="days__head">
        <Tappable
          id="month-earlier"
          label={t("earlier")}
          disabled={month <= first}
          className="days__turn"
          onTap={() => setMonth(monthAfter(month, -1))}
        >
          <Icon name="chevron-left" size={24} />
        </Tappable>
        <Text className="days__month">{t("month", { year, month: Number(no) })}</Text>
        <Tappable
          id="month-later"
          label={t("later")}
          className="days__turn"
          onTap={() => setMonth(monthAfter(month, 1))}
        >
          <Icon name="chevron-right" size={24} />
        </Tappable>
      </View>
      <View className="days__week">
        {weekdayKeys.map((key) => (
          <Text key={key} className="days__name">
            {t(key)}
          </Text>
        ))}
      </View>
      {weeksOf(month).map((week, at) => (
        <View key={`${month} ${week.find(Boolean) ?? at}`} className="days__week">
          {week.map((day, weekday) => (
            <View key={weekdayKeys[weekday]} className="days__slot">
              {day ? (
                <Tappable
                  id={`day-${day}`}
                  label={day}
                  disabled={day < from || taken.includes(day)}
                  className="days__day"
                  onTap={() => onPick(day)}
                >
                  {String(Number(day.slice(8)))}
                </Tappable>
              ) : null}
            </View>
          ))}
        </View>
      ))}
    </Sheet>
  );
}
