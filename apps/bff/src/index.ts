/** Clients import types only; the boundary check enforces it. */
export type { OrderUpdate } from "./live/watch-order.ts";
export type { AppRouter } from "./routers/index.ts";
