export * from "./brand.ts";
export * from "./clock.ts";
export * from "./fen.ts";
export * from "./geo.ts";
export * from "./hosts.ts";
export * from "./ids.ts";
export * from "./result.ts";
