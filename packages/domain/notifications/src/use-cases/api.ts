import type { AccountId, CampusId, Host, OrderId, Words } from "@sanqi/kernel";
import type { Turn } from "@sanqi/resilience";
import type { InboxEntry, Message, MessageKind, SendingRule } from "../domain/index.ts";

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
  /** Messages of which nobody knows whether they arrived, newest first. */
  ambiguousMessages(campusId: CampusId): Promise<AmbiguousMessage[]>;
};

export type AmbiguousMessage = {
  readonly eventId: string;
  readonly kind: MessageKind;
  readonly host: Host;
  /** The end of the account's id: enough to tell two apart, not to look one up. */
  readonly account: string;
  readonly orderId: OrderId | null;
  readonly at: number;
  readonly reason: string;
  readonly tries: number;
  /** `atMostOnce`: nothing more is done. `atLeastOnce`: it is sent again until the platform answers. */
  readonly promise: SendingRule["promise"];
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
  /** Epoch ms of what it is about. */
  readonly occurredAt: number;
  readonly inboxWords: { readonly title: Words; readonly text: Words };
};

export type NotifyOutcome =
  | "sent"
  /** Only the in-app inbox: nothing to ring for, or no consent for this kind on this host. */
  | "inboxOnly"
  | "undeliverable"
  | "refused"
  /** Too long after its event to ring for. */
  | "tooLate"
  /** May or may not have arrived; not sent again. */
  | "unknown"
  /** The event was handled before. */
  | "repeated";

export type Notifier = {
  /** The app's own inbox, which waits for no platform; a repetition changes nothing. */
  writeEntry(notification: Notification): Promise<void>;
  /**
   * Rings once per event, person and host; see `sendingRules` for what may have been sent and was not answered. Throws NotNow
   * where it has to be tried later.
   */
  notify(notification: Notification): Promise<NotifyOutcome>;
  /** Whether the host may be called now. */
  turn(host: Host): Turn;
  /** Gives up on what a process that is gone was sending; returns how many messages that were. */
  closeInterrupted(): Promise<number>;
};
