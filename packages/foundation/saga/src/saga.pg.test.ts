import { inTransaction } from "@sanqi/database";
import { createIds, day, manualClock, minute, toId } from "@sanqi/kernel";
import {
  appendEvents,
  type Consumer,
  createEventDesk,
  type Event,
  localConsumer,
  outboxMigrations,
  outsideConsumer,
  startPump,
} from "@sanqi/outbox";
import { type TestDatabase, testDatabase, until } from "@sanqi/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Concern, createFollower, createSagaDesk, sagaMigrations } from "./index.ts";
import { plainEvents, plainSaga } from "./plain-saga-for-tests.ts";

const campusId = toId("campus", "cmp_00000000000000000001");
const clock = manualClock(1_000_000);
const ids = createIds(clock.now, (b) => crypto.getRandomValues(b));
let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase([...outboxMigrations, ...sagaMigrations]);
});
afterAll(() => db?.drop());

/** One saga a key, which begins with the end of its thing. */
const which = async (_tx: unknown, { type, key }: Event): Promise<Concern[]> => [
  {
    sagaId: `saga-${key}`,
    begins: type === "thing.ended" ? "plain" : null,
    label: "A1",
    note: `because of ${type}`,
  },
];
const follower = createFollower([plainSaga], which);
const followers = () =>
  localConsumer<unknown>({
    name: "follow",
    on: plainEvents,
    handle: (event, tx) => follower.follow(tx, event),
  });
const desk = (look = async (): Promise<{ note: string } | null> => null) =>
  createSagaDesk({
    sql: db.sql,
    clock,
    definitions: [plainSaga],
    events: createEventDesk(db.sql, clock),
    look,
  });

async function tell(key: string, ...types: string[]): Promise<Event[]> {
  const events = types.map((type) => ({
    ...{
      campusId,
      eventId: ids.next("event"),
      type,
      key,
      payload: {},
      traceId: `trace-${type}`,
      occurredAt: clock.now(),
    },
  }));
  await inTransaction(db.sql, (tx) => appendEvents(tx, events));
  return events;
}
const pump = (consumers: readonly Consumer[]) =>
  startPump({
    sql: db.sql,
    consumers,
    clock,
    pollMs: 20,
    onFailure: () => {},
    onTrouble: (e) => console.error(e),
  });
const rowOf = async (key: string) => (await db.sql`select * from saga where saga_id = ${`saga-${key}`}`)[0];
const stepsOf = async (key: string) =>
  (
    await db.sql<{ mark: string; step: string }[]>`
    select step, mark from saga_step where saga_id = ${`saga-${key}`} order by at, event_id, mark`
  ).map(({ step, mark }) => `${step} ${mark}`);

describe("a saga's row", () => {
  it("follows its events, with times and traces, and ends", async () => {
    const running = pump([followers()]);
    await running.idle();
    await tell("whole", "thing.ended");
    await running.idle();
    expect(await rowOf("whole")).toMatchObject({
      state: "running",
      step: "asked",
      label: "A1",
      late: false,
      traceId: "trace-thing.ended",
    });
    clock.advance(1_000);
    await tell("whole", "money.asked", "money.back");
    await running.idle();
    expect(await rowOf("whole")).toMatchObject({
      state: "running",
      step: "told",
      startedAt: clock.now() - 1_000,
    });
    await tell("whole", "thing.told");
    await running.idle();
    await running.stop();
    expect(await rowOf("whole")).toMatchObject({
      state: "done",
      step: null,
      stuckAt: null,
      endedAt: clock.now(),
    });
    const { ended, running: others } = await desk().list(campusId);
    expect(ended.map(({ sagaId }) => sagaId)).toContain("saga-whole");
    expect(others.map(({ sagaId }) => sagaId)).not.toContain("saga-whole");
    clock.advance(day + 1);
    expect((await desk().list(campusId)).ended).toEqual([]);
  });

  it("is the same however often its events are delivered", async () => {
    const running = pump([followers()]);
    await running.idle();
    await tell("twice", "thing.ended", "money.asked", "money.refused", "money.asked");
    await running.idle();
    const [row, steps] = [await rowOf("twice"), await stepsOf("twice")];
    expect(row).toMatchObject({ step: "back", attempt: 2, refusal: null });
    await db.sql`update inbox set state = 'waiting', next_at = 0 where key = 'twice'`;
    await running.idle();
    await running.stop();
    expect([await rowOf("twice"), await stepsOf("twice")]).toEqual([row, steps]);
  });

  it("is written once by two processes, and taken over when one dies between two steps", async () => {
    const [one, other] = [pump([followers()]), pump([followers()])];
    await Promise.all([one.idle(), other.idle()]);
    const keys = Array.from({ length: 20 }, (_, n) => `of-two-${n}`);
    await Promise.all(keys.map((key) => tell(key, "thing.ended", "money.asked")));
    await Promise.all([one.idle(), other.idle()]);
    await one.stop();
    await Promise.all(keys.map((key) => tell(key, "money.back", "thing.told")));
    await other.idle();
    await other.stop();
    for (const key of keys) {
      expect([key, await rowOf(key)]).toMatchObject([key, { state: "done" }]);
      expect((await stepsOf(key)).sort()).toEqual([
        "asked done",
        "back done",
        "back tried",
        "ended done",
        "told done",
      ]);
    }
  });

  it("is not written where the process dies before the commit, and is by the next", async () => {
    let dies = true;
    const dying = localConsumer<unknown>({
      ...{ name: "follow", on: plainEvents },
      async handle(event, tx) {
        await follower.follow(tx, event);
        if (dies) throw new Error("died before the commit");
      },
    });
    const first = pump([dying]);
    await first.idle();
    await tell("crash", "thing.ended");
    await until(
      async () => (await db.sql`select 1 from inbox where key = 'crash' and error is not null`).count === 1,
    );
    await first.stop();
    expect([await rowOf("crash"), await stepsOf("crash")]).toEqual([undefined, []]);
    dies = false;
    clock.advance(2_000);
    const second = pump([dying]);
    await second.idle();
    await second.stop();
    expect(await rowOf("crash")).toMatchObject({ step: "asked" });
  });

  it("begins late, and says so, where its first steps were taken before anybody followed", async () => {
    const past = await tell("older", "thing.ended", "money.asked");
    // Handled by processes that kept no rows.
    await db.sql`update outbox set published = true where key = 'older'`;
    const running = pump([followers()]);
    await running.idle();
    expect(await rowOf("older")).toBeUndefined();
    await tell("older", "money.back");
    await running.idle();
    await running.stop();
    expect(await rowOf("older")).toMatchObject({ step: "told", late: true, startedAt: past[0]?.occurredAt });
    expect(await stepsOf("older")).toHaveLength(4);
  });

  it("does not begin with news of which no beginning is known", async () => {
    const running = pump([followers()]);
    await running.idle();
    await tell("nothing", "money.back");
    await running.idle();
    await running.stop();
    expect(await rowOf("nothing")).toBeUndefined();
  });

  it("of a kind that only a newer release knows is left to its processes", async () => {
    const running = pump([followers()]);
    await running.idle();
    await tell("newer", "thing.ended");
    await running.idle();
    await db.sql`update saga set kind = 'future' where saga_id = 'saga-newer'`;
    await tell("newer", "money.asked");
    await until(
      async () => (await db.sql`select 1 from inbox where key = 'newer' and error is not null`).count === 1,
    );
    await running.stop();
    expect(await stepsOf("newer")).toEqual(["ended done"]);
    expect(await desk().detail(campusId, "saga-newer")).toMatchObject({ error: { kind: "sagaNotFound" } });
  });
});

describe("an operator", () => {
  it("sees after its time that a saga is stuck, why, and what to do; a retry lets the parked step run again", async () => {
    let works = false;
    const seen: string[] = [];
    const asks = outsideConsumer<unknown>({
      ...{ name: "ask-on-ended", on: ["thing.ended"] },
      async handle({ eventId }) {
        seen.push(eventId);
        if (!works) throw new Error("the platform does not answer");
        await tell("parked", "money.asked");
      },
    });
    const running = pump([followers(), asks]);
    await running.idle();
    const [begun] = await tell("parked", "thing.ended");
    await running.idle();
    expect((await desk().list(campusId)).running.map(({ sagaId }) => sagaId)).toContain("saga-parked");
    await db.sql`update inbox set state = 'parked' where consumer = 'ask-on-ended' and key = 'parked'`;
    clock.advance(10 * minute);
    const found = (await desk().list(campusId)).stuck.find(({ sagaId }) => sagaId === "saga-parked");
    expect(found).toMatchObject({
      state: "stuck",
      step: { name: "asked" },
      toDo: { en: "mend asked" },
      subject: "parked",
    });
    const detail = await desk().detail(campusId, "saga-parked");
    expect(detail).toMatchObject({
      value: {
        steps: [
          { name: "ended", state: "done", traceId: "trace-thing.ended" },
          { name: "asked", state: "waiting", at: null, compensation: { name: "none" } },
          { state: "ahead" },
          { state: "ahead" },
          { state: "ahead" },
        ],
        deliveries: [
          {
            consumer: "ask-on-ended",
            state: "parked",
            error: "the platform does not answer",
            ofSaga: true,
            eventId: begun?.eventId,
          },
          { consumer: "follow", state: "done", ofSaga: false },
        ],
      },
    });
    works = true;
    const before = seen.length;
    expect(await desk().retry(campusId, "saga-parked")).toEqual({ ok: true, value: { retried: true } });
    await running.idle();
    await running.stop();
    expect(seen.length).toBe(before + 1);
    expect(await rowOf("parked")).toMatchObject({ step: "back", attempt: 1 });
  });

  it("lets a step that was handled and never proven run again; nothing where it is over or unknown", async () => {
    const running = pump([
      followers(),
      outsideConsumer({ name: "send-on-asked", on: ["money.asked"], handle: async () => {} }),
    ]);
    await running.idle();
    await tell("handled", "thing.ended", "money.asked");
    await running.idle();
    await running.stop();
    expect(await desk().retry(campusId, "saga-handled")).toEqual({ ok: true, value: { retried: true } });
    const waiting =
      await db.sql`select 1 from inbox where key = 'handled' and consumer = 'send-on-asked' and state = 'waiting'`;
    expect(waiting.count).toBe(1);
    expect(await desk().retry(campusId, "saga-whole")).toMatchObject({ error: { kind: "sagaOver" } });
    expect(await desk().retry(campusId, "saga-unknown")).toMatchObject({ error: { kind: "sagaNotFound" } });
  });

  it("has a retry take over what is done already and was told by no event", async () => {
    const running = pump([followers()]);
    await running.idle();
    await tell("untold", "thing.ended", "money.asked", "money.back");
    await running.idle();
    await running.stop();
    const looking = desk(async () => ({ note: "seen" }));
    expect(await looking.retry(campusId, "saga-untold")).toEqual({ ok: true, value: { retried: true } });
    expect(await rowOf("untold")).toMatchObject({ state: "done" });
  });
});
