export * from "./campus.ts";
export type { ImportProblem } from "./map-features.ts";
export type { PickupPoint } from "./places.ts";
export * from "./read-campus.ts";
export * from "./stable-id.ts";
export * from "./walk.ts";
