import { View } from "@tarojs/components";
import { useState } from "react";
import { useWords } from "@/features/i18n";
import { Icon, Tappable } from "@/ui";
import { PickChips } from "../menu-editing/pick-chips";
import { pastMidnight, type SpanForm, type Weekday } from "./hours-form";
import { hoursWords, weekdayKeys } from "./hours-words";
import "./span-row.scss";
import { TimeSheet } from "./time-sheet";

type SpanRowProps = {
  id: string;
  span: SpanForm;
  /** Weekdays are asked for usual hours only: a special day is one day. */
  weekly?: boolean;
  onChange: (span: SpanForm) => void;
  onRemove: () => void;
};

/** From when to when, each behind a large button. */
export function SpanRow({ id, span, weekly, onChange, onRemove }: SpanRowProps) {
  const t = useWords(hoursWords);
  const [asking, setAsking] = useState<{ end: "open" | "close"; open: boolean } | null>(null);
  const close = pastMidnight(span) ? t("nextDay", { time: span.close }) : span.close;
  const hide = () => setAsking((now) => now && { ...now, open: false });
  const end = asking?.end ?? "open";
  return (
    <View className="span">
      <View className="span__row">
        <Tappable
          id={`${id}-open`}
          className="span__time"
          onTap={() => setAsking({ end: "open", open: true })}
        >
          {t("opens", { time: span.open })}
        </Tappable>
        <Tappable
          id={`${id}-close`}
          className="span__time"
          onTap={() => setAsking({ end: "close", open: true })}
        >
          {t("closes", { time: close })}
        </Tappable>
        <Tappable id={`${id}-remove`} label={t("removeSpan")} className="span__remove" onTap={onRemove}>
          <Icon name="trash" size={20} />
        </Tappable>
      </View>
      {weekly ? (
        <PickChips
          id={`${id}-on`}
          label={t("weekdays")}
          chips={weekdayKeys.map((key) => ({ key, label: t(key) }))}
          picked={weekdayKeys.filter((_, at) => span.weekdays.includes((at + 1) as Weekday))}
          onPick={(key, on) => {
            const weekday = (weekdayKeys.indexOf(key) + 1) as Weekday;
            const others = span.weekdays.filter((other) => other !== weekday);
            onChange({ ...span, weekdays: on ? [...others, weekday] : others });
          }}
        />
      ) : null}
      {asking ? (
        <TimeSheet
          key={`${end} ${span[end]}`}
          open={asking.open}
          title={t(end === "open" ? "opensAt" : "closesAt")}
          value={span[end]}
          midnight={end === "close"}
          onClose={hide}
          onPick={(time) => {
            hide();
            onChange({ ...span, [end]: time });
          }}
        />
      ) : null}
    </View>
  );
}
