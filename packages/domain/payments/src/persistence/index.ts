import path from "node:path";
import { migrationsIn } from "@sanqi/database";

export { createMoneyOfDay } from "./money-of-day.ts";
export { openPayments, paymentState, refundReason } from "./saga-facts.ts";
export { createSharingStore } from "./sharing-store.ts";
export { createShippingStore, requestShippingUpload } from "./shipping-store.ts";
export { createPaymentStore } from "./store.ts";
export const paymentMigrations = migrationsIn("payments", path.join(import.meta.dirname, "migrations"));
