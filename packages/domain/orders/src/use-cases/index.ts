import type { OrderUseCases } from "./api.ts";
import { createCommands } from "./commands.ts";
import { type PlacementDeps, place, quote } from "./place-order.ts";
import { createQueries } from "./queries.ts";

export type * from "./api.ts";
export type { PlacementDeps } from "./place-order.ts";
export type * from "./ports.ts";
export { createSystemCommands, type SystemCommands } from "./system-commands.ts";

export function createOrderUseCases(deps: PlacementDeps): OrderUseCases {
  return { quote: quote(deps), place: place(deps), ...createCommands(deps), ...createQueries(deps) };
}
