import { minute, toId } from "@sanqi/kernel";
import { createGuard } from "@sanqi/resilience";
import { createBreakerBoard } from "@sanqi/resilience/board";
import { until } from "@sanqi/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { atDesk } from "./desk.ts";
import { placeAndPay } from "./lunch.ts";
import { type Client, type Stage, setStage } from "./stage.ts";
import { parkEvent, parkJob } from "./trouble.ts";

let stage: Stage;
let desk: Client;
beforeAll(async () => {
  stage = await setStage();
  desk = await atDesk(stage);
});
afterAll(() => stage?.close());

const attention = () => desk.console.attention.query();
const calm = { parkedEvents: 0, stuckSagas: 0, stuckShares: 0, openBreakers: 0, failedJobs: 0, workers: 1 };
const elsewhere = toId("campus", "cmp_00000000000000000009");
const saga = (campusId: string, sagaId: string, stuckAt: number) => ({
  ...{ campusId, sagaId, kind: "orderEnded", subject: "somebody", label: null, state: "running" },
  ...{ step: "moneyBack", attempt: 1, refusal: null, late: false, startedAt: 1, sinceAt: 1, stuckAt },
  ...{ endedAt: null, traceId: "0".repeat(32) },
});

describe("the console's attention", () => {
  it("is calm while everything goes by itself, and counts a parked event until it is replayed", async () => {
    await until(attention, ({ workers }) => workers === 1);
    const orderId = await placeAndPay(stage, await stage.as("weapp", "lin"));
    await stage.product.idle();
    expect(await attention()).toEqual(calm);
    const event = await parkEvent(stage, orderId, "mark-order-paid-on-payment-succeeded");
    expect(await attention()).toEqual({ ...calm, parkedEvents: 1 });
    await stage.sql`
      insert into outbox (campus_id, event_id, type, key, payload, trace_id, occurred_at, published)
      select ${elsewhere}, event_id, type, key, payload, trace_id, occurred_at, true from outbox where event_id = ${event.eventId}`;
    await stage.sql`
      insert into inbox (campus_id, consumer, event_id, position, type, key, state, next_at)
      select ${elsewhere}, consumer, event_id, position, type, key, 'parked', next_at from inbox
      where event_id = ${event.eventId} and consumer = ${event.consumer}`;
    expect(await attention()).toEqual({ ...calm, parkedEvents: 1 });
    expect(await desk.console.replayEvent.mutate(event)).toEqual({ replayed: true });
    await until(attention, ({ parkedEvents }) => parkedEvents === 0);
    const { lag } = await desk.console.failedEvents.query();
    expect(lag.find(({ consumer }) => consumer === event.consumer)?.group).toBe("own");
    expect(lag.find(({ consumer }) => consumer === "notify-weapp-on-order-event")?.group).toBe("weapp");
  });

  it("shows events that are tried again and those that wait their turn, which wait for nobody", async () => {
    const orderId = await placeAndPay(stage, await stage.as("alipay", "chen"));
    await stage.product.idle();
    const far = stage.clock.now() + 60 * minute;
    const delay = (consumer: string, change: object) =>
      stage.sql`update inbox set ${stage.sql({ state: "waiting", nextAt: far, finishedAt: null, ...change })}
        where campus_id = ${stage.ids.campusId} and key = ${orderId} and consumer = ${consumer}`;
    await delay("mark-order-paid-on-payment-succeeded", { attempts: 2, error: "no ink", heldSince: null });
    await delay("post-to-ledger-on-money-moved", { attempts: 0, error: "a rest", heldSince: 5 });
    const { delayed, failed } = await desk.console.failedEvents.query();
    expect(
      delayed.map(({ key, reason, heldSince, attempts }) => [key, reason, heldSince, attempts]).sort(),
    ).toEqual([
      [orderId, "a rest", 5, 0],
      [orderId, "no ink", null, 2],
    ]);
    expect(failed).toEqual([]);
    expect(await attention()).toEqual(calm);
    await stage.sql`update inbox set next_at = 0 where key = ${orderId} and state = 'waiting'`;
    await until(
      async () => {
        await stage.product.idle();
        return (await desk.console.failedEvents.query()).delayed.length;
      },
      (left) => left === 0,
    );
  });

  it("counts sagas that are stuck now, of this campus alone", async () => {
    const now = stage.clock.now();
    const here = stage.ids.campusId;
    await stage.sql`insert into saga ${stage.sql([
      saga(here, "stuck", now - 1),
      saga(here, "soon", now + 60 * minute),
      saga(elsewhere, "stuck", now - 1),
    ])}`;
    expect(await attention()).toEqual({ ...calm, stuckSagas: 1 });
    await stage.sql`delete from saga where subject = 'somebody'`;
  });

  it("counts a service once, however many processes give it a rest", async () => {
    const rules = {
      windowMs: minute,
      minCalls: 1,
      failureShare: 0.5,
      slowMs: 500,
      restMs: minute,
      goodProbes: 1,
    };
    const boards = ["one", "two"].map((name) => createBreakerBoard(stage.sql, name, stage.clock));
    for (const board of boards) {
      const guard = createGuard({ name: "redis", rules, clock: stage.clock, stopwatch: stage.stopwatch });
      for (let call = 0; call < 3; call += 1)
        await guard.run(() => Promise.reject(new Error("gone"))).catch(() => undefined);
      await board.report(stage.ids.campusId, [guard.health()]);
    }
    expect(await attention()).toEqual({ ...calm, openBreakers: 1 });
    for (const board of boards) await board.leave(stage.ids.campusId);
    expect(await attention()).toEqual(calm);
  });

  it("counts a job that stopped; the desk shows why, and it runs again once it is mended", async () => {
    const orderId = await placeAndPay(stage, await stage.as("dd", "zhao"));
    const mend = await parkJob(stage, orderId);
    await until(attention, ({ failedJobs }) => failedJobs === 1);
    const [job] = (await desk.console.jobs.query()).failed;
    expect(job).toMatchObject({ task: "order-deadline", state: "parked", attempts: 1, lockedBy: null });
    expect(job?.lastError).not.toBe("");
    const again = () => desk.console.runJobAgain.mutate({ id: job?.id ?? 0 });
    expect(await again()).toEqual({ moved: true });
    await until(attention, ({ failedJobs }) => failedJobs === 1);
    await mend();
    expect(await again()).toEqual({ moved: true });
    await until(attention, ({ failedJobs }) => failedJobs === 0);
    await until(async () => (await desk.console.jobs.query()).failed.length === 0);
  });

  it("says that no worker runs once the last one is gone or has not been heard of", async () => {
    await stage.sql`update job_worker set seen_at = seen_at - 60000`;
    expect((await attention()).workers).toBe(0);
    await until(attention, ({ workers }) => workers === 1);
  });
});
