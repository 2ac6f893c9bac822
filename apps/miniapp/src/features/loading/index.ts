export { LoadGate } from "./load-gate";
export { useLive } from "./use-live";
export { type Load, useAction, useLoad } from "./use-load";
