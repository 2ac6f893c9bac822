import { Text, View } from "@tarojs/components";
import { useWords } from "@/features/i18n";
import { Button, Icon, Sheet, Stepper, Tappable, TextField } from "@/ui";
import { type ChoiceForm, type GroupForm, newChoice, withChoices } from "./dish-form";
import { editingWords } from "./editing-words";
import "./group-sheet.scss";

type ErrorAt = (field: string) => string;

/** How many of the choices have to be picked, and how many may be. */
function Bounds({
  group,
  errorAt,
  onChange,
}: {
  group: GroupForm;
  errorAt: ErrorAt;
  onChange: (group: GroupForm) => void;
}) {
  const t = useWords(editingWords);
  const wrong = errorAt("min") || errorAt("max");
  return (
    <>
      <View className="group__bound">
        <Text className="group__words">{t("atLeast", { count: group.min })}</Text>
        <View className="group__steps">
          <Stepper
            id="group-min"
            value={group.min}
            max={group.max}
            label={t("atLeast", { count: "" })}
            onChange={(min) => onChange({ ...group, min })}
          />
        </View>
      </View>
      <View className="group__bound">
        <Text className="group__words">{t("atMost", { count: group.max })}</Text>
        <View className="group__steps">
          <Stepper
            id="group-max"
            value={group.max}
            min={Math.max(1, group.min)}
            max={Math.max(1, group.choices.length)}
            label={t("atMost", { count: "" })}
            onChange={(max) => onChange({ ...group, max })}
          />
        </View>
      </View>
      {wrong ? <Text className="group__wrong">{wrong}</Text> : null}
    </>
  );
}

function Choice({
  no,
  choice,
  errorAt,
  onChange,
  onRemove,
}: {
  no: number;
  choice: ChoiceForm;
  errorAt: ErrorAt;
  onChange: (choice: ChoiceForm) => void;
  onRemove: () => void;
}) {
  const t = useWords(editingWords);
  const id = `choice-${no - 1}`;
  return (
    <View className="group__choice">
      <View className="group__head">
        <Text className="group__title">{t("choice", { no })}</Text>
        <Tappable
          id={`${id}-remove`}
          label={t("removeChoice", { no })}
          className="group__remove"
          onTap={onRemove}
        >
          <Icon name="trash" size={20} />
        </Tappable>
      </View>
      <View className="group__pair">
        <View className="group__half">
          <TextField
            id={`${id}-name`}
            label={t("choiceName")}
            value={choice.name}
            maxLength={40}
            error={errorAt("name")}
            onChange={(name) => onChange({ ...choice, name })}
          />
        </View>
        <View className="group__half">
          <TextField
            id={`${id}-name-en`}
            label={t("groupNameEn")}
            value={choice.nameEn}
            maxLength={60}
            onChange={(nameEn) => onChange({ ...choice, nameEn })}
          />
        </View>
      </View>
      <View className="group__pair">
        <View className="group__half">
          <TextField
            id={`${id}-price`}
            label={t("choicePrice")}
            type="digit"
            value={choice.price}
            maxLength={8}
            error={errorAt("priceFen")}
            onChange={(price) => onChange({ ...choice, price })}
          />
        </View>
        <View className="group__half">
          <TextField
            id={`${id}-stock`}
            label={t("choiceStock")}
            type="number"
            value={choice.dailyStock}
            maxLength={4}
            error={errorAt("dailyStock")}
            onChange={(dailyStock) => onChange({ ...choice, dailyStock })}
          />
        </View>
      </View>
    </View>
  );
}

type GroupSheetProps = {
  group: GroupForm;
  open: boolean;
  errorAt: ErrorAt;
  onClose: () => void;
  onChange: (group: GroupForm) => void;
  onRemove: () => void;
};

/** One question of a dish with its choices. What is typed counts at once; the dish's own button saves it. */
export function GroupSheet({ group, open, errorAt, onClose, onChange, onRemove }: GroupSheetProps) {
  const t = useWords(editingWords);
  const { choices } = group;
  const put = (row: number, next: ChoiceForm | null) =>
    onChange(
      withChoices(
        group,
        choices.flatMap((other) => (other.row === row ? (next ? [next] : []) : [other])),
      ),
    );
  return (
    <Sheet
      open={open}
      onClose={onClose}
      title={group.name || t("groupTitle")}
      footer={
        <View className="group__foot">
          <Button id="group-remove" kind="plain" size="l" onTap={onRemove}>
            {t("removeGroup")}
          </Button>
          <Button id="group-done" size="l" onTap={onClose}>
            {t("groupDone")}
          </Button>
        </View>
      }
    >
      <TextField
        id="group-name"
        label={t("groupName")}
        value={group.name}
        maxLength={40}
        placeholder={t("groupHint")}
        error={errorAt("name")}
        onChange={(name) => onChange({ ...group, name })}
      />
      <TextField
        id="group-name-en"
        label={t("groupNameEn")}
        value={group.nameEn}
        maxLength={60}
        onChange={(nameEn) => onChange({ ...group, nameEn })}
      />
      <Bounds group={group} errorAt={errorAt} onChange={onChange} />
      {choices.map((choice, index) => (
        <Choice
          key={choice.row}
          no={index + 1}
          choice={choice}
          errorAt={(field) => errorAt(`choices.${index}.${field}`)}
          onChange={(next) => put(choice.row, next)}
          onRemove={() => put(choice.row, null)}
        />
      ))}
      {errorAt("choices") ? <Text className="group__wrong">{errorAt("choices")}</Text> : null}
      <Button
        id="choice-add"
        kind="quiet"
        size="l"
        icon="plus"
        className="group__add"
        onTap={() => onChange(withChoices(group, [...choices, newChoice()]))}
      >
        {t("addChoice")}
      </Button>
    </Sheet>
  );
}
