import type { ShopId } from "@sanqi/kernel";
import { useState } from "react";
import { useMenus } from "./menu-store";

/** Reads a menu anew and counts how often: as a form's key, `turn` lets it begin with what is there now. */
export function useReload(shopId: ShopId): { turn: number; reload: () => void } {
  const load = useMenus((state) => state.load);
  const [turn, setTurn] = useState(0);
  const reload = () => void load([shopId]).then(() => setTurn((before) => before + 1));
  return { turn, reload };
}
