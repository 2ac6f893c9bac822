import path from "node:path";
import { migrationsIn } from "@sanqi/database";

export { type Meal, recordMeal } from "./meals.ts";
export { createCareStore } from "./store.ts";
export const careMigrations = migrationsIn("care", path.join(import.meta.dirname, "migrations"));
