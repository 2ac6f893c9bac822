import { type Counts, count, outcomeOf } from "./answers.ts";
import { median, percentile } from "./numbers.ts";
import { keyOf } from "./requests.ts";
import { openLane } from "./wire.ts";

export type FloodPlan = {
  readonly port: number;
  readonly orders: number;
  readonly patienceMs: number;
  /** Whoever is not served by then gives up. */
  readonly giveUpMs: number;
};
export type FloodResult = {
  /** Key → the order that was answered; null: none was. */
  readonly answered: readonly (readonly [string, string | null])[];
  /** From the first connection to the last answer. */
  readonly seconds: number;
  readonly codes: Counts;
  readonly timeouts: number;
  readonly retries: number;
  /** Of single answers, and of whole orders with their retries. */
  readonly answerP99: number;
  readonly orderP50: number;
  readonly orderP99: number;
};

/** Sooner than this nobody comes again after a broken connection. */
const againMs = 1_000;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * All orders at once, each on a connection of its own. Who is refused with Retry-After comes again then, with the same key; who gets no
 * answer, too.
 */
export async function flood(
  plan: FloodPlan,
  firstGuest: number,
  request: (n: number) => string,
): Promise<FloodResult> {
  const codes: Counts = {};
  const answers: number[] = [];
  const whole: number[] = [];
  let timeouts = 0;
  let retries = 0;
  const begin = performance.now();
  const order = async (n: number): Promise<readonly [string, string | null]> => {
    const key = keyOf(n);
    let lane = openLane(plan);
    for (let tries = 0; performance.now() - begin < plan.giveUpMs; tries += 1) {
      if (tries > 0) retries += 1;
      let waitMs: number | null = againMs;
      const at = performance.now();
      try {
        const answer = await lane.send(request(n));
        answers.push(performance.now() - at);
        const outcome = outcomeOf(answer);
        count(codes, "orderId" in outcome ? "ok" : outcome.code);
        if ("orderId" in outcome) {
          whole.push(performance.now() - begin);
          lane.close();
          return [key, outcome.orderId];
        }
        waitMs = answer.retryAfterMs;
      } catch (error) {
        const why = error instanceof Error ? error.message : String(error);
        count(codes, why);
        if (why === "timeout") timeouts += 1;
      }
      // A refusal that names no time is final.
      if (waitMs === null) break;
      // Not all in the same instant again: people's thumbs differ by some hundred milliseconds.
      await pause(waitMs + ((n * 7_919) % 1_000));
      if (!lane.open) lane = openLane(plan);
    }
    lane.close();
    return [key, null];
  };
  const answered = await Promise.all(Array.from({ length: plan.orders }, (_, n) => order(firstGuest + n)));
  return {
    answered,
    seconds: (performance.now() - begin) / 1_000,
    codes,
    timeouts,
    retries,
    answerP99: percentile(answers, 0.99),
    orderP50: median(whole),
    orderP99: percentile(whole, 0.99),
  };
}
