import type { Sql } from "@sanqi/database";
import type { CampusId } from "@sanqi/kernel";
import { codesPerOrder, type PayCode, triesWindow, wrongTries } from "../domain/index.ts";
import type { PayCodeStore } from "../use-cases/ports.ts";

const columns = ["campusId", "codeHash", "orderId", "accountId", "createdAt", "expiresAt"] as const;

export const createPayCodeStore = (sql: Sql): PayCodeStore => ({
  async addPayCode(code) {
    const { campusId, orderId } = code;
    const rows = await sql`
      insert into pay_code (campus_id, code_hash, order_id, account_id, created_at, expires_at)
      select ${campusId}, ${code.codeHash}, ${orderId}, ${code.accountId}, ${code.createdAt}::bigint, ${code.expiresAt}::bigint
      where (select count(*) from pay_code where campus_id = ${campusId} and order_id = ${orderId}) < ${codesPerOrder}`;
    return rows.count === 1;
  },
  async payCode(campusId, codeHash) {
    const [row] = await sql<PayCode[]>`
      select ${sql(columns)} from pay_code where campus_id = ${campusId} and code_hash = ${codeHash}`;
    return row ?? null;
  },
  async notePayCodeUse({ campusId, codeHash }, { paymentId, usedAt }) {
    await sql`
      update pay_code set payment_id = ${paymentId}, used_at = ${usedAt}
      where campus_id = ${campusId} and code_hash = ${codeHash}`;
  },
  async countPayCodeTry(campusId, accountId, now) {
    const since = now - triesWindow;
    const [row] = await sql<{ sinceAt: number; tries: number }[]>`
      insert into pay_code_try as t (campus_id, account_id, since_at, tries) values (${campusId}, ${accountId}, ${now}, 1)
      on conflict (campus_id, account_id) do update set
        since_at = case when t.since_at <= ${since} then ${now}::bigint else t.since_at end,
        tries = case when t.since_at <= ${since} then 1 else t.tries + 1 end
      returning since_at, tries`;
    return row && row.tries > wrongTries ? row.sinceAt : null;
  },
  async forgivePayCodeTry(campusId: CampusId, accountId) {
    await sql`
      update pay_code_try set tries = greatest(tries - 1, 0)
      where campus_id = ${campusId} and account_id = ${accountId}`;
  },
});
