import type { LeanRoute } from "./lean.ts";
import { orderStatusRoute } from "./order-status-route.ts";
import { placeOrderRoute } from "./place-order-route.ts";

/** All short ways; each names the procedure whose rules it keeps. */
export const leanRoutes: readonly LeanRoute[] = [placeOrderRoute, orderStatusRoute];
