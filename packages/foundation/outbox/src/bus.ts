import type { Tx } from "@sanqi/database";
import type { Clock } from "@sanqi/kernel";
import type { Event } from "./event.ts";
import { layForAll } from "./inbox.ts";

/** Names one event of the outbox. */
export type EventName = { readonly campusId: string; readonly eventId: string };

/** Where a broker's messages go: the inboxes of the consumers, group by group. */
export type Inboxes = {
  /** The groups of this process's consumers. */
  readonly groups: readonly string[];
  /**
   * Lays events into the inboxes of the group's consumers, all or none; a repetition changes nothing. Throws while the
   * database does not answer.
   * @returns the names that our outbox does not know
   */
  deliver(group: string, events: readonly EventName[]): Promise<readonly EventName[]>;
};

/** Carries events from the outbox to the inboxes. */
export type Bus = {
  /** `inbox`: publishing is delivering, in one transaction. `broker`: others deliver, some time after. */
  readonly carriedBy: "inbox" | "broker";
  /**
   * Called by one relay at a time with events in the order of their writing; those of one key must arrive in it. Once it
   * resolves they are safe; when it throws, all of them come again.
   */
  publish(events: readonly Event[], tx: Tx): Promise<void>;
  /** Delivers from now on, and goes on by itself after any trouble. */
  receive(inboxes: Inboxes): { stop(): Promise<void> };
};

/** PostgreSQL alone: an event is published by laying it into every inbox. */
export const createPostgresBus = (clock: Clock): Bus => ({
  carriedBy: "inbox",
  publish: (events, tx) => layForAll(tx, events, clock),
  receive: () => ({ stop: async () => undefined }),
});
