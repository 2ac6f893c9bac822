import type { Clock, Ids } from "@sanqi/kernel";
import type { Message } from "../domain/index.ts";
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

export type NotifyDeps = {
  readonly store: NotificationStore;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly messengers: HostMessengers;
  readonly subjects: Subjects;
  readonly templates: ConsentTemplates;
};

/** The host took nothing; whoever delivers events tries again later. */
export class HostBusy extends Error {}

const endOf: Record<Exclude<SendError["kind"], "hostBusy">, { state: FinalState; unused: boolean }> = {
  notDeliverable: { state: "undeliverable", unused: false },
  messageRefused: { state: "refused", unused: true },
  sendUnknown: { state: "unknown", unused: false },
};

/** The inbox always; the platform's channel where the person may be reached there. */
export async function notify(deps: NotifyDeps, notification: Notification): Promise<NotifyOutcome> {
  const { store, clock, ids } = deps;
  const { campusId, accountId, eventId, host, message, orderId } = notification;
  const { title, text } = notification.inboxWords;
  await store.addEntry(
    { campusId, accountId, eventId },
    { messageId: ids.next("message"), at: clock.now(), title, text, orderId },
  );
  if (!message) return "inboxOnly";
  return ring(deps, { campusId, accountId, eventId, host }, { message, page: notification.page });
}

async function ring(
  deps: NotifyDeps,
  key: DeliveryKey,
  { message, page }: { message: Message; page: string },
): Promise<NotifyOutcome> {
  const { store, clock, subjects, templates, messengers } = deps;
  const needed = templates[key.host];
  const templateId = needed?.[message.kind] ?? null;
  // The host wants a consent and has no template for this kind: nobody can have consented.
  if (needed && templateId === null) return "inboxOnly";
  const to = await subjects.subjectOn(key.campusId, key.accountId, key.host);
  if (!to) return "inboxOnly";
  const begun = await store.begin(key, { kind: message.kind, templateId, at: clock.now() });
  if (begun === "noConsent") return "inboxOnly";
  if (begun === "interrupted") return "unknown";
  if (begun === "finished") return "repeated";
  const sent = await messengers[key.host].send({ to, message, page });
  if (sent.ok) {
    await store.finish(key, { state: "sent", detail: sent.value.receipt, unused: false, at: clock.now() });
    return "sent";
  }
  if (sent.error.kind === "hostBusy") {
    await store.withdraw(key);
    throw new HostBusy(`${key.host}: ${sent.error.detail}`);
  }
  const { state, unused } = endOf[sent.error.kind];
  const code = "code" in sent.error ? `${sent.error.code} ` : "";
  await store.finish(key, {
    state,
    unused,
    detail: `${code}${sent.error.detail}`.slice(0, 500),
    at: clock.now(),
  });
  return state;
}
