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
  /** Multi-step work with money that an operator must look at. */
  readonly sagasStuck: Gauge<"kind">;
  /** 1 while this process gives what stands behind a breaker a rest. */
  readonly breakerOpen: Gauge<"name">;
  /** What became of messages to people through their host's own channel; `unknown` are the ambiguous ones. */
  readonly messages: Counter<"kind" | "host" | "outcome">;
  /** Reads of orders by the level that answered; `absent`: known not to exist. Those of memory and absent asked nobody. */
  readonly orderViews: Counter<"level">;
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
    sagasStuck: new Gauge({
      name: "sanqi_sagas_stuck",
      help: "Multi-step work with money that hangs",
      labelNames: ["kind"],
      registers,
    }),
    paymentPaused: new Gauge({
      name: "sanqi_payment_paused",
      help: "1 while payments at a platform are paused",
      labelNames: ["channel"],
      registers,
    }),
    breakerOpen: new Gauge({
      name: "sanqi_breaker_open",
      help: "1 while calls through a breaker are paused",
      labelNames: ["name"],
      registers,
    }),
    messages: new Counter({
      name: "sanqi_messages_total",
      help: "Messages to people by what became of them",
      labelNames: ["kind", "host", "outcome"],
      registers,
    }),
    orderViews: new Counter({
      name: "sanqi_order_views_total",
      help: "Reads of orders by the level that answered",
      labelNames: ["level"],
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
