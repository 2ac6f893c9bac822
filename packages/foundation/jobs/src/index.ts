import path from "node:path";
import { migrationsIn } from "@sanqi/database";

export { createJobDesk, type DeskJob, type JobDesk, type JobFigures } from "./desk.ts";
export { enqueue, enqueueAll, type Job } from "./enqueue.ts";
export type { Recurring, Task } from "./task.ts";
export const jobMigrations = migrationsIn("jobs", path.join(import.meta.dirname, "migrations"));
