import { expect, it } from "vitest";
import { servicesOf } from "./breaker-words.ts";
import type { BreakerReport } from "./use-operations.ts";

const report = (name: string, process: string, state: BreakerReport["state"]) =>
  ({ name, process, state, since: 1, seenAt: 1, calls: 0, failureRate: 0, probeAt: null }) as BreakerReport;

it("puts services that are given a rest first, each with its worst process on top", () => {
  const services = servicesOf([
    report("redis", "web", "closed"),
    report("messages-dd", "web", "halfOpen"),
    report("pay-wechat", "web", "closed"),
    report("pay-wechat", "worker", "open"),
  ]);
  expect(services.map(({ name, reports }) => [name, reports.map(({ process }) => process)])).toEqual([
    ["pay-wechat", ["worker", "web"]],
    ["messages-dd", ["web"]],
    ["redis", ["web"]],
  ]);
});
