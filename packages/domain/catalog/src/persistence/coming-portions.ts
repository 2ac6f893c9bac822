import type { Tx } from "@sanqi/database";
import type { CampusId } from "@sanqi/kernel";
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
