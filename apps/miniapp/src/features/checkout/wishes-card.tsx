import { Text, View } from "@tarojs/components";
import { useSay, useWords } from "@/features/i18n";
import { Card, Stepper, Tappable, TextArea, TextField } from "@/ui";
import { checkoutWords, notePresets } from "./checkout-words";
import { isPhone, longestNote, noteOf, type Wishes } from "./order-intent";
import "./wishes-card.scss";

type WishesCardProps = {
  wishes: Wishes;
  /** Somebody brings it, and may have to call. */
  carried: boolean;
  onChange: (wishes: Wishes) => void;
};

/** Note for the kitchen, cutlery, and a phone number only for those who want to give one. */
export function WishesCard({ wishes, carried, onChange }: WishesCardProps) {
  const t = useWords(checkoutWords);
  const say = useSay();
  const long = noteOf(wishes).length > longestNote;
  const badPhone = wishes.phone !== "" && !isPhone(wishes.phone);
  const toggle = (zh: string) =>
    onChange({
      ...wishes,
      presets: wishes.presets.includes(zh)
        ? wishes.presets.filter((other) => other !== zh)
        : [...wishes.presets, zh],
    });
  return (
    <Card>
      <View className="wish-presets">
        {notePresets.map((preset) => (
          <Tappable
            key={preset.key}
            id={`note-${preset.key}`}
            role="checkbox"
            selected={wishes.presets.includes(preset.zh)}
            className="wish-preset"
            onTap={() => toggle(preset.zh)}
          >
            <Text className="wish-preset__face">{say(preset)}</Text>
          </Tappable>
        ))}
      </View>
      <TextArea
        id="note"
        label={t("note")}
        value={wishes.text}
        maxLength={longestNote}
        placeholder={t("notePlaceholder")}
        {...(long ? { error: t("noteTooLong") } : {})}
        onChange={(text) => onChange({ ...wishes, text })}
      />
      <View className="wish-cutlery">
        <View className="wish-cutlery__main">
          <Text className="wish-cutlery__name">{t("cutlery")}</Text>
          <Text className="wish-cutlery__text">
            {wishes.cutlery === 0 ? t("cutleryNone") : t("cutleryCount", { count: wishes.cutlery })}
          </Text>
        </View>
        <Stepper
          id="cutlery"
          value={wishes.cutlery}
          max={10}
          label={t("cutlery")}
          onChange={(cutlery) => onChange({ ...wishes, cutlery })}
        />
      </View>
      {carried ? (
        <TextField
          id="contact-phone"
          type="number"
          label={t("phone")}
          value={wishes.phone}
          maxLength={11}
          placeholder={t("phonePlaceholder")}
          hint={t("phoneWhy")}
          {...(badPhone ? { error: t("phoneBad") } : {})}
          onChange={(phone) => onChange({ ...wishes, phone: phone.trim() })}
        />
      ) : null}
    </Card>
  );
}
