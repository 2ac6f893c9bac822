export * from "./call.ts";
export * from "./position.ts";
export * from "./promise.ts";
export * from "./views.ts";
