export * from "./message.ts";
export * from "./render.ts";
export * from "./views.ts";
