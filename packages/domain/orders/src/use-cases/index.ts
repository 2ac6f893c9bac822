import { createAfterSales } from "./after-sales.ts";
import type { OrderUseCases } from "./api.ts";
import { createCommands } from "./commands.ts";
import { createKitchenDesk } from "./kitchen-desk.ts";
import { type PlacementDeps, place, placeByPhone, quote, quoteByPhone } from "./place-order.ts";
import { createQueries } from "./queries.ts";
import { createReviews } from "./reviews.ts";

export type * from "./api.ts";
export { createDeadlineTask } from "./deadline-task.ts";
export { type KeepableView, type ReadViews, readViews } from "./kept-views.ts";
export { createOffers } from "./offers.ts";
export type * from "./offers-api.ts";
export type { OfferStore } from "./offers-ports.ts";
export type { PlacementDeps } from "./place-order.ts";
export type * from "./ports.ts";
export { createSystemCommands, type SystemCommands } from "./system-commands.ts";

export function createOrderUseCases(deps: PlacementDeps): OrderUseCases {
  return {
    quote: quote(deps),
    quoteByPhone: quoteByPhone(deps),
    place: place(deps),
    placeByPhone: placeByPhone(deps),
    ...createCommands(deps),
    ...createKitchenDesk(deps),
    ...createAfterSales(deps),
    ...createReviews(deps),
    ...createQueries(deps),
  };
}
