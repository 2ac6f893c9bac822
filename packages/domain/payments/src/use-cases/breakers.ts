import { err, type PaymentId, type Result } from "@sanqi/kernel";
import { type Breaker, breakerWith, closedBreaker } from "@sanqi/resilience";
import { breakerRules } from "../domain/index.ts";
import type { Alarms, Channel, GatewayError, Gateways, PaymentGateway } from "./ports.ts";

export const channels = ["wechatPay", "alipay"] as const satisfies readonly Channel[];

/**
 * How one platform does, as this process sees it. `since` (epoch ms): since when calls are let through, or are not;
 * `failureRate` (0 to 1) and `calls` are of the last minute.
 */
export type PlatformHealth = {
  readonly channel: Channel;
  readonly state: Breaker["state"];
  readonly since: number;
  readonly failureRate: number;
  readonly calls: number;
  /** Epoch ms of the earliest next probe; null while it is closed. */
  readonly probeAt: number | null;
};

export type BreakerDeps = {
  readonly gateways: Gateways;
  readonly clock: { now(): number };
  /** Milliseconds of a clock that only runs forward: the breaker's window and rest go by it. */
  readonly stopwatch: () => number;
  readonly alarms: Alarms;
};

type Answer<T> = Promise<Result<T, GatewayError>>;
const { afterCall, figures, questionsOf } = breakerWith(breakerRules);
const paused: Result<never, GatewayError> = err({ kind: "gatewayUnknown", detail: "calls are paused" });

/**
 * One breaker a platform, in this process's memory and fed by its own calls only (docs/decisions/0011-payment-breaker.md).
 */
export function createBreakers(deps: BreakerDeps) {
  const { clock, stopwatch } = deps;
  const breakers: Record<Channel, Breaker> = { wechatPay: closedBreaker, alipay: closedBreaker };
  const since: Record<Channel, number> = { wechatPay: clock.now(), alipay: clock.now() };
  /** The payment of each platform that a call was last about, to probe with. */
  const lastAsked = new Map<Channel, PaymentId>();

  const admits = (channel: Channel) => breakers[channel].state === "closed";

  function become(channel: Channel, after: Breaker): void {
    const before = breakers[channel];
    breakers[channel] = after;
    if ((before.state === "closed") === (after.state === "closed")) return;
    since[channel] = clock.now();
    if (after.state === "open")
      deps.alarms.raise("paymentPaused", { channel, ...figures(after, stopwatch()) });
  }

  async function measured<T>(channel: Channel, call: () => Answer<T>): Answer<T> {
    const probe = !admits(channel);
    const begun = stopwatch();
    const answer = await call();
    const ended = stopwatch();
    const slow = ended - begun > breakerRules.slowMs;
    const failed = slow || (!answer.ok && answer.error.kind === "gatewayUnknown");
    become(channel, afterCall(breakers[channel], { failed, probe }, ended));
    return answer;
  }

  const questions = (channel: Channel) => questionsOf(breakers[channel], stopwatch());

  const around = (gateway: PaymentGateway, may: (channel: Channel) => boolean): PaymentGateway => {
    const { channel } = gateway;
    const guarded = <T>(paymentId: PaymentId, call: () => Answer<T>): Answer<T> => {
      lastAsked.set(channel, paymentId);
      return may(channel) ? measured(channel, call) : Promise.resolve(paused);
    };
    return {
      ...gateway,
      prepare(request) {
        // Signed here, without a call: it says nothing about the platform.
        if (request.host === "dd") return gateway.prepare(request);
        return guarded(request.paymentId, () => gateway.prepare(request));
      },
      query: (paymentId) => guarded(paymentId, () => gateway.query(paymentId)),
      close: (paymentId) => guarded(paymentId, () => gateway.close(paymentId)),
      queryRefund: (refund) => guarded(refund.paymentId, () => gateway.queryRefund(refund)),
      refund(request) {
        lastAsked.set(channel, request.paymentId);
        // Not counted: it may wait for more than the platform (shares that come back first).
        return may(channel) ? gateway.refund(request) : Promise.resolve(paused);
      },
    };
  };
  const both = (may: (channel: Channel) => boolean): Gateways => ({
    wechatPay: around(deps.gateways.wechatPay, may),
    alipay: around(deps.gateways.alipay, may),
  });
  const probing = both((channel) => questions(channel) !== "none");

  return {
    admits,
    questions,
    /** For calls that somebody waits for: made only while the breaker is closed. */
    serving: both(admits),
    /** For the timer's questions, which are the probes of a breaker that is not closed. */
    probing,
    /**
     * For when nothing is due: asks once more about the payment that a call was last about. One that gets no answer may itself
     * be at fault, so it is another's turn then (`anyPayment`). Where there is none, nothing could ever close the breaker: it
     * closes.
     */
    async probe(channel: Channel, anyPayment: () => Promise<PaymentId | null>): Promise<void> {
      if (questions(channel) !== "probe") return;
      const paymentId = lastAsked.get(channel) ?? (await anyPayment());
      if (!paymentId) return become(channel, closedBreaker);
      const answer = await probing[channel].query(paymentId);
      if (!answer.ok && answer.error.kind === "gatewayUnknown") lastAsked.delete(channel);
    },
    health: (): PlatformHealth[] =>
      channels.map((channel) => ({
        ...{ channel, state: breakers[channel].state, since: since[channel] },
        ...figures(breakers[channel], stopwatch()),
        probeAt: admits(channel)
          ? null
          : clock.now() + Math.ceil(Math.max(breakers[channel].probeAt - stopwatch(), 0)),
      })),
  };
}
export type Breakers = ReturnType<typeof createBreakers>;
