import path from "node:path";
import { migrationsIn } from "@sanqi/database";

export { createNotificationStore } from "./notification-store.ts";
export const notificationMigrations = migrationsIn(
  "notifications",
  path.join(import.meta.dirname, "migrations"),
);
