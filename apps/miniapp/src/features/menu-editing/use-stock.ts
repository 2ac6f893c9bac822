import { useSay, useWords } from "@/features/i18n";
import { api, failureOf } from "@/rpc";
import { toast, undoable } from "@/ui";
import { editingWords } from "./editing-words";
import { type EditableDish, type EditableMenu, withSoldOut } from "./menu-list";
import { useMenus } from "./menu-store";

/** What changes in the middle of a shift: sold out, how many are left, off the menu. */
export function useStock(menu: EditableMenu) {
  const t = useWords(editingWords);
  const say = useSay();
  const put = useMenus((state) => state.put);
  const { shopId } = menu.shop;
  /** The menu as it is by now: other changes may have come in between. */
  const newest = () => useMenus.getState().menus[shopId] ?? menu;
  const refused = (error: unknown) => toast(say(failureOf(error).words), { tone: "danger" });
  const nameOf = (dish: { name: string; nameEn: string }) => say({ zh: dish.name, en: dish.nameEn });

  /** Shown at once; each switch by itself, so that two quick taps are two changes. */
  const flip = async (dish: EditableDish, soldOut: boolean, choice: { key: string; name: string } | null) => {
    const mark = { dishId: dish.dishId, choice: choice?.key ?? null };
    put(withSoldOut(newest(), { ...mark, soldOut }));
    try {
      await api.merchant.setSoldOut.mutate({ ...mark, soldOut });
      const name = choice ? `${nameOf(dish)} · ${choice.name}` : nameOf(dish);
      toast(t(soldOut ? "nowSoldOut" : "nowOnSale", { name }));
    } catch (error) {
      put(withSoldOut(newest(), { ...mark, soldOut: !soldOut }));
      refused(error);
    }
  };

  const setLeft = async (dish: EditableDish, left: number, choice: string | null): Promise<boolean> => {
    try {
      put(await api.merchant.setLeft.mutate({ shopId, dishId: dish.dishId, choice, left }));
      toast(t("leftKept", { name: nameOf(dish), count: left }));
      return true;
    } catch (error) {
      refused(error);
      return false;
    }
  };

  const restore = async (dish: Pick<EditableDish, "dishId" | "name" | "nameEn">) => {
    try {
      put(await api.merchant.restoreDish.mutate({ shopId, dishId: dish.dishId }));
      toast(t("restored", { name: nameOf(dish) }));
    } catch (error) {
      refused(error);
    }
  };

  /** Off the menu at once, with five seconds to put it back; later it waits among those taken off. */
  const remove = async (dish: EditableDish) => {
    try {
      put(await api.merchant.removeDish.mutate({ shopId, dishId: dish.dishId, version: dish.version }));
    } catch (error) {
      return refused(error);
    }
    undoable({
      text: t("removed", { name: nameOf(dish) }),
      undoLabel: t("undo"),
      undo: () => void restore(dish),
      commit: () => undefined,
    });
  };
  return { flip, setLeft, remove, restore };
}
