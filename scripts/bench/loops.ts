import { type Counts, count, outcomeOf } from "./answers.ts";
import { percentile } from "./numbers.ts";
import { type Answer, type Lane, openLane } from "./wire.ts";

export type LoopResult = {
  /** Of the counted time only. */
  readonly answered: number;
  readonly ok: number;
  readonly seconds: number;
  readonly codes: Counts;
  readonly p50: number;
  readonly p99: number;
  /** Until the last "ok", from the first counted moment. */
  readonly okSeconds: number;
  /** Of answers that were no "ok". */
  readonly refusedP99: number;
  /** Requests that were made, warm-up included. */
  readonly used: number;
};

export type LoopPlan = {
  readonly port: number;
  readonly connections: number;
  readonly warmSeconds: number;
  readonly seconds: number;
  /** No more requests than this. */
  readonly most: number;
  /** A read is well answered by any 200; an order by its id. */
  readonly reads: boolean;
};

const patienceMs = 20_000;
const wordOf = (answer: Answer, reads: boolean): string => {
  if (reads) return answer.status === 200 ? "ok" : `HTTP ${answer.status}`;
  const outcome = outcomeOf(answer);
  return "orderId" in outcome ? "ok" : outcome.code;
};
const trouble = (error: unknown) => (error instanceof Error ? error.message : String(error));

/** So many connections, each with one request at a time, as fast as they are answered. */
export async function closedLoop(plan: LoopPlan, request: (n: number) => string): Promise<LoopResult> {
  const latencies: number[] = [];
  const codes: Counts = {};
  const refused: number[] = [];
  let used = 0;
  let lastOk = 0;
  const begin = performance.now();
  const from = begin + plan.warmSeconds * 1_000;
  const until = from + plan.seconds * 1_000;
  let last = from;
  const lane = async (): Promise<void> => {
    let line: Lane = openLane({ port: plan.port, patienceMs });
    while (used < plan.most && performance.now() < until) {
      const asked = request(used++);
      const at = performance.now();
      let word: string;
      try {
        word = wordOf(await line.send(asked), plan.reads);
      } catch (error) {
        word = trouble(error);
        line.close();
        line = openLane({ port: plan.port, patienceMs });
      }
      const now = performance.now();
      if (at < from || now > until) continue;
      latencies.push(now - at);
      count(codes, word);
      last = now;
      if (word === "ok") lastOk = now;
      else refused.push(now - at);
    }
    line.close();
  };
  await Promise.all(Array.from({ length: plan.connections }, lane));
  return {
    answered: latencies.length,
    ok: codes.ok ?? 0,
    // Where the requests ran out before the time did, the time until the last answer.
    seconds: used >= plan.most ? Math.max(0.001, (last - from) / 1_000) : plan.seconds,
    codes,
    p50: percentile(latencies, 0.5),
    p99: percentile(latencies, 0.99),
    okSeconds: Math.max(0.001, (lastOk - from) / 1_000),
    refusedP99: percentile(refused, 0.99),
    used,
  };
}

/**
 * Requests at fixed moments, whether or not earlier ones are answered; each counts from the moment at which it was due, so that a
 * stall is felt by all who would have come meanwhile.
 */
export async function openLoop(
  plan: LoopPlan & { readonly perSecond: number },
  request: (n: number) => string,
): Promise<LoopResult> {
  const latencies: number[] = [];
  const codes: Counts = {};
  const idle: Lane[] = Array.from({ length: plan.connections }, () =>
    openLane({ port: plan.port, patienceMs }),
  );
  const everMade = [...idle];
  const everyMs = 1_000 / plan.perSecond;
  const warm = plan.warmSeconds * 1_000;
  const total = Math.floor((warm + plan.seconds * 1_000) / everyMs);
  const begin = performance.now();
  const running: Promise<void>[] = [];
  const waiting: number[] = [];
  let sent = 0;
  const serve = async (first: Lane, firstDue: number): Promise<void> => {
    let lane = first;
    let due: number | undefined = firstDue;
    while (due !== undefined) {
      let word: string;
      try {
        word = wordOf(await lane.send(request(sent++)), plan.reads);
      } catch (error) {
        word = trouble(error);
        lane = openLane({ port: plan.port, patienceMs });
        everMade.push(lane);
      }
      if (due - begin >= warm) {
        latencies.push(performance.now() - due);
        count(codes, word);
      }
      due = waiting.shift();
    }
    idle.push(lane);
  };
  let next = 0;
  while (next < total) {
    const now = performance.now();
    for (; next < total && begin + next * everyMs <= now; next += 1) {
      const due = begin + next * everyMs;
      const lane = idle.pop();
      if (lane) running.push(serve(lane, due));
      else waiting.push(due);
    }
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  await Promise.all(running);
  for (const lane of everMade) lane.close();
  return {
    answered: latencies.length,
    ok: codes.ok ?? 0,
    seconds: plan.seconds,
    codes,
    p50: percentile(latencies, 0.5),
    p99: percentile(latencies, 0.99),
    okSeconds: plan.seconds,
    refusedP99: 0,
    used: sent,
  };
}
