export * from "./dish-view.ts";
export * from "./hours.ts";
export * from "./menu.ts";
export * from "./search.ts";
export * from "./shop-card.ts";
export * from "./views.ts";
