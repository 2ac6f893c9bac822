import type { AccountId, CampusId, Host } from "@sanqi/kernel";
import type { InboxEntry } from "../domain/index.ts";

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
