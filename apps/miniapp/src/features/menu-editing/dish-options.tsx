import { useState } from "react";
import { useWords } from "@/features/i18n";
import { Button, Card, ListRow, SectionTitle } from "@/ui";
import type { FormPart } from "./dish-facts";
import { type GroupForm, newGroup } from "./dish-form";
import { editingWords } from "./editing-words";
import { GroupSheet } from "./group-sheet";

function useRuleWords() {
  const t = useWords(editingWords);
  return ({ min, max }: GroupForm): string => {
    if (min === 1 && max === 1) return t("one");
    return min === 0 ? t("upTo", { max }) : t("between", { min, max });
  };
}

/** The questions that a dish asks, one row each; a tap opens all of one. */
export function DishOptions({ form, onChange, errorAt }: FormPart) {
  const t = useWords(editingWords);
  const ruleOf = useRuleWords();
  const [shown, setShown] = useState<{ row: number; open: boolean } | null>(null);
  const at = form.options.findIndex((group) => group.row === shown?.row);
  const group = form.options[at];
  const put = (row: number, next: GroupForm | null) =>
    onChange({
      options: form.options.flatMap((other) => (other.row === row ? (next ? [next] : []) : [other])),
    });
  const add = () => {
    const fresh = newGroup();
    onChange({ options: [...form.options, fresh] });
    setShown({ row: fresh.row, open: true });
  };
  return (
    <>
      <SectionTitle>{t("options")}</SectionTitle>
      <Card flush>
        {form.options.map((one, index) => (
          <ListRow
            key={one.row}
            id={`group-${index}`}
            label={`${t("groupTitle")} ${one.name}`}
            title={one.name || t("groupTitle")}
            text={
              errorAt(`options.${index}`) ||
              `${ruleOf(one)} · ${one.choices
                .map((choice) => choice.name)
                .filter(Boolean)
                .join("、")}`
            }
            onTap={() => setShown({ row: one.row, open: true })}
          />
        ))}
        <ListRow
          title={
            <Button id="group-add" kind="quiet" size="l" icon="plus" onTap={add}>
              {t("addGroup")}
            </Button>
          }
          text={form.options.length === 0 ? t("optionsText") : null}
        />
      </Card>
      {group && shown ? (
        <GroupSheet
          key={group.row}
          group={group}
          open={shown.open}
          errorAt={(field) => errorAt(`options.${at}.${field}`)}
          onClose={() => setShown({ ...shown, open: false })}
          onChange={(next) => put(group.row, next)}
          onRemove={() => put(group.row, null)}
        />
      ) : null}
    </>
  );
}
