import type { NotifyRecord } from "../state/records.ts";
import type { World } from "../world.ts";
import type { Reply } from "./notifier.ts";

export const newNotifyRecord = (id: string): NotifyRecord => ({
  plan: { mode: "normal" },
  id,
  attempts: 0,
  acknowledgedAt: null,
  lastAnswer: null,
});

/** Starts what the record's plan says; for a plan that was set before the event as well as for one set after it. */
export function startNotifying(world: World, channel: string, subject: string, record: NotifyRecord): void {
  const { plan } = record;
  if (plan.mode === "never") {
    world.notifier.cancel(channel, subject);
    return;
  }
  world.notifier.begin(channel, subject, plan.mode === "late" ? plan.afterMs : 0);
  if (plan.mode === "twice") world.notifier.repeat(channel, subject);
}

export function noteAttempt(
  world: World,
  record: NotifyRecord,
  attempt: { reply: Reply | null; heard: boolean },
): void {
  record.attempts += 1;
  record.lastAnswer =
    attempt.reply === null ? "no answer" : `${attempt.reply.status} ${attempt.reply.body.slice(0, 80)}`;
  if (attempt.heard) record.acknowledgedAt ??= world.clock.now();
}
