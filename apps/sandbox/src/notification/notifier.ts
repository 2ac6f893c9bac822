import type { Clock } from "@sanqi/kernel";
import type { Delivery } from "../state/records.ts";
import type { State } from "../state/state.ts";

/** One HTTP request that carries a notification; made anew for every attempt, because signatures carry the time. */
export type Letter = {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

export type Reply = { readonly status: number; readonly body: string };

/** One platform's way of notifying: what is sent, what counts as heard, when it is tried again. */
export type NotifyChannel = {
  /** Waiting times after each failed attempt, in ms, before scaling. */
  readonly schedule: readonly number[];
  /** The letters of one attempt, the real one last; null when there is nothing to say (any more). */
  letters(subject: string): readonly Letter[] | null;
  heard(reply: Reply): boolean;
  /** Records what came of an attempt. */
  noted(subject: string, attempt: { reply: Reply | null; heard: boolean }): void;
};

export type Notifier = {
  register(name: string, channel: NotifyChannel): void;
  /** Starts (or restarts) the attempts for a subject of a channel after `delayMs` of real time. */
  begin(channel: string, subject: string, delayMs: number): void;
  /** Sends once more, without retries, beside what is planned. */
  repeat(channel: string, subject: string): void;
  cancel(channel: string, subject: string): void;
  /** Takes up what a former run of the sandbox had not delivered. */
  resume(): void;
  close(): Promise<void>;
};

type Options = { state: State; clock: Clock; scale: number; touch(): void; log(line: string): void };

// More at once would only queue in the receiver; a rush pays about a hundred orders a second.
const atOnce = 64;
const patienceMs = 5_000;

export function createNotifier({ state, clock, scale, touch, log }: Options): Notifier {
  const channels = new Map<string, NotifyChannel>();
  const timers = new Map<string, NodeJS.Timeout>();
  const running = new Set<Promise<void>>();
  const queue: (() => Promise<void>)[] = [];
  const stop = new AbortController();

  const keyOf = (channel: string, subject: string) => `${channel}\n${subject}`;

  function run(job: () => Promise<void>) {
    if (stop.signal.aborted) return;
    if (running.size >= atOnce) {
      queue.push(job);
      return;
    }
    const done = job().finally(() => {
      running.delete(done);
      const next = queue.shift();
      if (next !== undefined) run(next);
    });
    running.add(done);
  }

  async function post(letter: Letter): Promise<Reply | null> {
    if (state.faults.dropNotify) return null;
    try {
      const response = await fetch(letter.url, {
        method: "POST",
        headers: letter.headers,
        body: letter.body,
        // A redirect is no acknowledgement on either platform.
        redirect: "manual",
        signal: AbortSignal.any([AbortSignal.timeout(patienceMs), stop.signal]),
      });
      return { status: response.status, body: (await response.text()).slice(0, 10_000) };
    } catch (cause) {
      log(`notify ${letter.url}: ${cause instanceof Error ? cause.message : String(cause)}`);
      return null;
    }
  }

  /** Null: nothing to send. Otherwise whether the receiver heard it. */
  async function attempt(name: string, subject: string): Promise<boolean | null> {
    const channel = channels.get(name);
    const letters = channel?.letters(subject) ?? null;
    if (channel === undefined || letters === null) return null;
    let reply: Reply | null = null;
    for (const letter of letters) reply = await post(letter);
    const heard = reply !== null && channel.heard(reply);
    channel.noted(subject, { reply, heard });
    touch();
    return heard;
  }

  function plan(name: string, subject: string, delivery: Delivery) {
    const key = keyOf(name, subject);
    clearTimeout(timers.get(key));
    // Timers hold at most 24.8 days; no schedule comes near it.
    timers.set(
      key,
      setTimeout(() => run(() => work(name, subject, delivery)), Math.max(0, delivery.nextAt - clock.now())),
    );
  }

  async function work(name: string, subject: string, delivery: Delivery) {
    const key = keyOf(name, subject);
    timers.delete(key);
    if (state.deliveries.get(key) !== delivery) return;
    const heard = await attempt(name, subject);
    if (stop.signal.aborted || state.deliveries.get(key) !== delivery) return;
    delivery.attempts += 1;
    const wait = channels.get(name)?.schedule[delivery.attempts - 1];
    if (heard === true && state.faults.notifyTwice) repeat(name, subject);
    if (heard !== false || wait === undefined) state.deliveries.delete(key);
    else {
      delivery.nextAt = clock.now() + wait * scale;
      plan(name, subject, delivery);
    }
    touch();
  }

  function repeat(name: string, subject: string) {
    run(async () => {
      await attempt(name, subject);
    });
  }

  return {
    register: (name, channel) => void channels.set(name, channel),
    begin(name, subject, delayMs) {
      const key = keyOf(name, subject);
      const delivery: Delivery = { key, attempts: 0, nextAt: clock.now() + delayMs };
      state.deliveries.set(key, delivery);
      touch();
      plan(name, subject, delivery);
    },
    repeat,
    cancel(name, subject) {
      const key = keyOf(name, subject);
      clearTimeout(timers.get(key));
      timers.delete(key);
      if (state.deliveries.delete(key)) touch();
    },
    resume() {
      for (const delivery of state.deliveries.values()) {
        const [name, subject] = delivery.key.split("\n");
        if (name !== undefined && subject !== undefined) plan(name, subject, delivery);
      }
    },
    async close() {
      stop.abort();
      queue.length = 0;
      for (const timer of timers.values()) clearTimeout(timer);
      timers.clear();
      await Promise.all(running);
    },
  };
}
