import { View } from "@tarojs/components";
import { useSay, useWords } from "@/features/i18n";
import { Button, Icon, Tappable, TextField } from "@/ui";
import type { EditableDish } from "../menu-editing/menu-list";
import { PickChips } from "../menu-editing/pick-chips";
import "./kind-fields.scss";
import { newStep, type OfferForm, usualPrice } from "./offer-form";
import { shopOfferWords } from "./offer-words";

export type OfferPart = {
  form: OfferForm;
  change: (next: Partial<OfferForm>) => void;
  errorAt: (field: string) => string;
};

/** 满 30 减 3, and more steps for larger orders. */
export function ThresholdFields({ form, change, errorAt }: OfferPart) {
  const t = useWords(shopOfferWords);
  return (
    <>
      {form.steps.map((step, at) => {
        const put = (next: Partial<typeof step>) =>
          change({
            steps: form.steps.map((other) => (other.row === step.row ? { ...other, ...next } : other)),
          });
        return (
          <View key={step.row} className="offer-step">
            <View className="offer-step__half">
              <TextField
                id={`step-${at}-from`}
                type="digit"
                label={t("stepFrom")}
                value={step.from}
                maxLength={7}
                error={errorAt(`steps.${at}`)}
                onChange={(from) => put({ from })}
              />
            </View>
            <View className="offer-step__half">
              <TextField
                id={`step-${at}-off`}
                type="digit"
                label={t("stepOff")}
                value={step.off}
                maxLength={7}
                onChange={(off) => put({ off })}
              />
            </View>
            {form.steps.length > 1 ? (
              <Tappable
                label={t("removeStep", { no: at + 1 })}
                className="offer-step__remove"
                onTap={() => change({ steps: form.steps.filter((other) => other.row !== step.row) })}
              >
                <Icon name="trash" size={20} />
              </Tappable>
            ) : null}
          </View>
        );
      })}
      {form.steps.length < 10 ? (
        <Button
          id="step-add"
          kind="quiet"
          size="l"
          icon="plus"
          onTap={() => change({ steps: [...form.steps, newStep()] })}
        >
          {t("addStep")}
        </Button>
      ) : null}
    </>
  );
}

export function PercentageFields({ form, change, errorAt }: OfferPart) {
  const t = useWords(shopOfferWords);
  return (
    <>
      <TextField
        id="offer-tenths"
        type="digit"
        label={t("tenths")}
        value={form.tenths}
        maxLength={4}
        error={errorAt("tenths")}
        onChange={(tenths) => change({ tenths })}
      />
      <TextField
        id="offer-from"
        type="digit"
        label={t("from")}
        value={form.from}
        maxLength={7}
        error={errorAt("from")}
        onChange={(from) => change({ from })}
      />
      <TextField
        id="offer-cap"
        type="digit"
        label={t("cap")}
        value={form.cap}
        maxLength={7}
        error={errorAt("cap")}
        onChange={(cap) => change({ cap })}
      />
    </>
  );
}

export function PerItemFields({
  form,
  change,
  errorAt,
  dishes,
}: OfferPart & { dishes: readonly EditableDish[] }) {
  const t = useWords(shopOfferWords);
  const say = useSay();
  const usual = usualPrice(dishes, form.dishIds);
  const wrong = errorAt("dishIds");
  return (
    <>
      <PickChips
        id="offer-dish"
        label={wrong || t("dishes")}
        chips={dishes.map((dish) => ({
          key: dish.dishId as string,
          label: say({ zh: dish.name, en: dish.nameEn }),
        }))}
        picked={form.dishIds as readonly string[]}
        onPick={(key, on) => {
          const picked = dishes.filter(({ dishId }) => (dishId === key ? on : form.dishIds.includes(dishId)));
          change({ dishIds: picked.map(({ dishId }) => dishId) });
        }}
      />
      <TextField
        id="offer-special"
        type="digit"
        label={t("special")}
        value={form.special}
        maxLength={7}
        error={errorAt("special")}
        {...(usual ? { hint: t("specialHint", { price: usual }) } : {})}
        onChange={(special) => change({ special })}
      />
      <TextField
        id="offer-portions"
        type="number"
        label={t("maxPortions")}
        value={form.maxPortions}
        maxLength={2}
        error={errorAt("maxPortions")}
        onChange={(maxPortions) => change({ maxPortions })}
      />
    </>
  );
}
