import Taro, { useRouter } from "@tarojs/taro";
import { useState } from "react";
import { useSay, useWords } from "@/features/i18n";
import { ConflictSheet } from "@/features/menu-editing/conflict-sheet";
import { DishDetails, DishFacts } from "@/features/menu-editing/dish-facts";
import {
  type DishDraft,
  type DishForm,
  emptyDish,
  formOf,
  readDish,
} from "@/features/menu-editing/dish-form";
import { DishOptions } from "@/features/menu-editing/dish-options";
import { DishPicture } from "@/features/menu-editing/dish-picture";
import { editingWords } from "@/features/menu-editing/editing-words";
import type { EditableDish, EditableMenu } from "@/features/menu-editing/menu-list";
import { OwnShopGate } from "@/features/menu-editing/own-shop-gate";
import { SaveBar } from "@/features/menu-editing/save-bar";
import { useMenuChange } from "@/features/menu-editing/use-menu-change";
import { useReload } from "@/features/menu-editing/use-reload";
import { api } from "@/rpc";
import { EmptyState, Page, toast } from "@/ui";

function backToMenu(): void {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack();
  else void Taro.redirectTo({ url: "/pages/merchant/menu/index" });
}

function DishEditor({
  menu,
  dish,
  onReload,
}: {
  menu: EditableMenu;
  dish: EditableDish | null;
  onReload: () => void;
}) {
  const t = useWords(editingWords);
  const say = useSay();
  const [form, setForm] = useState<DishForm>(() => (dish ? formOf(dish) : emptyDish(menu.categories[0])));
  const { busy, run, invalid, setInvalid, conflict, closeConflict } = useMenuChange(
    menu,
    dish?.dishId ?? null,
  );
  const { shopId } = menu.shop;
  const onChange = (change: Partial<DishForm>) => {
    setInvalid(null);
    setForm((now) => ({ ...now, ...change }));
  };
  // a group's row speaks for everything inside of it
  const errorAt = (field: string) =>
    invalid &&
    (invalid.field === field || (/^options\.\d+$/.test(field) && invalid.field.startsWith(`${field}.`)))
      ? say(invalid.words)
      : "";
  const send = (draft: DishDraft) =>
    dish
      ? api.merchant.editDish.mutate({ shopId, dishId: dish.dishId, version: dish.version, draft: draft })
      : api.merchant.addDish.mutate({ shopId, draft: draft });
  const save = async () => {
    const read = readDish(
      form,
      menu.dishes.filter((other) => other !== dish),
    );
    if (!read.ok) setInvalid(read.error);
    else if (await run(() => send(read.value))) {
      toast(t("saved"));
      backToMenu();
    }
  };
  const part = { form, onChange, errorAt };
  return (
    <>
      <DishPicture {...part} art={dish?.art ?? ""} />
      <DishFacts {...part} categories={menu.categories} />
      <DishOptions {...part} />
      <DishDetails {...part} />
      <SaveBar
        label={t(dish ? "save" : "saveNew")}
        busy={busy}
        problem={invalid ? say(invalid.words) : ""}
        onSave={() => void save()}
      />
      <ConflictSheet conflict={conflict} onClose={closeConflict} onReload={onReload} />
    </>
  );
}

function DishOfMenu({ menu }: { menu: EditableMenu }) {
  const t = useWords(editingWords);
  const { dishId } = useRouter().params;
  const { turn, reload } = useReload(menu.shop.shopId);
  const dish = menu.dishes.find((one) => one.dishId === dishId) ?? null;
  if (dishId && !dish)
    return <EmptyState art="bowl" title={t("gone")} action={{ label: t("backToMenu"), onTap: backToMenu }} />;
  return <DishEditor key={turn} menu={menu} dish={dish} onReload={reload} />;
}

export default function MerchantDishPage() {
  const t = useWords(editingWords);
  const { dishId } = useRouter().params;
  return (
    <Page className="has-save-bar" title={t(dishId ? "dishTitle" : "newDish")}>
      <OwnShopGate fixed>{(menu) => <DishOfMenu menu={menu} />}</OwnShopGate>
    </Page>
  );
}
