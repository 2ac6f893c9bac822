import path from "node:path";
import { migrationsIn } from "@sanqi/database";

export { type BreakerBoard, type BreakerReport, createBreakerBoard } from "./breaker-board.ts";
export const resilienceMigrations = migrationsIn("resilience", path.join(import.meta.dirname, "migrations"));
