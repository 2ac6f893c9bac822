export * from "./meal-gap.ts";
export * from "./meal-pattern.ts";
export * from "./review.ts";
export * from "./views.ts";
