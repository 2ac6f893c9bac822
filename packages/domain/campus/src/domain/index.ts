export * from "./campus.ts";
export * from "./walk.ts";
