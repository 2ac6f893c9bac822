import path from "node:path";
import { migrationsIn } from "@sanqi/database";

export { createDeliveryStore } from "./delivery-store.ts";
export const deliveryMigrations = migrationsIn("delivery", path.join(import.meta.dirname, "migrations"));
