import type { AccountId, CampusId, Host, OrderId, Result } from "@sanqi/kernel";
import type { InboxEntry, Message, MessageKind } from "../domain/index.ts";

export type SendError =
  /** The person has given no (more) consent, or the platform dropped it: final, try no other time. */
  | { readonly kind: "notDeliverable"; readonly code: string; readonly detail: string }
  /** Our message is wrong (template, values): final, a bug or a configuration fault to be seen by an operator. */
  | { readonly kind: "messageRefused"; readonly code: string; readonly detail: string }
  /** Nothing was sent: later again. */
  | { readonly kind: "hostBusy"; readonly detail: string }
  /** It may have been sent (answer lost): platforms take no key, so the kind's own rule says whether it is repeated. */
  | { readonly kind: "sendUnknown"; readonly detail: string };

/** Sends one message to one person through one platform's own channel. `page` is a mini-program path with query. */
export type HostMessenger = {
  readonly host: Host;
  send(request: {
    readonly to: { readonly subjectKind: string; readonly subject: string };
    readonly message: Message;
    readonly page: string;
    /** Epoch ms. A repetition carries the time of the first try, so that its text is the same. */
    readonly firstTriedAt: number;
  }): Promise<Result<{ readonly receipt: string }, SendError>>;
};

export type HostMessengers = Readonly<Record<Host, HostMessenger>>;

/** Under which name an account is known on a host; null where it never came from there. */
export type Subjects = {
  subjectOn(
    campusId: CampusId,
    accountId: AccountId,
    host: Host,
  ): Promise<{ readonly subjectKind: string; readonly subject: string } | null>;
};

/** Template ids by host and kind. A host that is not in it needs no consent (DingTalk's work notifications). */
export type ConsentTemplates = Readonly<
  Partial<Record<Host, Readonly<Partial<Record<MessageKind, string>>>>>
>;

/** One message to one person on one host because of one event. */
export type DeliveryKey = {
  readonly campusId: CampusId;
  readonly eventId: string;
  readonly accountId: AccountId;
  readonly host: Host;
};
export type FinalState = "sent" | "undeliverable" | "refused" | "unknown";

export type NotificationStore = {
  addGrants(request: {
    campusId: CampusId;
    accountId: AccountId;
    host: Host;
    templateIds: readonly string[];
    at: number;
  }): Promise<void>;
  /** One entry per event and person; a repetition changes nothing. */
  addEntry(
    of: { campusId: CampusId; accountId: AccountId; eventId: string },
    entry: Omit<InboxEntry, "read">,
  ): Promise<void>;
  entries(
    campusId: CampusId,
    accountId: AccountId,
    limit: number,
  ): Promise<{ entries: InboxEntry[]; unread: number }>;
  markRead(campusId: CampusId, accountId: AccountId, upTo: number): Promise<void>;
  /**
   * Records the intent to send, in one transaction with the consent that it uses up (`templateId` null: none needed).
   * `interrupted`: an earlier try was under way and nobody knows how it ended; it is `unknown` from now on. With `again` such
   * a one is begun anew instead.
   */
  begin(
    key: DeliveryKey,
    intent: {
      kind: MessageKind;
      templateId: string | null;
      orderId: OrderId | null;
      again: boolean;
      at: number;
    },
  ): Promise<
    | { readonly kind: "begun"; readonly firstTriedAt: number }
    | { readonly kind: "noConsent" | "interrupted" | "finished" }
  >;
  /** `unused`: the platform did not take the message, so the consent is still the person's. */
  finish(
    key: DeliveryKey,
    end: { state: FinalState; detail: string; unused: boolean; at: number },
  ): Promise<void>;
  /** This try sent nothing: forget it and give the consent back. */
  withdraw(key: DeliveryKey): Promise<void>;
  /** Messages that were under way since before then become `unknown`: whoever sent them is gone. */
  closeInterrupted(when: {
    before: number;
    at: number;
  }): Promise<readonly { readonly kind: MessageKind; readonly host: Host }[]>;
  /** Those of unknown outcome, newest first. */
  unknown(campusId: CampusId, limit: number): Promise<readonly UnknownMessage[]>;
};

export type UnknownMessage = {
  readonly eventId: string;
  readonly kind: MessageKind;
  readonly host: Host;
  readonly accountId: AccountId;
  readonly orderId: OrderId | null;
  /** When it became clear that its outcome is not. */
  readonly at: number;
  readonly reason: string;
  readonly tries: number;
};
