import type { Tx } from "@sanqi/database";
import type { CampusId, DishId } from "@sanqi/kernel";
import type { PortionChange } from "../domain/index.ts";

/**
 * Portions of today and of the days ahead, which orders count. They follow a menu in the transaction that changes it: another
 * number of portions a day moves what is left by the difference, whatever was ordered for these days already.
 */
export type ComingPortions = {
  shift(
    tx: Tx,
    shift: {
      readonly campusId: CampusId;
      /** All for which orders can come in, earliest first. */
      readonly days: readonly string[];
      readonly changes: readonly PortionChange[];
    },
  ): Promise<void>;
};

/** The same, and as they are counted by hand. */
export type CountedPortions = ComingPortions & {
  /**
   * From now on so many may still be sold of the day, beyond what is ordered for it already; `choice` null: of the dish.
   * @returns how many it were before; null: nothing was counted on that day yet
   */
  setLeft(
    tx: Tx,
    count: {
      readonly campusId: CampusId;
      readonly dishId: DishId;
      readonly choice: string | null;
      readonly day: string;
      readonly left: number;
    },
  ): Promise<number | null>;
};
