import { chinaDay } from "@sanqi/kernel";
import { View } from "@tarojs/components";
import { useState } from "react";
import { DaySheet } from "@/features/hours/day-sheet";
import { formOf, type HoursForm, hoursOf, newSpan, withSpan } from "@/features/hours/hours-form";
import { hoursWords } from "@/features/hours/hours-words";
import { SpanRow } from "@/features/hours/span-row";
import { SpecialDay } from "@/features/hours/special-day";
import { useSay, useWords } from "@/features/i18n";
import { ConflictSheet } from "@/features/menu-editing/conflict-sheet";
import type { EditableMenu } from "@/features/menu-editing/menu-list";
import { OwnShopGate } from "@/features/menu-editing/own-shop-gate";
import { SaveBar } from "@/features/menu-editing/save-bar";
import { useMenuChange } from "@/features/menu-editing/use-menu-change";
import { useReload } from "@/features/menu-editing/use-reload";
import { api } from "@/rpc";
import { Button, Card, Page, SectionTitle, toast } from "@/ui";
import "./index.scss";

function HoursEditor({ menu, onReload }: { menu: EditableMenu; onReload: () => void }) {
  const t = useWords(hoursWords);
  const say = useSay();
  const { shopId, version } = menu.shop;
  const [form, setForm] = useState<HoursForm>(() => formOf(menu.shop));
  const [asking, setAsking] = useState(false);
  const { busy, run, invalid, setInvalid, conflict, closeConflict } = useMenuChange(menu);
  const change = (next: Partial<HoursForm>) => {
    setInvalid(null);
    setForm({ ...form, ...next });
  };
  const save = async () => {
    if (await run(() => api.merchant.setHours.mutate({ shopId, version, ...hoursOf(form) })))
      toast(t("saved"));
  };
  return (
    <>
      <SectionTitle>{t("usual")}</SectionTitle>
      <View className="hours__text">{t("usualText")}</View>
      <Card>
        {form.spans.length === 0 ? <View className="hours__none">{t("noSpans")}</View> : null}
        {form.spans.map((span, at) => (
          <SpanRow
            key={span.row}
            id={`span-${at}`}
            span={span}
            weekly
            onChange={(next) => change({ spans: withSpan(form.spans, span.row, next) })}
            onRemove={() => change({ spans: withSpan(form.spans, span.row, null) })}
          />
        ))}
        <Button
          id="span-add"
          kind="quiet"
          size="l"
          icon="plus"
          className="hours__add"
          onTap={() => change({ spans: [...form.spans, newSpan(form.spans)] })}
        >
          {t("addSpan")}
        </Button>
      </Card>
      <SectionTitle>{t("special")}</SectionTitle>
      <View className="hours__text">{t("specialText")}</View>
      {form.days.map((day) => (
        <SpecialDay
          key={day.day}
          form={day}
          onChange={(next) => change({ days: form.days.map((other) => (other === day ? next : other)) })}
          onRemove={() => change({ days: form.days.filter((other) => other !== day) })}
        />
      ))}
      <View className="hours__day">
        <Button id="special-add" kind="quiet" size="l" icon="plus" onTap={() => setAsking(true)}>
          {t("addDay")}
        </Button>
      </View>
      <SaveBar
        label={t("save")}
        busy={busy}
        problem={invalid ? say(invalid.words) : ""}
        onSave={() => void save()}
      />
      <DaySheet
        open={asking}
        from={chinaDay(Date.now())}
        taken={form.days.map(({ day }) => day)}
        onClose={() => setAsking(false)}
        onPick={(day) => {
          setAsking(false);
          change({ days: [...form.days, { day, spans: [], reason: "", reasonEn: "" }] });
        }}
      />
      <ConflictSheet conflict={conflict} onClose={closeConflict} onReload={onReload} />
    </>
  );
}

function Hours({ menu }: { menu: EditableMenu }) {
  const { turn, reload } = useReload(menu.shop.shopId);
  return <HoursEditor key={`${menu.shop.shopId} ${turn}`} menu={menu} onReload={reload} />;
}

export default function MerchantHoursPage() {
  const t = useWords(hoursWords);
  return (
    <Page className="has-save-bar" title={t("title")}>
      <OwnShopGate>{(menu) => <Hours menu={menu} />}</OwnShopGate>
    </Page>
  );
}
