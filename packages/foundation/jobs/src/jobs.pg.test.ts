import { inTransaction } from "@sanqi/database";
import { until } from "@sanqi/testkit";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createJobDesk, enqueue, enqueueAll } from "./index.ts";
import { type JobStage, noting, setJobStage } from "./stage-for-tests.ts";

let stage: JobStage;
beforeEach(async () => {
  stage = await setJobStage();
});
afterEach(() => stage.drop());

const past = Date.now() - 1_000;
const future = Date.now() + 3_600_000;
const job = (key: string, runAt = past, task = "note") => ({ task, key, payload: { who: key }, runAt });

describe("a job", () => {
  it("is there once the transaction that wrote it commits, and not at all where that rolls back", async () => {
    await inTransaction(stage.sql, (tx) => enqueueAll(tx, [job("kept"), job("also")]));
    await inTransaction(stage.sql, async (tx) => {
      await enqueue(tx, job("lost"));
      throw new Error("changed its mind");
    }).catch(() => undefined);
    expect(await stage.keys()).toEqual(["also", "kept"]);
  });

  it("runs once, whichever of two processes takes it", async () => {
    const seen: string[] = [];
    const names = Array.from({ length: 60 }, (_, n) => `job ${n}`);
    await enqueueAll(
      stage.sql,
      names.map((name) => job(name)),
    );
    const workers = await Promise.all(
      [1, 2].map(() => stage.start({ tasks: [noting("note", seen)], atOnce: 3 })),
    );
    await until(async () => (await stage.keys()).length === 0);
    await Promise.all(workers.map((worker) => worker.stop()));
    expect(seen.sort()).toEqual(names.sort());
  });

  it("waits for its time, and moves with its key", async () => {
    const seen: string[] = [];
    await enqueue(stage.sql, job("later", future));
    const worker = await stage.start({ tasks: [noting("note", seen)] });
    await enqueue(stage.sql, job("now"));
    await until(() => seen.length === 1);
    await enqueue(stage.sql, { ...job("later"), payload: { who: "moved" } });
    await until(() => seen.length === 2);
    await worker.stop();
    expect(seen).toEqual(["now", "moved"]);
  });

  it("that is not due yet by its own clock comes back, unless its key was moved meanwhile", async () => {
    const seen: number[] = [];
    const early = {
      name: "early",
      parse: () => null,
      async run() {
        seen.push(performance.now());
        return seen.length < 3 ? { againInMs: 100 } : null;
      },
    };
    const moved: string[] = [];
    const overtaken = {
      name: "overtaken",
      parse: () => null,
      async run() {
        moved.push("ran");
        await enqueue(stage.sql, job("overtaken", future, "overtaken"));
        return { againInMs: 1 };
      },
    };
    await enqueueAll(stage.sql, [job("early", past, "early"), job("overtaken", past, "overtaken")]);
    const worker = await stage.start({ tasks: [early, overtaken] });
    await until(() => seen.length === 3);
    await until(async () => (await stage.keys()).join() === "overtaken");
    await worker.stop();
    expect(moved).toEqual(["ran"]);
    const [row] = await stage.sql<{ at: number }[]>`
      select (extract(epoch from run_at) * 1000)::bigint as at from graphile_worker.jobs`;
    expect(row?.at).toBe(future);
  });

  it("rings no bell: commits of others never wait for it", async () => {
    const rung: string[] = [];
    await stage.sql.listen("jobs:insert", (text) => rung.push(text));
    await inTransaction(stage.sql, (tx) => enqueueAll(tx, [job("a"), job("b")]));
    await stage.sql`select graphile_worker.add_job('note', job_key := 'by the library itself')`;
    await until(() => rung.length > 0);
    expect(rung).toHaveLength(1);
  });
});

describe("a job that fails", () => {
  it("is parked after its last try, visible with its reason, and runs again when a person says so", async () => {
    const desk = createJobDesk(stage.sql);
    let mended = false;
    const task = {
      ...noting("note", []),
      async run() {
        if (!mended) throw new Error("no ladle");
        return null;
      },
    };
    await stage.sql`select jobs.enqueue(array['note'], array['{"who":"soup"}']::json[], array[${past}::bigint], array['soup'], 1)`;
    const worker = await stage.start({ tasks: [task] });
    await until(async () => (await desk.figures()).parked === 1);
    expect(stage.failures).toMatchObject([{ task: "note", key: "soup", attempts: 1, parked: true }]);
    const [parked] = await desk.failed();
    expect(parked).toMatchObject({ key: "soup", state: "parked", lastError: "no ladle" });
    mended = true;
    expect(await desk.rerun(parked?.id ?? 0)).toBe(true);
    await until(async () => (await stage.keys()).length === 0);
    expect(await desk.rerun(parked?.id ?? 0)).toBe(false);
    await worker.stop();
  });

  it("with a payload that nobody understands waits longer after each try and does not hold up others", async () => {
    const seen: string[] = [];
    const desk = createJobDesk(stage.sql);
    await enqueueAll(stage.sql, [{ ...job("poison"), payload: { no: 1 } }, job("good")]);
    const worker = await stage.start({ tasks: [noting("note", seen)] });
    await until(async () => seen.length === 1 && (await desk.failed()).length === 1);
    await worker.stop();
    expect(await desk.failed()).toMatchObject([{ key: "poison", attempts: 1, lastError: "nobody is named" }]);
    const [poison] = await desk.failed();
    expect(poison?.runAt).toBeGreaterThan(past + 2_000);
    expect(stage.failures).toMatchObject([{ parked: false }]);
  });
});

describe("recurring work", () => {
  it("comes back, also after a failure, and runs in one process at a time", async () => {
    let running = 0;
    let most = 0;
    const runs: string[] = [];
    const work = (process: string) => ({
      name: "stir",
      everyMs: 30,
      async run() {
        running += 1;
        most = Math.max(most, running);
        await new Promise((resolve) => setTimeout(resolve, 15));
        running -= 1;
        runs.push(process);
        if (runs.length === 2) throw new Error("spilled");
      },
    });
    const workers = await Promise.all(
      ["a", "b"].map((p) => stage.start({ recurring: [work(p)], pollMs: 10 })),
    );
    await until(() => runs.length >= 12);
    await Promise.all(workers.map((worker) => worker.stop()));
    expect(most).toBe(1);
    expect(await stage.keys()).toEqual(["every/stir"]);
    expect(stage.logLines.join()).toContain("timer stir failed");
  });

  it("is left to the process that is at it, however long that takes and whoever starts meanwhile", async () => {
    let finish = () => {};
    const held = new Promise<void>((resolve) => (finish = resolve));
    const begun: string[] = [];
    const work = (process: string) => ({
      name: "stir",
      everyMs: 10,
      async run() {
        begun.push(process);
        await held;
      },
    });
    const first = await stage.start({ recurring: [work("first")], pollMs: 10 });
    await until(() => begun.length === 1);
    const seen: string[] = [];
    const second = await stage.start({
      ...{ recurring: [work("second")], tasks: [noting("note", seen)], pollMs: 10, atOnce: 1 },
    });
    // Due after anything that the second start could have planted.
    await enqueue(stage.sql, job("marker", Date.now() + 200));
    await until(() => seen.length === 1);
    expect(begun).toEqual(["first"]);
    finish();
    await Promise.all([first.stop(), second.stop()]);
  });

  it("that was parked is planted again by the next start, and what no release knows any more goes away", async () => {
    await stage.sql`select jobs.enqueue(array['every/stir', 'every/gone'], array['{}', '{}']::json[],
      array[${future}, ${future - 100 * 86_400_000}]::bigint[], array['every/stir', 'every/gone'])`;
    await stage.sql`select graphile_worker.permanently_fail_jobs(array(select id from graphile_worker.jobs where key = 'every/stir'))`;
    let runs = 0;
    const worker = await stage.start({
      recurring: [{ name: "stir", everyMs: 20, run: async () => runs++ }],
    });
    await until(() => runs > 1);
    await worker.stop();
    expect(await stage.keys()).toEqual(["every/stir"]);
  });
});

describe("a worker", () => {
  it("that stops finishes what it has begun and leaves nothing locked", async () => {
    let finish = () => {};
    const held = new Promise<void>((resolve) => (finish = resolve));
    let begun = false;
    const slow = {
      ...noting("note", []),
      async run() {
        begun = true;
        await held;
        return null;
      },
    };
    await enqueueAll(stage.sql, [job("begun"), job("not begun")]);
    const worker = await stage.start({ tasks: [slow], atOnce: 1 });
    await until(() => begun);
    const stopped = worker.stop();
    finish();
    await Promise.all([stopped, worker.stop()]);
    expect(await stage.locked()).toBe(0);
    expect((await stage.keys()).length).toBe(1);
    expect((await stage.sql`select 1 from job_worker`).count).toBe(0);
  });

  it("goes on when the database has cut all of its connections", async () => {
    const seen: string[] = [];
    const worker = await stage.start({ tasks: [noting("note", seen)] });
    await enqueue(stage.sql, job("before"));
    await until(() => seen.length === 1);
    for (let cut = 0; cut < 3; cut += 1) {
      await stage.sql`select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and application_name = 'sanqi-jobs'`;
      await enqueue(stage.sql, job(`after ${cut}`));
      await until(() => seen.includes(`after ${cut}`));
    }
    await worker.stop();
    expect(await stage.locked()).toBe(0);
  });
});
