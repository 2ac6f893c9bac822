import type { CallEnding, DeliveryUseCases } from "./api.ts";
import { type CallDeps, createCalls } from "./call-rider.ts";
import { createRiderPositions, type FollowDeps } from "./follow-rider.ts";

export type * from "./api.ts";
export type * from "./ports.ts";
export { createPromises } from "./promises.ts";
export { createRehearsalRelay } from "./rehearsal-relay.ts";

export type DeliveryDeps = FollowDeps & CallDeps;

export const createDeliveryUseCases = (deps: DeliveryDeps): DeliveryUseCases & CallEnding => ({
  ...createRiderPositions(deps),
  ...createCalls(deps),
});
