import { Text, View } from "@tarojs/components";
import { useWords } from "@/features/i18n";
import { Button, Card, Icon, Switch, Tappable, TextField } from "@/ui";
import { partsOf } from "./calendar";
import { type DayForm, newSpan, withSpan } from "./hours-form";
import { hoursWords, weekdayKeys } from "./hours-words";
import { SpanRow } from "./span-row";
import "./special-day.scss";

/** One day with other hours, or none at all. */
export function SpecialDay({
  form,
  onChange,
  onRemove,
}: {
  form: DayForm;
  onChange: (form: DayForm) => void;
  onRemove: () => void;
}) {
  const t = useWords(hoursWords);
  const { month, date, weekday } = partsOf(form.day);
  const day = t("day", { month, day: date, weekday: t(weekdayKeys[weekday - 1] ?? "mon") });
  return (
    <Card id={`special-${form.day}`}>
      <View className="special__head">
        <Text className="special__day">{day}</Text>
        <Tappable label={t("removeDay", { day })} className="special__remove" onTap={onRemove}>
          <Icon name="trash" size={20} />
        </Tappable>
      </View>
      <View className="special__row">
        <Text className="special__words">{t("closed")}</Text>
        <Switch
          id={`closed-${form.day}`}
          on={form.spans.length === 0}
          label={t("closed")}
          onChange={(closed) => onChange({ ...form, spans: closed ? [] : [newSpan([])] })}
        />
      </View>
      {form.spans.map((span, at) => (
        <SpanRow
          key={span.row}
          id={`special-${form.day}-${at}`}
          span={span}
          onChange={(next) => onChange({ ...form, spans: withSpan(form.spans, span.row, next) })}
          onRemove={() => onChange({ ...form, spans: withSpan(form.spans, span.row, null) })}
        />
      ))}
      {form.spans.length > 0 ? (
        <Button
          kind="quiet"
          size="l"
          icon="plus"
          onTap={() => onChange({ ...form, spans: [...form.spans, newSpan(form.spans)] })}
        >
          {t("addSpan")}
        </Button>
      ) : null}
      <TextField
        id={`reason-${form.day}`}
        label={t("reason")}
        value={form.reason}
        maxLength={60}
        onChange={(reason) => onChange({ ...form, reason })}
      />
      <TextField
        label={t("reasonEn")}
        value={form.reasonEn}
        maxLength={100}
        onChange={(reasonEn) => onChange({ ...form, reasonEn })}
      />
    </Card>
  );
}
