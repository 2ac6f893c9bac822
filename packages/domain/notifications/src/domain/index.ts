export * from "./message.ts";
export * from "./views.ts";
