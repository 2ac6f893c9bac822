import type { NotificationUseCases, Notifier } from "./api.ts";
import { type NotifyDeps, notify } from "./notify.ts";

export type * from "./api.ts";
export { HostBusy } from "./notify.ts";
export type * from "./ports.ts";

export type NotificationDeps = NotifyDeps;

/** Nobody scrolls further back than this on a phone. */
const inboxLength = 50;

export function createNotificationUseCases(deps: NotificationDeps): NotificationUseCases & Notifier {
  const { store, templates } = deps;
  return {
    async grant({ templateIds, ...of }) {
      // The client names templates; only those that we send are worth remembering.
      const ours = new Set(Object.values(templates[of.host] ?? {}));
      const known = [...new Set(templateIds)].filter((id) => ours.has(id));
      if (known.length > 0) await store.addGrants({ ...of, templateIds: known });
    },
    inbox: (campusId, accountId) => store.entries(campusId, accountId, inboxLength),
    markRead: (campusId, accountId, upTo) => store.markRead(campusId, accountId, upTo),
    notify: (notification) => notify(deps, notification),
    ambiguous: (campusId) => store.unknown(campusId),
  };
}
