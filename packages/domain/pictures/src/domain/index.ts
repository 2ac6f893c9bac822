export * from "./image.ts";
export * from "./picture.ts";
