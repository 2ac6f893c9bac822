import { View } from "@tarojs/components";
import { useState } from "react";
import { useWords } from "@/features/i18n";
import { Button, Sheet, Tappable } from "@/ui";
import { hoursWords } from "./hours-words";
import "./time-sheet.scss";

const two = (n: number) => String(n).padStart(2, "0");
const fives = Array.from({ length: 12 }, (_, index) => two(index * 5));

function Grid({
  label,
  id,
  values,
  value,
  onPick,
}: {
  label: string;
  id: string;
  values: readonly string[];
  value: string;
  onPick: (value: string) => void;
}) {
  return (
    <>
      <View className="clock__label">{label}</View>
      <View className="clock__grid">
        {values.map((one) => (
          <View key={one} className="clock__slot">
            <Tappable
              id={`${id}-${one}`}
              role="radio"
              selected={one === value}
              label={`${one} ${label}`}
              className="clock__cell"
              onTap={() => onPick(one)}
            >
              {one}
            </Tappable>
          </View>
        ))}
      </View>
    </>
  );
}

/**
 * A time of the day by two taps on large fields; the hosts' wheels need dry fingers.
 * @param midnight whether "24:00" can be chosen, for an end
 */
export function TimeSheet({
  open,
  title,
  value,
  midnight,
  onClose,
  onPick,
}: {
  open: boolean;
  title: string;
  value: string;
  midnight?: boolean;
  onClose: () => void;
  onPick: (time: string) => void;
}) {
  const t = useWords(hoursWords);
  const [hour, setHour] = useState(value.slice(0, 2));
  const [minutes, setMinutes] = useState(value.slice(3, 5));
  // the day has no minute after 24:00
  const time = hour === "24" ? "24:00" : `${hour}:${minutes}`;
  const hours = Array.from({ length: midnight ? 25 : 24 }, (_, index) => two(index));
  return (
    <Sheet
      open={open}
      onClose={onClose}
      title={title}
      footer={
        <Button id="time-take" size="l" onTap={() => onPick(time)}>
          {t("choose", { time })}
        </Button>
      }
    >
      <Grid id="hour" label={t("hour")} values={hours} value={hour} onPick={setHour} />
      <Grid
        id="minute"
        label={t("minutes")}
        values={fives.includes(minutes) ? fives : [...fives, minutes].sort()}
        value={minutes}
        onPick={setMinutes}
      />
    </Sheet>
  );
}
