import { manualClock, minute, second, toId } from "@sanqi/kernel";
import { type TestDatabase, testDatabase } from "@sanqi/testkit";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createGuard } from "../index.ts";
import { createBreakerBoard, resilienceMigrations } from "./index.ts";

const campusId = toId("campus", "cmp_00000000000000000001");
const elsewhere = toId("campus", "cmp_00000000000000000002");
const clock = manualClock(1_795_406_400_000);
const rules = {
  ...{ windowMs: minute, minCalls: 2, failureShare: 0.5 },
  ...{ slowMs: 500, restMs: 10 * second, goodProbes: 1 },
};
let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase(resilienceMigrations);
});
afterAll(() => db.drop());

it("shows how the breakers of every living process stand, and forgets those of the others", async () => {
  const [web, worker] = ["web", "worker"].map((name) => createBreakerBoard(db.sql, name, clock));
  if (!web || !worker) throw new Error("two boards");
  const redis = createGuard({ name: "redis", rules, clock, stopwatch: clock.now });
  await web.report(campusId, [redis.health()]);
  await worker.report(campusId, [
    createGuard({ name: "redis", rules, clock, stopwatch: clock.now }).health(),
  ]);
  for (let calls = 0; calls < 2; calls += 1)
    await redis.run(() => Promise.reject(new Error("gone"))).catch(() => undefined);
  clock.advance(3 * second);
  await web.report(campusId, [redis.health()]);
  expect(await worker.list(campusId)).toEqual([
    { process: "web", seenAt: clock.now(), ...redis.health() },
    expect.objectContaining({ process: "worker", state: "closed", failureRate: 0, probeAt: null }),
  ]);
  expect(await worker.list(elsewhere)).toEqual([]);

  clock.advance(18 * second);
  expect((await web.list(campusId)).map(({ process }) => process)).toEqual(["web"]);
  clock.advance(11 * minute);
  await web.report(campusId, [redis.health()]);
  expect(await db.sql`select process from breaker_state`).toHaveLength(1);
  await web.leave(campusId);
  expect(await web.list(campusId)).toEqual([]);
});
