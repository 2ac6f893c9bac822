import { View } from "@tarojs/components";
import { useState } from "react";
import { useSay, useWords } from "@/features/i18n";
import { ConflictSheet } from "@/features/menu-editing/conflict-sheet";
import type { EditableMenu } from "@/features/menu-editing/menu-list";
import { OwnShopGate } from "@/features/menu-editing/own-shop-gate";
import { SaveBar } from "@/features/menu-editing/save-bar";
import { useMenuChange } from "@/features/menu-editing/use-menu-change";
import { useReload } from "@/features/menu-editing/use-reload";
import { changeOf, formOf, type SettingsForm, withHandover } from "@/features/shop-settings/settings-form";
import { shopDeskWords } from "@/features/shop-settings/shop-desk-words";
import { SwitchRow } from "@/features/shop-settings/switch-row";
import { api } from "@/rpc";
import { Card, Page, SectionTitle, TextArea, TextField, toast } from "@/ui";
import "./index.scss";

type Part = {
  form: SettingsForm;
  change: (next: Partial<SettingsForm>) => void;
  errorAt: (field: string) => string;
};

function Told({ form, change }: Part) {
  const t = useWords(shopDeskWords);
  return (
    <Card>
      <TextArea
        id="notice"
        label={t("notice")}
        value={form.notice}
        onChange={(notice) => change({ notice })}
      />
      <TextArea
        label={t("noticeEn")}
        value={form.noticeEn}
        maxLength={300}
        onChange={(noticeEn) => change({ noticeEn })}
      />
      <TextField
        id="promotion"
        label={t("promotion")}
        value={form.promotion}
        onChange={(promotion) => change({ promotion })}
      />
      <TextField
        label={t("promotionEn")}
        value={form.promotionEn}
        maxLength={100}
        onChange={(promotionEn) => change({ promotionEn })}
      />
    </Card>
  );
}

function Amounts({ form, change, errorAt }: Part) {
  const t = useWords(shopDeskWords);
  return (
    <Card>
      <TextField
        id="min-order"
        type="digit"
        label={t("minOrder")}
        value={form.minOrder}
        maxLength={7}
        error={errorAt("minOrderFen")}
        onChange={(minOrder) => change({ minOrder })}
      />
      <TextField
        id="packing"
        type="digit"
        label={t("packing")}
        value={form.packing}
        maxLength={6}
        error={errorAt("packingFen")}
        onChange={(packing) => change({ packing })}
      />
      <TextField
        id="prep"
        type="number"
        label={t("prep")}
        value={form.prepMinutes}
        maxLength={3}
        hint={t("prepHint")}
        error={errorAt("prepMinutes")}
        onChange={(prepMinutes) => change({ prepMinutes })}
      />
    </Card>
  );
}

function Handovers({ form, change, errorAt }: Part) {
  const t = useWords(shopDeskWords);
  const wrong = errorAt("handovers");
  return (
    <Card>
      {(["delivery", "pickup", "table"] as const).map((one) => (
        <SwitchRow
          key={one}
          id={`handover-${one}`}
          title={t(one)}
          text={t(`${one}Text`)}
          on={form.handovers.includes(one)}
          onChange={(on) => change({ handovers: withHandover(form.handovers, one, on) })}
        />
      ))}
      {wrong ? <View className="settings__wrong">{wrong}</View> : null}
    </Card>
  );
}

const slotFields = [
  ["lengthMinutes", "slotLength"],
  ["capacity", "slotCapacity"],
  ["leadMinutes", "slotLead"],
  ["daysAhead", "slotDays"],
] as const;

function Ahead({ form, change, errorAt }: Part) {
  const t = useWords(shopDeskWords);
  return (
    <Card>
      <SwitchRow
        id="ahead"
        title={t("ahead")}
        text={t("aheadText")}
        on={form.ahead}
        onChange={(ahead) => change({ ahead })}
      />
      {form.ahead
        ? slotFields.map(([field, words]) => (
            <TextField
              key={field}
              id={`slot-${field}`}
              type="number"
              label={t(words)}
              value={form[field]}
              maxLength={4}
              error={errorAt(`slots.${field}`)}
              onChange={(text) => change({ [field]: text })}
            />
          ))
        : null}
    </Card>
  );
}

function SettingsEditor({ menu, onReload }: { menu: EditableMenu; onReload: () => void }) {
  const t = useWords(shopDeskWords);
  const say = useSay();
  const { shop } = menu;
  const [form, setForm] = useState(() => formOf(shop));
  const { busy, run, invalid, setInvalid, conflict, closeConflict } = useMenuChange(menu);
  const part: Part = {
    form,
    change: (next) => {
      setInvalid(null);
      setForm((now) => ({ ...now, ...next }));
    },
    errorAt: (field) => (invalid?.field === field ? say(invalid.words) : ""),
  };
  const save = async () => {
    const change = changeOf(form, shop);
    if (!change.ok) return setInvalid(change.error);
    const { shopId, version } = shop;
    if (await run(() => api.merchant.editShop.mutate({ shopId, version, change: change.value })))
      toast(t("saved"));
  };
  return (
    <>
      <Amounts {...part} />
      <SectionTitle>{t("handovers")}</SectionTitle>
      <Handovers {...part} />
      <Ahead {...part} />
      <Told {...part} />
      <SaveBar
        label={t("save")}
        busy={busy}
        problem={invalid ? say(invalid.words) : ""}
        onSave={() => void save()}
      />
      <ConflictSheet conflict={conflict} onClose={closeConflict} onReload={onReload} />
    </>
  );
}

function Settings({ menu }: { menu: EditableMenu }) {
  const { turn, reload } = useReload(menu.shop.shopId);
  return <SettingsEditor key={`${menu.shop.shopId} ${turn}`} menu={menu} onReload={reload} />;
}

export default function MerchantSettingsPage() {
  const t = useWords(shopDeskWords);
  return (
    <Page className="has-save-bar" title={t("settingsTitle")}>
      <OwnShopGate>{(menu) => <Settings menu={menu} />}</OwnShopGate>
    </Page>
  );
}
