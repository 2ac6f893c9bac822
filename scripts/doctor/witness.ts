import { adviceFor, clockName } from "./advice.ts";
import { type Finding, good, note, wrong } from "./finding.ts";

export type Clock = { now(): number };
/** Names the host and how far its clock is ahead of ours, in ms. */
export type Skew = { readonly host: string; readonly ms: number };

/** fetch that remembers the last answer and reads the platforms' clocks from their Date headers. */
export function createWitness(fetch: typeof globalThis.fetch, clock: Clock) {
  const skews = new Map<string, Skew>();
  let last: { status: number; headers: Headers; body: Buffer } | null = null;
  return {
    last: () => last,
    skews: () => [...skews.values()],
    fetch: (async (input, init) => {
      const sent = clock.now();
      const response = await fetch(input, init);
      const body = Buffer.from(await response.arrayBuffer());
      const date = Date.parse(response.headers.get("date") ?? "");
      const { host } = new URL(input instanceof Request ? input.url : input);
      // The header counts whole seconds: half of one is the best guess.
      if (!Number.isNaN(date)) skews.set(host, { host, ms: date + 500 - (sent + clock.now()) / 2 });
      last = { status: response.status, headers: response.headers, body };
      const empty = [101, 204, 205, 304].includes(response.status);
      return new Response(empty ? null : body, { status: response.status, headers: response.headers });
    }) as typeof globalThis.fetch,
  };
}
export type Witness = ReturnType<typeof createWitness>;

/** WeChat Pay refuses what is five minutes off; a quarter of a minute already makes times on screens wrong. */
const limits = { refusedMs: 300_000, strangeMs: 15_000 };

export function checkClock(skews: readonly Skew[]): Finding[] {
  const worst = [...skews].sort((a, b) => Math.abs(b.ms) - Math.abs(a.ms))[0];
  if (!worst) return [];
  const seconds = Math.round(Math.abs(worst.ms) / 1000);
  if (Math.abs(worst.ms) < limits.strangeMs)
    return [good(clockName, "与平台一致。", `agrees with the platforms (${seconds} s).`)];
  const what = {
    zh: `与 ${worst.host} 相差 ${seconds} 秒。`,
    en: `${seconds} s ${worst.ms > 0 ? "behind" : "ahead of"} it.`,
  };
  const fix = adviceFor(clockName);
  return [Math.abs(worst.ms) < limits.refusedMs ? note(clockName, what, fix) : wrong(clockName, what, fix)];
}
