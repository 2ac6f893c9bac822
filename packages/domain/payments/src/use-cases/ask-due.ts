import { nextQuestion } from "../domain/index.ts";
import type { Questions } from "./ask.ts";
import { type Breakers, channels } from "./breakers.ts";
import type { Channel } from "./ports.ts";
import type { PaymentDeps } from "./prepare.ts";
import type { MoneyWork } from "./refund.ts";

export type Asking = {
  readonly breakers: Breakers;
  /** Asks through the gateways that probe. */
  readonly asking: Questions;
  readonly spacingMs: Readonly<Record<Channel, number>>;
  readonly sendRefund: MoneyWork["sendRefund"];
};
type Question = { readonly asked: number; ask(): Promise<unknown>; later(at: number): Promise<void> };

/** Asks the platforms about everything whose answer is due; a platform that is given a rest, one thing at most. */
export async function askDue(deps: PaymentDeps, parts: Asking, traceId: string): Promise<number> {
  const asked = await Promise.all(channels.map((channel) => askOne(deps, parts, { channel, traceId })));
  return asked.reduce((sum, count) => sum + count, 0);
}

/**
 * One question to each platform whose rest is over: a payment that is due, else any. Run by every process, for itself: also one
 * that does none of the timers' work must find out that a platform is well again.
 */
export async function probePaused(deps: PaymentDeps, parts: ProbingParts, traceId: string): Promise<void> {
  const turns = channels.filter((channel) => parts.breakers.questions(channel) === "probe");
  await Promise.all(turns.map((channel) => probeOne(deps, parts, { channel, traceId })));
}

type ProbingParts = Pick<Asking, "breakers" | "asking">;
type Turn = { readonly channel: Channel; readonly traceId: string };

async function probeOne(deps: PaymentDeps, parts: ProbingParts, { channel, traceId }: Turn): Promise<void> {
  const [due] = await paymentsDue(deps, parts, { channel, traceId, limit: 1 });
  if (due) await askOrLater(deps, due);
  else await parts.breakers.probe(channel, () => deps.store.anyPayment(channel));
}

async function askOne(deps: PaymentDeps, parts: Asking, { channel, traceId }: Turn): Promise<number> {
  const { store, clock } = deps;
  const turn = parts.breakers.questions(channel);
  if (turn === "none") return 0;
  if (turn === "probe") {
    await probeOne(deps, parts, { channel, traceId });
    return 1;
  }
  const payments = await paymentsDue(deps, parts, { channel, traceId, limit: 50 });
  const refunds = await store.dueRefunds(channel, clock.now(), 50);
  const questions = refunds.map((refund) => ({
    asked: refund.asked,
    ask: () => askRefund(deps, parts, { refund, channel, traceId }),
    later: (at: number) => store.askRefundLater(refund.campusId, refund.refundId, at),
  }));
  return eachOf([...payments, ...questions], (question) => askOrLater(deps, question));
}

async function paymentsDue(
  { store, clock }: PaymentDeps,
  { asking }: ProbingParts,
  { channel, traceId, limit }: Turn & { readonly limit: number },
): Promise<Question[]> {
  const payments = await store.due(channel, clock.now(), limit);
  return payments.map((payment) => ({
    asked: payment.asked,
    ask: () => asking.askPayment(payment, traceId, payment.asked + 1),
    later: (at) => store.askLater(payment.campusId, payment.paymentId, at),
  }));
}

/** One that fails is asked later, and keeps no other from its turn. */
async function askOrLater({ clock }: PaymentDeps, { ask, later, asked }: Question): Promise<void> {
  await ask().catch(() => later(nextQuestion(clock.now(), asked + 1)));
}

type DueRefund = Awaited<ReturnType<PaymentDeps["store"]["dueRefunds"]>>[number];

async function askRefund(
  { store, clock }: PaymentDeps,
  { breakers, asking, spacingMs, sendRefund }: Asking,
  { refund, channel, traceId }: { refund: DueRefund; channel: Channel; traceId: string },
): Promise<void> {
  const { campusId, refundId } = refund;
  if (refund.state === "requested") {
    const turn = await store.takeTurn({ campusId, refundId, spacingMs, now: clock.now() });
    if (turn.kind !== "go") return;
  }
  const answer = await breakers.probing[channel].queryRefund(refund);
  if (answer.ok && answer.value) {
    await asking.takeRefund(campusId, answer.value, refund.asked + 1, traceId);
    return;
  }
  await store.askRefundLater(campusId, refundId, nextQuestion(clock.now(), refund.asked + 1));
  // The platform knows nothing of it: asking for the same refund again is harmless and settles it.
  if (answer.ok) await sendRefund({ campusId, refundId, traceId });
}

/** What hangs must not hold up everything else: some run side by side, and no more than that. */
const sideBySide = 8;

async function eachOf<T>(items: readonly T[], run: (item: T) => Promise<void>): Promise<number> {
  const waiting = [...items];
  const worker = async () => {
    for (let item = waiting.shift(); item; item = waiting.shift()) await run(item);
  };
  await Promise.all(Array.from({ length: sideBySide }, worker));
  return items.length;
}
