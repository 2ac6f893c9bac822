export * from "./message.ts";
export * from "./render.ts";
export * from "./sending-rules.ts";
export type { OrderNews, Telling } from "./telling.ts";
export * from "./views.ts";
