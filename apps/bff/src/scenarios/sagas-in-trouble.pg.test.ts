import { inTransaction } from "@sanqi/database";
import { type EventId, minute, type OrderId, toId } from "@sanqi/kernel";
import { appendEvents } from "@sanqi/outbox";
import { until } from "@sanqi/testkit";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { type Product, startProduct } from "../product.ts";
import { atDesk } from "./desk.ts";
import { place, placeAndPay } from "./lunch.ts";
import {
  alarms,
  atPlatform,
  booksAreSound,
  eventsOf,
  faults,
  moneyOf,
  refundedInFull,
  untilMoney,
} from "./money.ts";
import { isDone, sagaOf, sagasOf, stepsOf, untilSaga } from "./sagas.ts";
import { type Client, type Person, type Stage, setStage } from "./stage.ts";

let stage: Stage;
let desk: Client;
beforeAll(async () => {
  stage = await setStage();
  desk = await atDesk(stage);
});
afterAll(() => stage?.close());
const well = { wechatPayDown: false, alipayDown: false, wechatRefund: "ok", alipaySellerPoor: false };
afterEach(async () => {
  await faults(stage, well);
  await booksAreSound(stage);
});

const kind = "orderEnded";
const cancel = (student: Person, orderId: OrderId) =>
  student.api.orders.cancel.mutate({ orderId, reason: "" });
async function cancelled(host: "weapp" | "alipay" | "dd", key: string, fault: object): Promise<OrderId> {
  const student = await stage.as(host, key);
  const orderId = await placeAndPay(stage, student);
  await faults(stage, { ...fault });
  await cancel(student, orderId);
  await stage.product.idle();
  return orderId;
}
const paidBackOnce = async (orderId: OrderId) => {
  const { payments } = await moneyOf(stage, orderId);
  expect(await eventsOf(stage, orderId, "payment.refunded")).toBe(1);
  expect((await atPlatform(stage, payments[0]?.paymentId ?? ""))?.refundedFen).toBe(payments[0]?.amountFen);
};
const parked = async (orderId: OrderId) =>
  (await desk.console.failedEvents.query()).failed.filter((failed) => failed.key === orderId);

describe.each([
  ["weapp", "sun", { wechatRefund: "notEnough" }],
  ["alipay", "he", { alipaySellerPoor: true }],
  ["dd", "zhao", { alipaySellerPoor: true }],
] as const)("a refund that the platform of %s refuses", (host, key, fault) => {
  it("is stuck at once, with its words; each retry asks once more under a new number, and it ends once mended", async () => {
    const before = await alarms(stage, "refundFailed");
    const orderId = await cancelled(host, key, fault);
    const { sagaId, ...saga } = await untilSaga(
      stage,
      desk,
      { orderId, kind },
      ({ state }) => state === "stuck",
    );
    expect(saga).toMatchObject({
      step: { name: "moneyBack" },
      attempt: 1,
      refusal: expect.stringMatching(/NOT_ENOUGH/i),
    });
    expect(saga.toDo?.zh).toContain("新的退款号");
    expect(await stepsOf(desk, sagaId)).toEqual([
      ...["ended done", "requested done", "sharesBack skipped", "moneyBack refused", "orderTold ahead"],
    ]);
    expect(await alarms(stage, "refundFailed")).toBe(before + 1);
    expect(await (await fetch(`${stage.url}/metrics`)).text()).toMatch(
      /^sanqi_sagas_stuck\{kind="orderEnded"\} [1-9]/m,
    );
    const student = await stage.as(host, key);
    expect(await student.api.orders.get.query({ orderId })).toMatchObject({
      stage: "cancelled",
      payment: "refunding",
    });

    await until(async () => (await parked(orderId)).length === 1);
    expect(await desk.console.retrySaga.mutate({ sagaId })).toEqual({ retried: true });
    await untilSaga(
      stage,
      desk,
      { orderId, kind },
      ({ attempt, refusal }) => attempt === 2 && refusal !== null,
    );

    await faults(stage, well);
    await until(async () => (await parked(orderId)).length === 1);
    const retry = () => desk.console.retrySaga.mutate({ sagaId });
    await Promise.all([retry(), retry()]);
    await untilSaga(stage, desk, { orderId, kind }, isDone);
    expect((await moneyOf(stage, orderId)).refunds.map(({ state }) => state).sort()).toEqual([
      ...["failed", "failed", "succeeded"],
    ]);
    await paidBackOnce(orderId);
  });
});

describe.each([
  ["weapp", "lin"],
  ["alipay", "chen"],
] as const)("while the platform of %s is down", (host, key) => {
  it("a saga is stuck after its time, says what to do, and a retry after the trouble ends it at once", async () => {
    const orderId = await cancelled(host, key, { wechatPayDown: true, alipayDown: true });
    expect(await sagaOf(desk, orderId, kind)).toMatchObject({
      state: "running",
      step: { name: "moneyBack" },
      toDo: null,
    });
    stage.clock.advance(10 * minute);
    const saga = await sagaOf(desk, orderId, kind);
    expect(saga).toMatchObject({ state: "stuck", attempt: 1, refusal: null });
    expect(saga.toDo?.zh).toContain("不会重复退");
    await faults(stage, well);
    await desk.console.retrySaga.mutate({ sagaId: saga.sagaId });
    await untilSaga(stage, desk, { orderId, kind }, isDone);
    await paidBackOnce(orderId);
  });

  it("a saga goes on by itself afterwards, without anybody", async () => {
    const orderId = await cancelled(host, key, { wechatPayDown: true, alipayDown: true });
    stage.clock.advance(3 * minute);
    await stage.product.idle();
    await faults(stage, well);
    await untilSaga(stage, desk, { orderId, kind }, isDone);
    await paidBackOnce(orderId);
  });
});

describe("a complaint's part that is more than the payment holds", () => {
  it("is parked before any money moves, and stands there as stuck", async () => {
    const orderId = await placeAndPay(stage, await stage.as("alipay", "he"));
    const [payment] = (await moneyOf(stage, orderId)).payments;
    const { campusId } = stage.ids;
    const amountFen = (payment?.amountFen ?? 0) + 1;
    const payload = {
      orderId,
      paymentId: payment?.paymentId,
      key: `asl_${"0".repeat(20)}`,
      amountFen,
      reason: null,
    };
    const about = { campusId, key: orderId, traceId: "0".repeat(32), occurredAt: stage.clock.now() };
    const eventId = toId("event", `evt_${crypto.randomUUID().replaceAll("-", "").slice(0, 20)}`);
    const event = { ...about, eventId, type: "order.refundAgreed", payload };
    await inTransaction(stage.sql, (tx) => appendEvents(tx, [event]));
    await stage.product.idle();
    stage.clock.advance(2 * minute);
    const saga = await sagaOf(desk, orderId, "afterSale");
    expect(saga).toMatchObject({ state: "stuck", step: { name: "requested" } });
    const { deliveries } = await desk.console.saga.query({ sagaId: saga.sagaId });
    const [by] = deliveries.filter(({ ofSaga }) => ofSaga);
    expect(by).toMatchObject({ state: "parked", error: expect.stringContaining("refundTooLarge") });
    expect((await moneyOf(stage, orderId)).refunds).toEqual([]);
  });
});

/** From now on every row that is written to the table is refused. */
async function breakTable(table: string): Promise<() => Promise<void>> {
  await stage.sql.unsafe(`create or replace function broken_${table}() returns trigger language plpgsql as
    $$ begin raise exception 'the view ${table} is broken'; end $$`);
  await stage.sql.unsafe(
    `create trigger broken before insert on ${table} execute function broken_${table}()`,
  );
  return async () => void (await stage.sql.unsafe(`drop function broken_${table}() cascade`));
}

describe("a view that fails", () => {
  it.each([
    ["weapp", "zheng"],
    ["alipay", "chen"],
  ] as const)(
    "to tell the student in %s is tried again and parked, and the money goes back",
    async (host, key) => {
      const student = await stage.as(host, key);
      const orderId = await placeAndPay(stage, student);
      const mends = [await breakTable("inbox_entry"), await breakTable("message_delivery")];
      await cancel(student, orderId);
      const { sagaId } = await untilSaga(stage, desk, { orderId, kind }, isDone);
      await paidBackOnce(orderId);
      const views = async () => {
        const { deliveries } = await desk.console.saga.query({ sagaId });
        return deliveries.filter(({ error }) => error?.includes("is broken"));
      };
      expect((await views()).map(({ ofSaga }) => ofSaga)).toContain(false);
      expect((await views()).map(({ ofSaga }) => ofSaga)).not.toContain(true);
      const broken = await until(
        async () => {
          stage.clock.advance(2 * minute + 1);
          await stage.product.idle();
          return views();
        },
        (deliveries) => deliveries.every(({ state }) => state === "parked"),
      );
      expect(broken).not.toEqual([]);
      expect(await eventsOf(stage, orderId, "payment.refunded")).toBe(1);
      expect(await student.api.orders.get.query({ orderId })).toMatchObject({ payment: "refunded" });
      for (const mend of mends) await mend();
      for (const { consumer, eventId } of broken)
        await desk.console.replayEvent.mutate({ consumer, eventId: eventId as EventId });
      await stage.product.idle();
      expect(await views()).toEqual([]);
    },
  );

  it("to follow the saga itself stops no money, and catches up", async () => {
    const student = await stage.as("weapp", "lin");
    const orderId = await placeAndPay(stage, student);
    const mend = await breakTable("saga_step");
    await cancel(student, orderId);
    await untilMoney(stage, orderId, refundedInFull);
    expect(await student.api.orders.get.query({ orderId })).toMatchObject({ payment: "refunded" });
    expect(await sagasOf(desk, orderId)).toEqual([]);
    await mend();
    await untilSaga(stage, desk, { orderId, kind }, isDone);
    expect(await sagaOf(desk, orderId, kind)).toMatchObject({ late: false });
  });
});

describe("a saga that was under way before rows were kept", () => {
  it("shows with its next step, with all of its past, and marked as seen late", async () => {
    const orderId = await cancelled("alipay", "he", { alipayDown: true });
    const { startedAt } = await sagaOf(desk, orderId, kind);
    await stage.sql`delete from saga_step`;
    await stage.sql`delete from saga`;
    await faults(stage, well);
    await untilSaga(stage, desk, { orderId, kind }, isDone);
    const saga = await sagaOf(desk, orderId, kind);
    expect(saga).toMatchObject({ late: true, startedAt });
    expect(await stepsOf(desk, saga.sagaId)).toEqual([
      ...["ended done", "requested done", "sharesBack skipped", "moneyBack done", "orderTold done"],
    ]);
  });

  it("or whose payment a process of the release before closed without telling ends when somebody looks", async () => {
    const student = await stage.as("alipay", "he");
    const { orderId } = await place(stage, student);
    await student.api.payments.prepare.mutate({ orderId, key: crypto.randomUUID() });
    await faults(stage, { alipayDown: true });
    await cancel(student, orderId);
    await stage.product.idle();
    const { sagaId } = await sagaOf(desk, orderId, "closing");
    await stage.sql`update payment set state = 'closed', ask_at = null where order_id = ${orderId}`;
    await faults(stage, well);
    stage.clock.advance(30 * minute);
    await stage.product.idle();
    expect(await sagaOf(desk, orderId, "closing")).toMatchObject({ state: "stuck" });
    expect(await desk.console.retrySaga.mutate({ sagaId })).toEqual({ retried: true });
    expect(await sagaOf(desk, orderId, "closing")).toMatchObject({ state: "done" });
  });
});

describe("two processes", () => {
  let second: Product;
  const quiet = { debug() {}, info() {}, warn() {}, error() {}, child: () => quiet };
  beforeAll(async () => {
    const { freePort } = await import("@sanqi/local-postgres");
    const config = { ...stage.config, port: await freePort() };
    second = await startProduct(config, { clock: stage.clock, stopwatch: stage.stopwatch, log: quiet });
  });
  afterAll(() => second?.stop());

  it("of which one dies between two steps: the other goes on, and each fact stands there once", async () => {
    const people = await Promise.all(["tang", "qi", "mo"].map((key) => stage.as("weapp", key)));
    const orders = await Promise.all(people.map((person) => placeAndPay(stage, person)));
    await faults(stage, { wechatPayDown: true });
    await Promise.all(orders.map((orderId, n) => cancel(people[n] as Person, orderId)));
    await Promise.all([stage.product.idle(), second.idle()]);
    // Whoever held the next step is gone: its lease runs out, nothing of it was done.
    await stage.sql`update inbox set next_at = ${stage.clock.now() + 30_000}, attempts = attempts + 1
      where consumer = 'send-refund-on-refund-requested' and state = 'waiting'`;
    await second.stop();
    await faults(stage, well);
    for (const orderId of orders) {
      await untilSaga(stage, desk, { orderId, kind }, isDone);
      await paidBackOnce(orderId);
      const { proofs } = await desk.console.saga.query({
        sagaId: (await sagaOf(desk, orderId, kind)).sagaId,
      });
      expect(proofs.map(({ step, mark }) => `${step} ${mark}`).sort()).toEqual([
        ...["ended done", "moneyBack done", "moneyBack tried", "orderTold done", "requested done"],
      ]);
    }
  });
});
