import type { Words } from "@sanqi/kernel";
import { useState } from "react";
import { useAction } from "@/features/loading";
import { type AppFailure, api } from "@/rpc";
import type { EditableMenu } from "./menu-list";
import { useMenus } from "./menu-store";

/** Who was faster, and when; null where the log does not say. */
export type Conflict = { readonly by: { readonly name: string; readonly at: number } | null };
export type Invalid = { readonly field: string; readonly words: Words };

export type MenuChange = {
  readonly busy: boolean;
  /** Sends a change and keeps the menu that it answers with; resolves to whether it worked. */
  readonly run: (send: () => Promise<EditableMenu>) => Promise<boolean>;
  /** What has to be corrected, by the field's name; every send forgets it. */
  readonly invalid: Invalid | null;
  readonly setInvalid: (invalid: Invalid | null) => void;
  readonly conflict: Conflict | null;
  readonly closeConflict: () => void;
};

async function fasterThanUs(menu: EditableMenu, subject: string | null): Promise<Conflict> {
  const changes = await api.merchant.changes.query({ before: null });
  const own = changes.find(
    (change) => change.shopId === menu.shop.shopId && (change.subject?.split(" ")[0] ?? null) === subject,
  );
  return { by: own ? { name: own.actorName, at: own.at } : null };
}

/**
 * Changes a menu or the facts of its shop.
 * @param subject the id of the dish that is changed; null: the shop's own facts
 */
export function useMenuChange(menu: EditableMenu, subject: string | null = null): MenuChange {
  const put = useMenus((state) => state.put);
  const [invalid, setInvalid] = useState<Invalid | null>(null);
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const failed = (failure: AppFailure): boolean => {
    if (failure.code === "MENU_INVALID") {
      setInvalid({ field: (failure.detail as { field: string }).field, words: failure.words });
      return true;
    }
    if (failure.code !== "MENU_CHANGED") return false;
    void fasterThanUs(menu, subject)
      .catch((): Conflict => ({ by: null }))
      .then(setConflict);
    return true;
  };
  const { busy, run } = useAction(async (send: () => Promise<EditableMenu>) => {
    setInvalid(null);
    put(await send());
  }, failed);
  return { busy, run, invalid, setInvalid, conflict, closeConflict: () => setConflict(null) };
}
