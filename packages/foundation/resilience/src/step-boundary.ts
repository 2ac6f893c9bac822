/**
 * Moments between two steps at which a process may die. A crash run kills processes exactly there (see scripts/crash.ts); in a
 * process that nobody armed, `reach` does nothing.
 */
export const stepBoundaries = {
  "place.priced": {
    before: "the order is priced and checked",
    after: "order, stock and event are committed",
  },
  "place.committed": { before: "the order is committed", after: "the student gets the answer" },
  "order.written": { before: "the changed order and its event are written", after: "they are committed" },
  "order.committed": { before: "the changed order is committed", after: "whoever asked gets the answer" },
  "payment.stored": { before: "the payment row is committed", after: "the platform hears of it" },
  "payment.prepared": { before: "the platform has the payment", after: "the next question is planned" },
  "payment.told": { before: "the platform has said what became of it", after: "this is settled" },
  "payment.settled": { before: "payment and event are committed", after: "whoever asked gets the answer" },
  "refund.requested": { before: "the refund and its event are committed", after: "the event is done" },
  "refund.turnTaken": { before: "the refund is noted as being sent", after: "the platform hears of it" },
  "refund.sent": { before: "the platform has answered", after: "the answer is recorded" },
  "refund.recorded": { before: "the answer is recorded", after: "the event is done" },
  "share.divided": { before: "who gets how much is committed", after: "the platform hears of it" },
  "share.sent": { before: "the platform has shared", after: "the results are recorded" },
  "share.recorded": { before: "the results are recorded", after: "the rest is given free" },
  "share.unfrozen": { before: "the platform has given the rest free", after: "this is recorded" },
  "return.planned": { before: "what a refund takes back is committed", after: "the platform hears of it" },
  "return.sent": { before: "the platform has taken a part back", after: "this is recorded" },
  "return.recorded": { before: "the part is recorded as back", after: "the refund goes out" },
  "shipping.uploaded": { before: "WeChat has been told of the hand-over", after: "this is recorded" },
  "relay.taken": { before: "events were read from the outbox", after: "the bus gets them" },
  "relay.handed": { before: "the bus has the events", after: "they are marked as published" },
  "relay.published": { before: "the events are published", after: "hints go out, consumers are woken" },
  "reader.laid": { before: "the group's inbox rows are committed", after: "its place in the topic is" },
  "consumer.taken": { before: "the lease is committed", after: "the consumer begins" },
  "consumer.written": { before: "effect and 'done' are written", after: "they are committed" },
  "consumer.acted": { before: "the outside effect has happened", after: "the event is marked done" },
  "consumer.done": { before: "the event is done", after: "the next one is taken" },
  "job.taken": { before: "the job is locked for this worker", after: "it runs" },
  "job.ran": { before: "the job has run", after: "it is marked as done, or comes back" },
  "saga.moved": { before: "a saga's new standing is written", after: "it is committed with its event" },
  "message.intended": { before: "the intent to send is committed", after: "the platform hears of it" },
  "message.sent": { before: "the platform has answered", after: "the answer is recorded" },
  "message.recorded": { before: "the answer is recorded", after: "the event is done" },
  "ledger.posted": { before: "the postings are written", after: "they are committed" },
  "bill.kept": { before: "the lines of a bill are committed", after: "they are compared" },
  "bill.compared": { before: "the day's differences are committed", after: "its fees are posted" },
  "bill.feesPosted": { before: "the fees are in the ledger", after: "this is noted at the day" },
} as const satisfies Record<string, { readonly before: string; readonly after: string }>;

export type StepBoundary = keyof typeof stepBoundaries;

/** `boundary:n`: the process kills itself when it reaches the boundary for the n-th time. Production refuses it. */
export const dieAtVariable = "SANQI_DIE_AT";

type Arming = { readonly boundary: StepBoundary; left: number };

function readArming(text: string | undefined): Arming | null {
  if (!text) return null;
  const [boundary = "", count = "1"] = text.split(":");
  const left = Number(count);
  if (!Object.hasOwn(stepBoundaries, boundary) || !Number.isInteger(left) || left < 1)
    throw new Error(`${dieAtVariable} names no boundary and number: ${text}`);
  return { boundary: boundary as StepBoundary, left };
}

const armed = readArming(process.env[dieAtVariable]);

/** Says that the step before this boundary is done and the one after it has not begun. */
export function reach(boundary: StepBoundary): void {
  if (armed === null || armed.boundary !== boundary) return;
  armed.left -= 1;
  // Nothing may be tidied up: this is a power cut.
  if (armed.left === 0) process.kill(process.pid, "SIGKILL");
}
