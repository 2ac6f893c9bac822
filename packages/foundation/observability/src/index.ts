export { createLog, type Log } from "./log.ts";
export { mask, maskPhone } from "./mask.ts";
export { createMetrics, type Metrics } from "./metrics.ts";
export { currentTraceId, newTraceId, traceIdOf, withTrace } from "./trace.ts";
