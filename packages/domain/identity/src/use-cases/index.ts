export type * from "./api.ts";
export type * from "./ports.ts";
