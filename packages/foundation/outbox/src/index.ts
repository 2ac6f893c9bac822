import path from "node:path";
import { migrationsIn } from "@sanqi/database";

export { type Bell, createBell } from "./bell.ts";
export { type Bus, createPostgresBus, type EventName, type Inboxes } from "./bus.ts";
export { type Consumer, localConsumer, NotNow, outsideConsumer, PoisonEvent } from "./consumer.ts";
export type { Failure } from "./dispatch.ts";
export { appendEvents, type Event } from "./event.ts";
export {
  createEventDesk,
  type EventDesk,
  type FailedEvent,
  forgetHandled,
  type RecordedEvent,
} from "./event-desk.ts";
export { type Pump, type PumpOptions, startPump } from "./pump.ts";
export type { Published } from "./relay.ts";
export const outboxMigrations = migrationsIn("outbox", path.join(import.meta.dirname, "migrations"));
