import { type TestDatabase, testDatabase } from "@sanqi/testkit";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { connect, inTransaction, type Sql } from "./index.ts";

let db: TestDatabase;
let cutter: Sql;
beforeAll(async () => {
  db = await testDatabase([]);
  cutter = connect(db.url, { max: 1, name: "cutter" });
  await db.sql`create table noted (word text)`;
});
beforeEach(() => db.sql`delete from noted`);
afterAll(async () => {
  await cutter.end();
  await db.drop();
});

const cut = (name: string) =>
  cutter`select pg_terminate_backend(pid) from pg_stat_activity where application_name = ${name}`;
const words = async () =>
  (await db.sql<{ word: string }[]>`select word from noted order by word`).map((r) => r.word);
/** Something that goes on elsewhere while a transaction is open. */
function gate() {
  let open = () => {};
  const passed = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, passed };
}

describe("a connection that the server cuts", () => {
  it("never carries the rest of its transaction into the next one", async () => {
    // One connection only: whoever comes next gets the same one, up again.
    const sql = connect(db.url, { max: 1, name: "single" });
    const [begun, goOn, ended] = [gate(), gate(), gate()];
    const broken = inTransaction(sql, async (tx) => {
      await tx`insert into noted values ('broken')`;
      begun.open();
      await goOn.passed;
      await tx`insert into noted values ('after the cut')`.finally(ended.open);
    });
    const outcome = broken.then(
      () => "done",
      () => "failed",
    );
    await begun.passed;
    await cut("single");
    expect(await outcome).toBe("failed");
    const next = inTransaction(sql, async (tx) => {
      await tx`insert into noted values ('one')`;
      goOn.open();
      // Its rest and its rollback had their chance.
      await ended.passed.catch(() => undefined);
      await new Promise((resolve) => setImmediate(resolve));
      await tx`insert into noted values ('two')`;
      throw new Error("changed my mind");
    });
    await expect(next).rejects.toThrow("changed my mind");
    expect(await words()).toEqual([]);
    await sql.end({ timeout: 1 });
  });

  it("fails what was under way, and the pool serves on: nothing waits for ever, the process lives", async () => {
    const sql = connect(db.url, { max: 4, name: "pooled" });
    for (let round = 0; round < 15; round += 1) {
      const works = Array.from({ length: 12 }, (_, n) =>
        n % 2 === 0
          ? sql`select pg_sleep(0.002)`
          : inTransaction(sql, async (tx) => {
              for (let step = 0; step < 5; step += 1) await tx`select ${step}::int`;
            }),
      );
      const settled = Promise.allSettled(works);
      await cut("pooled");
      await settled;
      expect((await sql`select 1`.catch(() => sql`select 1`)).count).toBe(1);
    }
    await sql.end({ timeout: 1 });
  });
});
