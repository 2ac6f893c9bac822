import { chinaDay, day as dayMs, type ShopId } from "@sanqi/kernel";
import { View } from "@tarojs/components";
import { useState } from "react";
import { useSay, useWords } from "@/features/i18n";
import { useAction } from "@/features/loading";
import { api } from "@/rpc";
import { Button, Sheet, Tabs, TextField, toast } from "@/ui";
import { midnightOf } from "../hours/calendar";
import { DaySheet } from "../hours/day-sheet";
import { hoursWords, weekdayKeys } from "../hours/hours-words";
import type { EditableMenu } from "../menu-editing/menu-list";
import { PickChips } from "../menu-editing/pick-chips";
import type { Invalid } from "../menu-editing/use-menu-change";
import { type OfferPart, PercentageFields, PerItemFields, ThresholdFields } from "./kind-fields";
import { draftOf, emptyOffer, type OfferForm, previewOf } from "./offer-form";
import "./offer-sheet.scss";
import { shopOfferWords } from "./offer-words";

const kinds = ["threshold", "percentage", "perItem"] as const;

/** On which days, and until when. */
function Times({ form, change, onAskDay }: Pick<OfferPart, "form" | "change"> & { onAskDay: () => void }) {
  const t = useWords(shopOfferWords);
  const days = useWords(hoursWords);
  return (
    <>
      <PickChips
        id="offer-on"
        label={t("weekdays")}
        chips={weekdayKeys.map((key) => ({ key, label: days(key) }))}
        picked={weekdayKeys.filter((_, at) => form.weekdays.includes(at + 1))}
        onPick={(key, on) => {
          const weekday = weekdayKeys.indexOf(key) + 1;
          const others = form.weekdays.filter((other) => other !== weekday);
          change({ weekdays: on ? [...others, weekday].sort() : others });
        }}
      />
      <View className="offer-end">
        <View className="offer-end__words">{`${t("lastDay")} · ${form.lastDay ?? t("noEnd")}`}</View>
        <Button
          id="offer-end-set"
          kind="quiet"
          className="offer-end__deed"
          onTap={() => (form.lastDay ? change({ lastDay: null }) : onAskDay())}
        >
          {t(form.lastDay ? "dropEnd" : "setEnd")}
        </Button>
      </View>
    </>
  );
}

/** A new offer of the shop, said in plain words while it is written. */
export function OfferSheet({
  menu,
  open,
  onClose,
  onSaved,
}: {
  menu: EditableMenu;
  open: boolean;
  onClose: () => void;
  onSaved: () => void;
}) {
  const t = useWords(shopOfferWords);
  const say = useSay();
  const [form, setForm] = useState<OfferForm>(emptyOffer);
  const [invalid, setInvalid] = useState<Invalid | null>(null);
  const [asking, setAsking] = useState(false);
  const { busy, run } = useAction(api.merchant.saveOffer.mutate);
  const part: OfferPart = {
    form,
    change: (next) => {
      setInvalid(null);
      setForm((now) => ({ ...now, ...next }));
    },
    errorAt: (field) => (invalid?.field === field ? say(invalid.words) : ""),
  };
  const save = async () => {
    const draft = draftOf(form, menu.shop.shopId as ShopId, (day) => midnightOf(day) + dayMs);
    if (!draft.ok) return setInvalid(draft.error);
    if (!(await run(draft.value))) return;
    toast(t("saved"));
    onSaved();
  };
  const preview = previewOf(form);
  return (
    <>
      <Sheet
        open={open}
        onClose={onClose}
        title={t("add")}
        footer={
          <>
            <View id="offer-preview" className={`offer-preview${preview ? "" : " is-none"}`}>
              {preview ? `${t("preview")}：${say(preview)}` : t("previewNone")}
            </View>
            <Button id="offer-save" size="l" loading={busy} onTap={() => void save()}>
              {t("save")}
            </Button>
          </>
        }
      >
        <View className="offer-kinds">
          <Tabs
            kind="segment"
            items={kinds.map((key) => ({ key, label: t(key) }))}
            value={form.kind}
            onChange={(kind) => part.change({ kind })}
          />
        </View>
        {form.kind === "threshold" ? <ThresholdFields {...part} /> : null}
        {form.kind === "percentage" ? <PercentageFields {...part} /> : null}
        {form.kind === "perItem" ? <PerItemFields {...part} dishes={menu.dishes} /> : null}
        <Times form={form} change={part.change} onAskDay={() => setAsking(true)} />
        <TextField
          id="offer-name"
          label={t("name")}
          value={form.name}
          maxLength={30}
          onChange={(name) => part.change({ name })}
        />
        <TextField
          label={t("nameEn")}
          value={form.nameEn}
          maxLength={30}
          onChange={(nameEn) => part.change({ nameEn })}
        />
      </Sheet>
      {/* beside the sheet, not in it: what is fixed inside of something that moves is fixed to that */}
      <DaySheet
        open={asking}
        from={chinaDay(Date.now())}
        taken={[]}
        onClose={() => setAsking(false)}
        onPick={(lastDay) => {
          setAsking(false);
          part.change({ lastDay });
        }}
      />
    </>
  );
}
