import { minute } from "@sanqi/kernel";
import { sendingRules } from "../domain/index.ts";
import type { NotificationUseCases, Notifier } from "./api.ts";
import { type NotifyDeps, notify, writeEntry } from "./notify.ts";

export type * from "./api.ts";
export type * from "./ports.ts";
export { messageRules } from "./send-through.ts";

export type NotificationDeps = NotifyDeps;

/** Nobody scrolls further back than this on a phone. */
const inboxLength = 50;
const ambiguousLength = 200;
/** Far longer than a platform's answer may take: whoever sends for so long is gone. */
const givenUpAfter = 2 * minute;

export function createNotificationUseCases(deps: NotificationDeps): NotificationUseCases & Notifier {
  const { store, templates, clock } = deps;
  return {
    async grant({ templateIds, ...of }) {
      // The client names templates; only those that we send are worth remembering.
      const ours = new Set(Object.values(templates[of.host] ?? {}));
      const known = [...new Set(templateIds)].filter((id) => ours.has(id));
      if (known.length > 0) await store.addGrants({ ...of, templateIds: known });
    },
    inbox: (campusId, accountId) => store.entries(campusId, accountId, inboxLength),
    markRead: (campusId, accountId, upTo) => store.markRead(campusId, accountId, upTo),
    writeEntry: (notification) => writeEntry(deps, notification),
    notify: (notification) => notify(deps, notification),
    turn: (host) => deps.guards[host].turn(),
    async ambiguousMessages(campusId) {
      const messages = await store.unknown(campusId, ambiguousLength);
      return messages.map(({ accountId, ...message }) => ({
        ...message,
        account: `…${accountId.slice(-4)}`,
        promise: sendingRules[message.kind][message.host]?.promise ?? "atMostOnce",
      }));
    },
    async closeInterrupted() {
      const at = clock.now();
      const closed = await store.closeInterrupted({ before: at - givenUpAfter, at });
      for (const message of closed) deps.counted({ ...message, outcome: "unknown" });
      return closed.length;
    },
  };
}
