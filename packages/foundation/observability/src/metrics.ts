import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";

export type Metrics = {
  readonly registry: Registry;
  /** Seconds of a call by procedure and outcome (`ok` or the stable error code). */
  readonly calls: Histogram<"path" | "outcome">;
  readonly eventsFailed: Counter<"consumer" | "parked">;
  readonly eventLag: Gauge<"consumer">;
  /** Things that an operator must look at, by kind. */
  readonly alarms: Counter<"kind">;
  /** 1 while this process gives a payment platform a rest. */
  readonly paymentPaused: Gauge<"channel">;
  readonly sockets: Gauge;
  readonly ordersPlaced: Counter<"host">;
  readonly platformCalls: Histogram<"platform" | "call" | "outcome">;
};

/** The product's own figures beside Node's; one registry a process. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const buckets = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];
  return {
    registry,
    calls: new Histogram({
      name: "sanqi_call_seconds",
      help: "Duration of API calls",
      labelNames: ["path", "outcome"],
      buckets,
      registers,
    }),
    eventsFailed: new Counter({
      name: "sanqi_event_failures_total",
      help: "Failed handlings of events",
      labelNames: ["consumer", "parked"],
      registers,
    }),
    eventLag: new Gauge({
      name: "sanqi_event_lag_seconds",
      help: "Age of the oldest waiting event",
      labelNames: ["consumer"],
      registers,
    }),
    alarms: new Counter({
      name: "sanqi_alarms_total",
      help: "Things that need an operator",
      labelNames: ["kind"],
      registers,
    }),
    paymentPaused: new Gauge({
      name: "sanqi_payment_paused",
      help: "1 while payments at a platform are paused",
      labelNames: ["channel"],
      registers,
    }),
    sockets: new Gauge({ name: "sanqi_sockets", help: "Open WebSockets", registers }),
    ordersPlaced: new Counter({
      name: "sanqi_orders_placed_total",
      help: "Orders placed",
      labelNames: ["host"],
      registers,
    }),
    platformCalls: new Histogram({
      name: "sanqi_platform_call_seconds",
      help: "Duration of calls to platforms",
      labelNames: ["platform", "call", "outcome"],
      buckets,
      registers,
    }),
  };
}
