import path from "node:path";
import { migrationsIn } from "@sanqi/database";

export { importHistory, type PastOrder } from "./history.ts";
export { createOfferStore } from "./offers-store.ts";
export type { Grouping } from "./place.ts";
export { loadOrder } from "./read.ts";
export { setPortionsLeft } from "./set-left.ts";
export { shiftPortions } from "./shift-portions.ts";
export { createOrderStore } from "./store.ts";
export const orderMigrations = migrationsIn("orders", path.join(import.meta.dirname, "migrations"));
