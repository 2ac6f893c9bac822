import { randomBytes } from "node:crypto";
import { hostname } from "node:os";
import type { Sql } from "@sanqi/database";
import type { Clock } from "@sanqi/kernel";
import { messageRules } from "@sanqi/notifications/use-cases";
import type { Log, Metrics } from "@sanqi/observability";
import type { PlatformHealth } from "@sanqi/payments/use-cases";
import type { GuardHealth } from "@sanqi/resilience";
import { createBreakerBoard } from "@sanqi/resilience/board";
import type { BreakerName } from "../breakers/breaker-names.ts";
import { createBreakers } from "../breakers/breakers.ts";

type Outside = {
  readonly config: { readonly roles: ReadonlySet<string> };
  readonly sql: Sql;
  readonly clock: Clock;
  readonly stopwatch: () => number;
  readonly log: Log;
  readonly metrics: Metrics;
};

/** Every breaker of this process, and the board on which all processes show theirs. */
export function composeBreakers({ config, sql, clock, stopwatch, log, metrics }: Outside) {
  const breakers = createBreakers({
    clock,
    stopwatch,
    onChange(health) {
      if (health.state === "open") metrics.alarms.inc({ kind: "breakerOpened" });
      log[health.state === "open" ? "warn" : "info"]("a breaker changed", { ...health });
    },
  });
  // A process that follows another one in the same place must not be taken for it.
  const process = [
    [...config.roles].sort().join("+"),
    hostname(),
    globalThis.process.pid,
    randomBytes(2).toString("hex"),
  ].join(" ");
  return {
    breakers,
    board: createBreakerBoard(sql, process, clock),
    messageGuards: {
      weapp: breakers.guard("messages-weapp", messageRules),
      alipay: breakers.guard("messages-alipay", messageRules),
      dd: breakers.guard("messages-dd", messageRules),
    },
  };
}

const paymentNames = {
  wechatPay: "pay-wechat",
  alipay: "pay-alipay",
} as const satisfies Record<PlatformHealth["channel"], BreakerName>;

/** Payments keep breakers of their own, with probes that ask about a payment. */
export const paymentBreakers = (health: () => PlatformHealth[]) => (): GuardHealth[] =>
  health().map(({ channel, ...figures }) => ({ name: paymentNames[channel], ...figures }));
