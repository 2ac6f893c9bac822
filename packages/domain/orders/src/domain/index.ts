export * from "./decide.ts";
export * from "./errors.ts";
export * from "./events.ts";
export * from "./lifecycle.ts";
export * from "./order.ts";
export * from "./price.ts";
export * from "./stage.ts";
export * from "./views.ts";
