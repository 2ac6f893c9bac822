import { type Clock, type Host, type Ids, minute, second } from "@sanqi/kernel";
import { NotNow } from "@sanqi/outbox";
import { type Guard, reach } from "@sanqi/resilience";
import { type Message, type MessageKind, sendingRules } from "../domain/index.ts";
import type { Notification, NotifyOutcome } from "./api.ts";
import type {
  ConsentTemplates,
  DeliveryKey,
  FinalState,
  HostMessengers,
  NotificationStore,
  SendError,
  Subjects,
} from "./ports.ts";
import { sendThrough } from "./send-through.ts";

export type NotifyDeps = {
  readonly store: NotificationStore;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly messengers: HostMessengers;
  /** In front of each host's messages: while one is open, events for that host wait their turn. */
  readonly guards: Readonly<Record<Host, Guard>>;
  readonly subjects: Subjects;
  readonly templates: ConsentTemplates;
  /** For the figures: what became of a message. */
  readonly counted: (message: { kind: MessageKind; host: Host; outcome: NotifyOutcome }) => void;
};

const endOf: Record<Exclude<SendError["kind"], "hostBusy">, { state: FinalState; unused: boolean }> = {
  notDeliverable: { state: "undeliverable", unused: false },
  messageRefused: { state: "refused", unused: true },
  sendUnknown: { state: "unknown", unused: false },
};

const notBegun = { noConsent: "inboxOnly", interrupted: "unknown", finished: "repeated" } as const;

/** The inbox always; the platform's channel where the person may be reached there. */
export async function notify(deps: NotifyDeps, notification: Notification): Promise<NotifyOutcome> {
  const { message, host } = notification;
  // Events that were delivered before the inbox had a consumer of its own come only here.
  await writeEntry(deps, notification);
  if (!message) return "inboxOnly";
  const outcome = await ring(deps, notification, message);
  deps.counted({ kind: message.kind, host, outcome });
  return outcome;
}

export async function writeEntry(
  { store, ids, clock }: NotifyDeps,
  { campusId, accountId, eventId, inboxWords, orderId }: Notification,
): Promise<void> {
  const { title, text } = inboxWords;
  await store.addEntry(
    { campusId, accountId, eventId },
    { messageId: ids.next("message"), at: clock.now(), title, text, orderId },
  );
}

async function ring(deps: NotifyDeps, about: Notification, message: Message): Promise<NotifyOutcome> {
  const { store, clock, subjects, templates } = deps;
  const { campusId, accountId, eventId, host, orderId, page } = about;
  const rule = sendingRules[message.kind][host];
  if (!rule) return "inboxOnly";
  const needed = templates[host];
  const templateId = needed?.[message.kind] ?? null;
  // The host wants a consent and has no template for this kind: nobody can have consented.
  if (needed && templateId === null) return "inboxOnly";
  if (clock.now() - about.occurredAt > rule.usefulMs) return "tooLate";
  const to = await subjects.subjectOn(campusId, accountId, host);
  if (!to) return "inboxOnly";
  const turn = deps.guards[host].turn();
  if (turn.may === "none") throw new NotNow(`${host} is given a rest`, Math.max(turn.forMs, second));

  const key: DeliveryKey = { campusId, accountId, eventId, host };
  const again = rule.promise === "atLeastOnce";
  const intent = { kind: message.kind, templateId, orderId, again, at: clock.now() };
  const begun = await store.begin(key, intent);
  if (begun.kind !== "begun") return notBegun[begun.kind];
  reach("message.intended");
  const sent = await sendThrough(deps, host, { to, message, page, firstTriedAt: begun.firstTriedAt });
  reach("message.sent");
  if (sent.ok) {
    await store.finish(key, { state: "sent", detail: sent.value.receipt, unused: false, at: clock.now() });
    reach("message.recorded");
    return "sent";
  }
  const { error } = sent;
  if (error.kind === "hostBusy") {
    await store.withdraw(key);
    throw later(deps, about, error.detail);
  }
  const { state, unused } = endOf[error.kind];
  const detail = `${"code" in error ? `${error.code} ` : ""}${error.detail}`.slice(0, 500);
  await store.finish(key, { state, unused, detail, at: clock.now() });
  if (state !== "unknown" || !again) return state;
  deps.counted({ kind: message.kind, host, outcome: state });
  throw later(deps, about, `nobody knows whether it arrived: ${detail}`);
}

/** Waits as long again as it has waited, so that what cannot be sent for hours is not tried every second. */
function later({ guards, clock }: NotifyDeps, { host, occurredAt }: Notification, reason: string): NotNow {
  const turn = guards[host].turn();
  const waited = Math.min(Math.max(clock.now() - occurredAt, second), 2 * minute);
  return new NotNow(`${host}: ${reason}`, turn.may === "none" ? Math.max(turn.forMs, second) : waited);
}
