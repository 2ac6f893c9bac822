import { type Migration, migrate } from "@sanqi/database";
import { outboxMigrations } from "@sanqi/outbox";
import { type TestDatabase, testDatabase, until } from "@sanqi/testkit";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { paymentMigrations } from "./index.ts";

/** The first release knew these. */
const released = paymentMigrations.slice(0, 2);
const steps = [...outboxMigrations, ...paymentMigrations];
const campusId = "cmp_00000000000000000001";
let db: TestDatabase;
beforeEach(async () => {
  db = await testDatabase([...outboxMigrations, ...released]);
});
afterEach(() => db?.drop());

const payment = (n: number, state = "paid") => db.sql`
  insert into payment (campus_id, payment_id, order_id, account_id, host, channel, amount_fen, state, expires_at, created_at)
  values (${campusId}, ${`pay-${n}`}, ${`ord-${n}`}, 'a', 'weapp', 'wechatPay', 1300, ${state}, 0, 0)`;
const refund = (n: number, id: string, state: string, fen = 1300) => db.sql`
  insert into refund (campus_id, refund_id, payment_id, order_id, amount_fen, state, reason, requested_at)
  values (${campusId}, ${id}, ${`pay-${n}`}, ${`ord-${n}`}, ${fen}, ${state}, '', 7)`;
const counted = async () =>
  (await db.sql<{ fen: number }[]>`select refunded_fen as fen from payment order by payment_id`).map(
    ({ fen }) => fen,
  );
/** Applies one step after the other; `seen` looks at the database after each. */
async function stepByStep(seen: (step: Migration) => Promise<void>): Promise<void> {
  for (let n = outboxMigrations.length + released.length; n < steps.length; n += 1) {
    await migrate(db.sql, steps.slice(0, n + 1));
    await seen(steps[n] as Migration);
  }
}

describe("a database of the release before", () => {
  it("is upgraded with what has gone back counted, failed refunds not", async () => {
    await payment(1, "refunded");
    await refund(1, "a", "failed");
    await refund(1, "b", "succeeded");
    await payment(2, "refunding");
    await refund(2, "c", "processing");
    await payment(3, "refunding");
    await refund(3, "d", "failed");
    await migrate(db.sql, steps);
    expect(await counted()).toEqual([1300, 1300, 0]);
    expect([...(await db.sql`select distinct refund_key from refund`)]).toEqual([
      { refundKey: "order-ended" },
    ]);
  });

  it("is locked for no longer than a word takes: rows are read, written and indexed in live steps only", async () => {
    await payment(1, "refunded");
    await refund(1, "a", "succeeded");
    const versions = async () =>
      JSON.stringify([
        await db.sql`select xmin::text from payment`,
        await db.sql`select xmin::text from refund`,
      ]);
    const indexes = async () =>
      (
        await db.sql<{ name: string }[]>`
          select i.indexrelid::regclass::text as name from pg_index i
          where i.indrelid in ('payment'::regclass, 'refund'::regclass) order by 1`
      ).map(({ name }) => name);
    const checked = async () =>
      (
        await db.sql<{ name: string }[]>`
          select conname as name from pg_constraint
          where conrelid in ('payment'::regclass, 'refund'::regclass) and contype = 'c' and convalidated order by 1`
      ).map(({ name }) => name);
    const look = async () => ({
      versions: await versions(),
      indexes: await indexes(),
      checked: await checked(),
    });
    let before = await look();
    await stepByStep(async (step) => {
      const after = await look();
      if (!step.live) {
        expect([step.name, after.versions]).toEqual([step.name, before.versions]);
        expect([step.name, after.checked]).toEqual([step.name, before.checked]);
        expect(after.indexes.filter((index) => !before.indexes.includes(index))).toEqual([]);
      }
      before = after;
    });
    expect([...(await db.sql`select conname from pg_constraint where not convalidated`)]).toEqual([]);
  });

  it("allows no second refund of the whole at any moment, and one that failed is followed by another", async () => {
    const all = Array.from({ length: 9 }, (_, n) => n);
    for (const n of all) {
      await payment(n, "refunding");
      await refund(n, `first-${n}`, "requested");
    }
    const failing = [...all];
    await stepByStep(async ({ name }) => {
      for (const n of all)
        await expect(refund(n, `too-much-${n}`, "requested"), name).rejects.toThrow(/duplicate|_within/);
      const n = failing.pop();
      if (n === undefined) return;
      await db.sql`update refund set state = 'failed' where refund_id = ${`first-${n}`}`;
      await refund(n, `next-${n}`, "requested");
    });
    expect(await counted()).toEqual(all.map(() => 1300));
  });

  it("goes on serving whoever has just locked a payment", async () => {
    await payment(1);
    const person = await db.sql.reserve();
    await person`begin`;
    await person`set local lock_timeout = '500ms'`;
    await person`select * from payment where payment_id = 'pay-1' for update`;
    const upgrade = migrate(db.sql, steps);
    await until(
      () => db.sql`select 1 from pg_locks where not granted and relation = 'payment'::regclass`,
      (waiting) => waiting.count > 0,
    );
    await person`update payment set state = 'refunding' where payment_id = 'pay-1'`;
    await person`commit`;
    person.release();
    expect((await upgrade).length).toBe(paymentMigrations.length - released.length);
  });
});

describe("refunds that are written side by side", () => {
  it("are never more than was paid, also where nobody has locked the payment", async () => {
    await migrate(db.sql, steps);
    await payment(1);
    const written = await Promise.allSettled(
      Array.from(
        { length: 10 },
        (_, n) => db.sql`
          insert into refund (campus_id, refund_id, payment_id, order_id, refund_key, amount_fen, state, reason, requested_at)
          values (${campusId}, ${`part-${n}`}, 'pay-1', 'ord-1', ${`case-${n}`}, 300, 'requested', '', 7)`,
      ),
    );
    expect(written.filter(({ status }) => status === "fulfilled")).toHaveLength(4);
    expect(await counted()).toEqual([1200]);
  });
});
