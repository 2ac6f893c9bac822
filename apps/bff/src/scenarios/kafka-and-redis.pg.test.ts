import { freePort } from "@sanqi/local-postgres";
import {
  type KafkaServer,
  kafkaLacks,
  type RedisServer,
  redisLacks,
  startKafka,
  startRedis,
} from "@sanqi/local-services";
import { until } from "@sanqi/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { OrderUpdate } from "../live/watch-order.ts";
import { type Product, startProduct } from "../product.ts";
import { pay, place, placeAndPay } from "./lunch.ts";
import { send } from "./raw-calls.ts";
import { type Person, type Stage, setStage } from "./stage.ts";

const lacks = kafkaLacks() ?? redisLacks();
let [kafka, redis]: [KafkaServer, RedisServer] = [] as never;
let stage: Stage;
/** A second process: web and worker, as the first. */
let second: Product;
let lin: Person;
let cook: Person;
let rider: Person;
const quiet = { debug() {}, info() {}, warn() {}, error() {}, child: () => quiet };
beforeAll(async () => {
  if (lacks) return;
  [kafka, redis] = await Promise.all([startKafka(), startRedis()]);
  stage = await setStage({
    settings: { SANQI_BUS: "kafka", SANQI_KAFKA_BROKERS: kafka.brokers, SANQI_REDIS_URL: redis.url },
  });
  second = await startProduct(
    { ...stage.config, port: await freePort() },
    { clock: stage.clock, log: quiet },
  );
  [lin, cook, rider] = [
    await stage.as("weapp", "lin"),
    await stage.as("weapp", "chef-tinglan"),
    await stage.as("weapp", "rider-zhou"),
  ];
});
afterAll(async () => {
  await second?.stop();
  await stage?.close();
  await Promise.all([kafka?.remove(), redis?.remove()]);
});

const idle = () => Promise.all([stage.product.idle(), second.idle()]);
/** The other process's doors. */
const elsewhere = async (path: string, person: Person, body: object) =>
  expect(
    (await send(`http://127.0.0.1:${second.port}/trpc/${path}`, { token: person.token, body })).status,
  ).toBe(200);

function watch(person: Person, orderId: string) {
  const updates: OrderUpdate[] = [];
  const watching = person.api.orders.watch.subscribe(
    { orderId: orderId as never, version: 0 },
    { onData: (update) => updates.push(update) },
  );
  const stages = () => updates.flatMap((update) => (update.kind === "order" ? [update.order.stage] : []));
  return { stages, leave: () => watching.unsubscribe() };
}

describe.skipIf(lacks)(`two processes on Kafka and Redis${lacks ? ` (${lacks})` : ""}`, () => {
  it("serve a lunch from the order to the door; the student is told once of each step and follows it live", async () => {
    const orderId = await placeAndPay(stage, lin);
    await until(async () => (await lin.api.orders.get.query({ orderId })).payment === "paid");
    const watching = watch(lin, orderId);
    await until(() => watching.stages().length > 0);
    await elsewhere("merchant.accept", cook, { orderId });
    await rider.api.rider.claim.mutate({ orderId });
    await elsewhere("merchant.ready", cook, { orderId });
    await until(() => watching.stages().includes("waitingForRider"));
    await elsewhere("rider.pickUp", rider, { orderId });
    await until(() => watching.stages().includes("onTheWay"));
    const { pickupCode } = await lin.api.orders.get.query({ orderId });
    await rider.api.rider.deliver.mutate({ orderId, code: pickupCode ?? "" });
    await until(() => watching.stages().includes("delivered"));
    watching.leave();
    await idle();
    const deliveries = await stage.sql<{ consumer: string; state: string; n: number }[]>`
      select i.consumer, i.state, count(*)::int as n from inbox i join outbox o using (campus_id, event_id)
      where o.key = ${orderId} and i.consumer like 'notify-%' group by 1, 2`;
    expect(new Set(deliveries.map((row) => row.state))).toEqual(new Set(["done"]));
    const told = deliveries.filter(
      (row) => row.consumer.startsWith("notify-") && row.consumer.endsWith("-order-event"),
    );
    // Only the host in which it was ordered has anything to tell.
    expect(told.map((row) => row.consumer)).toEqual(["notify-weapp-on-order-event"]);
    const entries = (await lin.api.notifications.inbox.query()).entries.filter(
      (entry) => entry.orderId === orderId,
    );
    expect(entries.length).toBe(new Set(entries.map((entry) => entry.title)).size);
    expect(entries.length).toBeGreaterThanOrEqual(3);
  });

  it("take orders and money while the broker is away, and refund once after it is back", async () => {
    await kafka.stop();
    let orderId: Awaited<ReturnType<typeof place>>["orderId"];
    try {
      orderId = (await place(stage, lin)).orderId;
      const paymentId = await pay(stage, lin, orderId);
      await lin.api.payments.confirm.mutate({ paymentId });
      expect((await stage.sql`select 1 from outbox where not published`).count).toBeGreaterThan(0);
    } finally {
      await kafka.start();
    }
    await until(async () => (await lin.api.orders.get.query({ orderId })).payment === "paid");
    await cook.api.merchant.refuse.mutate({ orderId, reason: "食材用完了" });
    await until(
      async () => {
        await stage.product.parts.money.askDue("test");
        stage.clock.advance(5_000);
        return (await lin.api.orders.get.query({ orderId })).payment;
      },
      (payment) => payment === "refunded",
    );
    await idle();
    const { refunds } = await stage.payments();
    expect(refunds).toHaveLength(1);
  });

  it("tell followers of what happened while Redis was away", async () => {
    const orderId = await placeAndPay(stage, lin);
    await idle();
    const watching = watch(lin, orderId);
    await until(() => watching.stages().length > 0);
    await redis.stop();
    await elsewhere("merchant.accept", cook, { orderId });
    await second.idle();
    await redis.start();
    await until(() => watching.stages().includes("cooking"));
    watching.leave();
  });
});
