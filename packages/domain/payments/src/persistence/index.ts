import path from "node:path";
import { migrationsIn } from "@sanqi/database";

export { createPaymentStore } from "./store.ts";
export const paymentMigrations = migrationsIn("payments", path.join(import.meta.dirname, "migrations"));
