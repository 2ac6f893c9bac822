import { Text, View } from "@tarojs/components";
import { useState } from "react";
import { useSay, useWords } from "@/features/i18n";
import { Sheet, Tabs, Tappable, timeRange } from "@/ui";
import { checkoutWords } from "./checkout-words";
import { type Slot, slotDays } from "./slot-choice";
import "./slot-sheet.scss";

type SlotSheetProps = {
  open: boolean;
  slots: readonly Slot[];
  chosen: number | null;
  /** The range if ordered now; null where the shop is closed. */
  now: string | null;
  onClose: () => void;
  onChoose: (slotFrom: number | null) => void;
};
/** Few enough to be worth saying. */
const few = 3;

/** Times by day; full ones stay in their place, so that nobody looks for them. */
export function SlotSheet({ open, slots, chosen, now, onClose, onChoose }: SlotSheetProps) {
  const t = useWords(checkoutWords);
  const say = useSay();
  const days = slotDays(slots, Date.now());
  const [picked, setPicked] = useState<string | null>(null);
  const chosenDay = days.find(({ slots: own }) => own.some(({ from }) => from === chosen));
  const day = days.find((one) => one.day === picked) ?? chosenDay ?? days[0];
  return (
    <Sheet open={open} onClose={onClose} title={t("chooseTime")} flush>
      {days.length > 1 ? (
        <Tabs
          kind="segment"
          items={days.map(({ day: key, words }) => ({ key, label: say(words) }))}
          value={day?.day ?? ""}
          onChange={setPicked}
        />
      ) : null}
      <View className="slots">
        {now && day === days[0] ? (
          <Tappable
            id="slot-now"
            role="radio"
            selected={chosen === null}
            className="slot is-wide"
            onTap={() => onChoose(null)}
          >
            <Text className="slot__range">{t("asSoon")}</Text>
            <Text className="slot__left">{t("asSoonText", { range: now })}</Text>
          </Tappable>
        ) : null}
        {days.length === 1 && day ? <Text className="slots__day">{say(day.words)}</Text> : null}
        {day?.slots.map(({ from, to, left }) => (
          <Tappable
            key={from}
            id={`slot-${from}`}
            role="radio"
            selected={from === chosen}
            disabled={left === 0}
            label={`${timeRange(from, to)} ${left === 0 ? t("full") : ""}`}
            className="slot"
            onTap={() => onChoose(from)}
          >
            <Text className="slot__range">{timeRange(from, to)}</Text>
            {left === 0 ? (
              <Text className="slot__left">{t("full")}</Text>
            ) : left <= few ? (
              <Text className="slot__left">{t("left", { count: left })}</Text>
            ) : null}
          </Tappable>
        ))}
      </View>
    </Sheet>
  );
}
