import { json, type Sql } from "@sanqi/database";
import type { InboxEntry } from "../domain/index.ts";
import type { NotificationStore } from "../use-cases/ports.ts";
import { createDeliveryLedger } from "./delivery-ledger.ts";

/** A person may press "always allow" all day; beyond this the number means nothing. */
const mostGrants = 100;

export function createNotificationStore(sql: Sql): NotificationStore {
  return {
    ...createDeliveryLedger(sql),
    async addGrants({ campusId, accountId, host, templateIds, at }) {
      const rows = templateIds.map((templateId) => ({
        campusId,
        accountId,
        host,
        templateId,
        count: 1,
        grantedAt: at,
      }));
      await sql`
        insert into consent_grant ${sql(rows)}
        on conflict (campus_id, account_id, host, template_id) do update set
          count = least(${mostGrants}::int, consent_grant.count + 1), granted_at = excluded.granted_at`;
    },
    async addEntry({ campusId, accountId, eventId }, { messageId, at, title, text, orderId }) {
      await sql`
        insert into inbox_entry (campus_id, message_id, account_id, event_id, order_id, title, body, written_at)
        values (${campusId}, ${messageId}, ${accountId}, ${eventId}, ${orderId}, ${json(sql, title)}, ${json(sql, text)}, ${at})
        on conflict (campus_id, account_id, event_id) do nothing`;
    },
    async entries(campusId, accountId, limit) {
      const entries = await sql<InboxEntry[]>`
        select message_id, written_at as at, title, body as text, order_id, read from inbox_entry
        where campus_id = ${campusId} and account_id = ${accountId}
        order by written_at desc, message_id desc limit ${limit}`;
      const [row] = await sql<{ unread: number }[]>`
        select count(*)::int as unread from inbox_entry
        where campus_id = ${campusId} and account_id = ${accountId} and not read`;
      return { entries: [...entries], unread: row?.unread ?? 0 };
    },
    async markRead(campusId, accountId, upTo) {
      await sql`update inbox_entry set read = true
        where campus_id = ${campusId} and account_id = ${accountId} and not read and written_at <= ${upTo}`;
    },
  };
}
