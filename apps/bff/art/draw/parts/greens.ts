export * from "./leaves.ts";
export * from "./vegetables.ts";
