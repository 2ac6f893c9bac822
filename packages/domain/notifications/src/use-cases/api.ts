import type { AccountId, CampusId, Host, OrderId, Words } from "@sanqi/kernel";
import type { InboxEntry, Message } from "../domain/index.ts";

export type NotificationUseCases = {
  /** The person consented on the host; every id counts for one message. */
  grant(request: {
    campusId: CampusId;
    accountId: AccountId;
    host: Host;
    templateIds: readonly string[];
    at: number;
  }): Promise<void>;
  inbox(campusId: CampusId, accountId: AccountId): Promise<{ entries: InboxEntry[]; unread: number }>;
  markRead(campusId: CampusId, accountId: AccountId, upTo: number): Promise<void>;
};

export type Notification = {
  readonly eventId: string;
  readonly campusId: CampusId;
  readonly accountId: AccountId;
  /** The host that the person used for what this is about. */
  readonly host: Host;
  /** Null: in-app inbox only. */
  readonly message: Message | null;
  /** Mini-program path with query that the message opens. */
  readonly page: string;
  readonly orderId: OrderId | null;
  readonly inboxWords: { readonly title: Words; readonly text: Words };
};

export type NotifyOutcome =
  | "sent"
  /** Only the in-app inbox: nothing to ring for, or no consent for this kind on this host. */
  | "inboxOnly"
  | "undeliverable"
  | "refused"
  /** May or may not have arrived; never sent again. */
  | "unknown"
  /** The event was handled before. */
  | "repeated";

export type Notifier = {
  /** At most once per event, person and host. Throws HostBusy where nothing was sent and a later try may succeed. */
  notify(notification: Notification): Promise<NotifyOutcome>;
  /** Messages of which nobody knows whether they arrived. */
  ambiguous(campusId: CampusId): Promise<number>;
};
