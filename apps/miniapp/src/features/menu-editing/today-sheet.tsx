import { Text, View } from "@tarojs/components";
import { useState } from "react";
import { useSay, useWords } from "@/features/i18n";
import { countFrom } from "@/features/staff/yuan-field";
import { Button, Sheet, Switch, TextField } from "@/ui";
import { editingWords } from "./editing-words";
import type { EditableDish } from "./menu-list";
import "./today-sheet.scss";

type Keep = (left: number, choice: string | null) => Promise<boolean>;

/** How many there really are: whoever counted types it, and orders count down from there. */
function LeftField({
  id,
  label,
  left,
  onKeep,
}: {
  id: string;
  label: string;
  left: number;
  onKeep: (left: number) => void;
}) {
  const t = useWords(editingWords);
  const [text, setText] = useState(String(left));
  const count = countFrom(text);
  return (
    <View className="stock-today__left">
      <TextField id={id} label={label} type="number" value={text} maxLength={4} onChange={setText} />
      <Button
        id={`${id}-keep`}
        kind="quiet"
        className="stock-today__keep"
        disabled={count === undefined || count === left}
        onTap={() => count !== undefined && onKeep(count)}
      >
        {t("keepLeft")}
      </Button>
    </View>
  );
}

type SheetProps = {
  dish: EditableDish;
  open: boolean;
  onClose: () => void;
  onKeep: Keep;
  onChoice: (choice: { key: string; name: string }, soldOut: boolean) => void;
  onEdit: () => void;
  onRemove: () => void;
};

/** Everything about a dish that is true for today only, and the ways to what is true for longer. */
export function TodaySheet({ dish, open, onClose, onKeep, onChoice, onEdit, onRemove }: SheetProps) {
  const t = useWords(editingWords);
  const say = useSay();
  return (
    <Sheet
      open={open}
      onClose={onClose}
      title={say({ zh: dish.name, en: dish.nameEn })}
      footer={
        <View className="stock-today__foot">
          <Button id="dish-remove" kind="plain" icon="trash" onTap={onRemove}>
            {t("remove")}
          </Button>
          <Button id="dish-edit" icon="edit" onTap={onEdit}>
            {t("edit")}
          </Button>
        </View>
      }
    >
      <LeftField
        key={`${dish.dishId} ${dish.left}`}
        id="dish-left"
        label={t("todayLeft")}
        left={dish.left}
        onKeep={(left) => void onKeep(left, null)}
      />
      {dish.options.map((group) => (
        <View key={group.key}>
          <View className="stock-today__group">{say({ zh: group.name, en: group.nameEn })}</View>
          {group.choices.map((choice) => {
            const name = say({ zh: choice.name, en: choice.nameEn });
            const key = `${group.key}:${choice.key}`;
            return (
              <View key={choice.key}>
                <View className="stock-today__choice">
                  <Text className="stock-today__name">{name}</Text>
                  <Text className={`stock-today__state${choice.soldOut ? " is-out" : ""}`}>
                    {choice.soldOut ? t("soldOut") : t("onSale")}
                  </Text>
                  <Switch
                    id={`choice-${group.key}-${choice.key}`}
                    on={!choice.soldOut}
                    label={t("saleSwitch", { name })}
                    onChange={(onSale) => onChoice({ key, name }, !onSale)}
                  />
                </View>
                {choice.left === null ? null : (
                  <LeftField
                    key={`${key} ${choice.left}`}
                    id={`choice-left-${group.key}-${choice.key}`}
                    label={t("choiceLeft", { name })}
                    left={choice.left}
                    onKeep={(left) => void onKeep(left, key)}
                  />
                )}
              </View>
            );
          })}
        </View>
      ))}
    </Sheet>
  );
}
