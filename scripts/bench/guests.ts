import type { Sql } from "@sanqi/database";
import { type AccountId, type CampusId, toId } from "@sanqi/kernel";

const tail = (n: number, wide: number) => String(n).padStart(wide, "0");

/** Guest number n: every process of a benchmark can tell his ids and token from the number. */
export const guestAccount = (n: number): AccountId => toId("account", `acc_bench${tail(n, 15)}`);
const secretOf = (n: number) => `bench-secret-${tail(n, 30)}`;
export const guestToken = (campusId: string, n: number): string =>
  `v1.${campusId}.ses_bench${tail(n, 15)}.${secretOf(n)}`;

/** Makes guests `from` to `from + count - 1`, each logged in, in a few statements. */
export async function inviteGuests(
  sql: Sql,
  campusId: CampusId,
  who: { from: number; count: number; now: number },
): Promise<void> {
  const { from, count, now } = who;
  const until = from + count - 1;
  await sql`
    insert into account (campus_id, account_id, display_name, created_at)
    select ${campusId}, 'acc_bench' || lpad(n::text, 15, '0'), '', ${now}
    from generate_series(${from}::int, ${until}::int) n on conflict do nothing`;
  await sql`
    insert into session (campus_id, session_id, account_id, host, app, device, secret_hash, created_at, expires_at, last_seen_at)
    select ${campusId}, 'ses_bench' || lpad(n::text, 15, '0'), 'acc_bench' || lpad(n::text, 15, '0'),
      (array['weapp', 'alipay', 'dd'])[1 + n % 3], 'bench', 'bench',
      sha256(convert_to('bench-secret-' || lpad(n::text, 30, '0'), 'UTF8')), ${now}, ${now + 86_400_000}, ${now}
    from generate_series(${from}::int, ${until}::int) n on conflict do nothing`;
}
