import path from "node:path";
import { migrationsIn } from "@sanqi/database";

export type { SagaDefinition, Step } from "./definition.ts";
export {
  createSagaDesk,
  type SagaDesk,
  type SagaDetail,
  type SagaError,
  type SagaList,
  type SagaView,
} from "./desk.ts";
export { type Concern, createFollower, type Follower } from "./follow.ts";
export const sagaMigrations = migrationsIn("saga", path.join(import.meta.dirname, "migrations"));
