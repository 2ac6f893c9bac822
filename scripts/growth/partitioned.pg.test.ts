import { connect, migrate } from "@sanqi/database";
import { minute } from "@sanqi/kernel";
import { forgetHandled } from "@sanqi/outbox";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { migrations } from "../../apps/bff/src/composition-root/migrations.ts";
import { type Stage, setStage } from "../../apps/bff/src/scenarios/stage.ts";
import { readDemo } from "../../apps/bff/src/seed/demo-content.ts";
import { recurringWorks } from "../../apps/bff/src/workers/recurring.ts";
import { checkBooks, checkUntilSettled } from "../rush/check-books.ts";
import { lunchCurve } from "../rush/lunch-curve.ts";
import { type Played, playLunch } from "../rush/play.ts";
import { witnessOf } from "../rush/witness.ts";
import { acrossCampuses, crosses } from "./across-campuses.ts";
import { partitionByCampus } from "./partition-by-campus.ts";
import { type Plan, planLog, planOf, tellPlans } from "./plans.ts";

/**
 * The empty ones stand before and behind the one that is used: a statement that stops at its first find has then looked into
 * a foreign one already.
 */
const campuses = {
  before: `cmp_${"0".repeat(20)}`,
  home: readDemo().ids.campusId,
  behind: `cmp_${"z".repeat(20)}`,
};
const log = planLog();
let tables: readonly string[];
let stage: Stage;
let played: Played;
beforeAll(async () => {
  stage = await setStage({
    log,
    async prepare(sql) {
      await migrate(sql, migrations);
      tables = await partitionByCampus(sql, campuses);
      await tellPlans(sql);
    },
  });
  played = await playLunch({
    place: { url: stage.url, sandbox: stage.sandbox.url, now: stage.clock.now },
    students: 12,
    lengthMs: 2_000,
    graceMs: 180_000,
    curve: lunchCurve(),
    riders: 12,
    consolePassword: stage.product.consolePassword,
    seed: 11,
    tempo: {
      lookMs: [10, 60],
      cookMs: [100, 400],
      metresPerSecond: 400,
      positionMs: 300,
      riderLookMs: [20, 200],
    },
  });
}, 240_000);
afterAll(() => stage?.close());

describe("the schema, partitioned by campus", () => {
  it("is a copy of the real one, table by table and key by key", async () => {
    const kinds = await stage.sql<{ kind: string; n: number }[]>`
      select relkind as kind, count(*)::int as n from pg_class
      where relnamespace = 'public'::regnamespace and relname = any(${[...tables]}::text[]) group by 1`;
    expect([...kinds]).toEqual([{ kind: "p", n: tables.length }]);
    expect(tables.length).toBeGreaterThan(50);
    // Nothing was left to do for the product: it found every step applied.
    expect(await migrate(stage.sql, migrations)).toEqual([]);
  });

  it("serves a whole lunch, and its books agree", async () => {
    const witness = witnessOf(played.world, played.since);
    const look = async () =>
      checkBooks({ sql: stage.sql, sandbox: await played.world.phone.state(), witness });
    expect(await checkUntilSettled(look, 60_000)).toEqual([]);
    expect(played.world.tally.counts).toMatchObject({ arrived: 12, placed: 12, failed: 0 });
  });

  it("lets everything run that comes back by the clock", async () => {
    const sql = connect(stage.config.databaseUrl, { max: 2, onNotice: (text) => log.debug("", { text }) });
    const around = { sql, clock: stage.clock, campusId: campuses.home };
    for (const work of recurringWorks(stage.product.parts, around)) await work.run("test");
    await stage.product.idle();
    // What is handled is not yet old.
    expect(await forgetHandled(sql, stage.clock.now() + minute)).toBeGreaterThan(0);
    await sql.end();
  });

  it("is asked by one campus at a time, but for the statements that are listed with their reasons", () => {
    const strangers = log.plans.filter((plan) => plan.campuses.length > 1 && !crosses(plan.statement));
    expect([...new Set(strangers.map(({ statement }) => statement))]).toEqual([]);
    const foreign = log.plans.filter(
      ({ campuses: [only], campuses: all }) => all.length === 1 && only !== "home",
    );
    expect([...new Set(foreign.map(({ statement }) => statement))]).toEqual([]);
    const touched = new Set(log.plans.flatMap((plan) => plan.tables));
    for (const table of [
      "orders",
      "order_line",
      "dish_stock",
      "outbox",
      "inbox",
      "payment",
      "refund",
      "posting",
      "session",
    ])
      expect(touched).toContain(table);
  });

  it("needs every entry of that list", () => {
    const unused = acrossCampuses.filter(
      ({ part, rare }) =>
        !rare && !log.plans.some((plan) => plan.campuses.length > 1 && plan.statement.includes(part)),
    );
    expect(unused).toEqual([]);
  });

  it("would show a statement that forgets the campus, inside a function too", async () => {
    const plans: Plan[] = [];
    const sql = connect(stage.config.databaseUrl, {
      max: 1,
      onNotice(text) {
        const plan = planOf(text);
        if (plan) plans.push(plan);
      },
    });
    try {
      await sql`select 1 from orders where order_id = ${"ord_1"}`;
      await sql`select 1 from orders where campus_id = ${campuses.home} and order_id = ${"ord_1"}`;
      await sql.unsafe(`create function forgetful(wanted text) returns bigint language plpgsql as
        $$ begin return (select count(*) from order_line where order_id = wanted); end $$`);
      await sql`select forgetful(${"ord_1"})`;
      const all = Object.keys(campuses).sort();
      expect(
        plans.filter((plan) => plan.tables.length > 0).map((plan) => [plan.tables, plan.campuses]),
      ).toEqual([
        [["orders"], all],
        [["orders"], ["home"]],
        [["order_line"], all],
      ]);
    } finally {
      await sql`drop function if exists forgetful`;
      await sql.end();
    }
  });
});
