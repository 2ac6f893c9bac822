export * from "./hours.ts";
export * from "./menu.ts";
export * from "./views.ts";
