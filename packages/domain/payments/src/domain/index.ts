export * from "./events.ts";
export * from "./payment.ts";
export * from "./settle.ts";
