import { allergens, dishLabels } from "@sanqi/catalog";
import { useSay, useWords } from "@/features/i18n";
import { allergenWords, labelWords } from "@/features/shops/dish-labels";
import { Card, TextArea, TextField } from "@/ui";
import type { DishForm } from "./dish-form";
import { editingWords } from "./editing-words";
import type { EditableMenu } from "./menu-list";
import { PickChips } from "./pick-chips";

export type FormPart = {
  form: DishForm;
  onChange: (change: Partial<DishForm>) => void;
  /** What is wrong at a field; empty where nothing is. */
  errorAt: (field: string) => string;
};

const flipped = <T extends string>(picked: readonly T[], key: T, on: boolean): readonly T[] =>
  on ? [...picked, key] : picked.filter((other) => other !== key);
const heats = ["spicy1", "spicy2", "spicy3"];

/** A dish has one heat: choosing another replaces it. */
const withLabel = (picked: DishForm["labels"], key: DishForm["labels"][number], on: boolean) =>
  flipped(on && heats.includes(key) ? picked.filter((label) => !heats.includes(label)) : picked, key, on);

/** What a dish is: names, price, category and how many a day. */
export function DishFacts({
  form,
  onChange,
  errorAt,
  categories,
}: FormPart & { categories: EditableMenu["categories"] }) {
  const t = useWords(editingWords);
  return (
    <Card>
      <TextField
        id="dish-name"
        label={t("name")}
        value={form.name}
        maxLength={40}
        error={errorAt("name")}
        onChange={(name) => onChange({ name })}
      />
      <TextField
        id="dish-name-en"
        label={t("nameEn")}
        value={form.nameEn}
        maxLength={80}
        onChange={(nameEn) => onChange({ nameEn })}
      />
      <TextField
        id="dish-price"
        label={t("price")}
        type="digit"
        value={form.price}
        maxLength={8}
        error={errorAt("priceFen")}
        onChange={(price) => onChange({ price })}
      />
      <TextField
        id="dish-stock"
        label={t("dailyStock")}
        type="number"
        value={form.dailyStock}
        maxLength={4}
        error={errorAt("dailyStock")}
        onChange={(dailyStock) => onChange({ dailyStock })}
      />
      <TextField
        id="dish-category"
        label={t("category")}
        value={form.category}
        maxLength={20}
        error={errorAt("category")}
        onChange={(category) => onChange({ category, categoryEn: "" })}
      />
      <PickChips
        id="category"
        one
        label={t("categoryHint")}
        chips={categories.map(({ name }) => ({ key: name, label: name }))}
        picked={[form.category]}
        onPick={(name) => {
          const known = categories.find((category) => category.name === name);
          onChange({ category: name, categoryEn: known?.nameEn ?? "" });
        }}
      />
    </Card>
  );
}

/** What students want to know before they eat it. */
export function DishDetails({ form, onChange }: Pick<FormPart, "form" | "onChange">) {
  const t = useWords(editingWords);
  const say = useSay();
  return (
    <Card>
      <TextArea
        id="dish-description"
        label={t("description")}
        value={form.description}
        maxLength={200}
        onChange={(description) => onChange({ description })}
      />
      <TextArea
        id="dish-description-en"
        label={t("descriptionEn")}
        value={form.descriptionEn}
        maxLength={300}
        onChange={(descriptionEn) => onChange({ descriptionEn })}
      />
      <PickChips
        id="label"
        label={t("labels")}
        chips={dishLabels.map((key) => ({ key, label: say(labelWords[key]) }))}
        picked={form.labels}
        onPick={(key, on) => onChange({ labels: withLabel(form.labels, key, on) })}
      />
      <PickChips
        id="allergen"
        label={t("allergens")}
        chips={allergens.map((key) => ({ key, label: say(allergenWords[key]) }))}
        picked={form.allergens}
        onPick={(key, on) => onChange({ allergens: flipped(form.allergens, key, on) })}
      />
    </Card>
  );
}
