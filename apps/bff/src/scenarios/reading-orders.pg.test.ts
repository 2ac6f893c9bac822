import { freePort } from "@sanqi/local-postgres";
import { type RedisServer, redisLacks, startRedis } from "@sanqi/local-services";
import { until } from "@sanqi/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Product, startProduct } from "../product.ts";
import { place, placeAndPay } from "./lunch.ts";
import { ask, flaws, mutate, send } from "./raw-calls.ts";
import { type Person, type Stage, setStage } from "./stage.ts";

const lacks = redisLacks();
let redis: RedisServer;
let stage: Stage;
/** A second process, which only serves people: it learns of changes from hints alone. */
let second: Product;
let lin: Person;
let cook: Person;
const quiet = { debug() {}, info() {}, warn() {}, error() {}, child: () => quiet };
beforeAll(async () => {
  if (lacks) return;
  redis = await startRedis();
  stage = await setStage({ settings: { SANQI_REDIS_URL: redis.url } });
  const web = { ...stage.config, port: await freePort(), roles: new Set(["web"] as const) };
  second = await startProduct(web, { clock: stage.clock, stopwatch: stage.stopwatch, log: quiet });
  [lin, cook] = [await stage.as("weapp", "lin"), await stage.as("weapp", "chef-tinglan")];
});
afterAll(async () => {
  await second?.stop();
  await stage?.close();
  await redis?.remove();
});

const here = () => stage.url;
const there = () => `http://127.0.0.1:${second.port}`;
type Status = { version: number; stage: string; rating: { stars: number } | null };

async function statusAt(base: string, orderId: string, seen: number | null, person = lin): Promise<Status> {
  const query = seen === null ? "" : `?seen=${seen}`;
  const answer = await send(`${base}/orders/${orderId}${query}`, { token: person.token });
  expect(answer.status, answer.text).toBe(200);
  return (JSON.parse(answer.text) as { result: { data: Status } }).result.data;
}
/** How often each level answered in the second process. */
async function levels(): Promise<Record<string, number>> {
  const { text } = await send(`${there()}/metrics`);
  const found = text.matchAll(/^sanqi_order_views_total\{level="(\w+)"\} (\d+)/gm);
  return Object.fromEntries([...found].map(([, level, n]) => [level, Number(n)]));
}

describe.skipIf(lacks)(`an order, read through two processes${lacks ? ` (${lacks})` : ""}`, () => {
  it("answers what orders.get answers", async () => {
    const orderId = await placeAndPay(stage, lin);
    const short = await send(`${here()}/orders/${orderId}?seen=0`, { token: lin.token });
    const long = await ask(stage, "orders.get", { orderId, seen: 0 }, lin.token);
    expect([short.text, short.headers.get("content-type")]).toEqual([
      long.text,
      long.headers.get("content-type"),
    ]);
    expect(await lin.api.orders.get.query({ orderId })).toMatchObject({ orderId, payment: "paid" });
  });

  it("is never older than what its person has seen, wherever it was changed", async () => {
    const orderId = await placeAndPay(stage, lin);
    let { version } = await statusAt(there(), orderId, 0);
    for (const command of ["merchant.accept", "merchant.startCooking", "merchant.ready"]) {
      const done = await mutate(stage, command, { orderId }, cook.token);
      version = (JSON.parse(done.text) as { result: { data: { version: number } } }).result.data.version;
      expect((await statusAt(there(), orderId, version)).version).toBeGreaterThanOrEqual(version);
    }
    expect((await statusAt(there(), orderId, null)).stage).toBe("waitingForRider");
  });

  it("is read from memory until its event arrives, and then anew", async () => {
    const orderId = await placeAndPay(stage, lin);
    await stage.product.idle();
    const before = await statusAt(there(), orderId, null);
    const counted = await levels();
    for (let n = 0; n < 20; n += 1) await statusAt(there(), orderId, before.version);
    const after = await levels();
    expect((after.memory ?? 0) - (counted.memory ?? 0)).toBe(20);
    expect(after.database).toBe(counted.database);
    await cook.api.merchant.accept.mutate({ orderId });
    await until(async () => (await statusAt(there(), orderId, before.version)).stage === "cooking");
  });

  it("comes from Redis where the other process has read it", async () => {
    const orderId = await placeAndPay(stage, lin);
    await stage.product.idle();
    // What was kept at the moment at which a process connected is not believed yet.
    stage.clock.advance(3_000);
    const { version } = await statusAt(here(), orderId, null);
    const counted = await levels();
    await until(async () => {
      await statusAt(there(), orderId, version);
      stage.clock.advance(6_000);
      await statusAt(here(), orderId, version);
      return ((await levels()).shared ?? 0) > (counted.shared ?? 0);
    });
  });

  it("shows what is said about it, to who said it", async () => {
    const orderId = await placeAndPay(stage, lin);
    await stage.sql`update orders set fulfilment = 'completed' where order_id = ${orderId}`;
    await statusAt(there(), orderId, null);
    const { version } = await lin.api.orders.rate.mutate({ orderId, stars: 4, comment: "好" });
    expect(await statusAt(there(), orderId, version)).toMatchObject({ version, rating: { stars: 4 } });
  });

  it("is refused in words, as orders.get refuses it", async () => {
    const { orderId } = await place(stage, lin);
    const stranger = await stage.as("weapp", "chen");
    const missing = `ord_${"0".repeat(20)}`;
    const get = (path: string, token?: string) => send(`${here()}/orders/${path}`, { token });
    for (const answer of [
      await get(`${orderId}?seen=0`, stranger.token),
      await get(missing, lin.token),
      await get(`${missing}?seen=7`, lin.token),
    ])
      expect(flaws(answer, "ORDER_NOT_FOUND")).toEqual([]);
    expect(flaws(await get(orderId), "SESSION_INVALID")).toEqual([]);
    for (const path of [`${orderId}?seen=-1`, `${orderId}?seen=1&seen=2`, "ord_1", `${orderId}/x`, "%00"])
      expect(flaws(await get(path, lin.token), "INPUT_INVALID"), path).toEqual([]);
    expect((await send(`${here()}/orders/${orderId}`, { method: "DELETE", token: lin.token })).status).toBe(
      404,
    );
  });

  it("costs the database little where somebody tries a thousand ids", async () => {
    const before = await levels();
    const made = Array.from({ length: 1_000 }, (_, n) => `ord_${String(n).padStart(20, "z")}`);
    const answers = await Promise.all(
      made.map((id) => send(`${there()}/orders/${id}?seen=0`, { token: lin.token })),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([404]));
    await until(async () => {
      await send(`${there()}/orders/${made[0]}?seen=0`, { token: lin.token });
      return ((await levels()).absent ?? 0) > (before.absent ?? 0);
    });
  });

  it("is read while Redis hangs and while it is down, and Redis is used again afterwards", async () => {
    const orderId = await placeAndPay(stage, lin);
    await stage.product.idle();
    const { version } = await statusAt(there(), orderId, null);
    redis.freeze();
    try {
      stage.clock.advance(10_000);
      expect((await statusAt(there(), orderId, version)).version).toBe(version);
      const accepted = await cook.api.merchant.accept.mutate({ orderId });
      expect((await statusAt(there(), orderId, accepted.version)).stage).toBe("cooking");
    } finally {
      redis.thaw();
    }
    await redis.stop();
    stage.clock.advance(10_000);
    expect((await statusAt(there(), orderId, version)).stage).toBe("cooking");
    const ready = await cook.api.merchant.ready.mutate({ orderId });
    expect((await statusAt(there(), orderId, ready.version)).stage).toBe("waitingForRider");
    await redis.start();
    const counted = await levels();
    await until(async () => {
      stage.clock.advance(6_000);
      await statusAt(here(), orderId, ready.version);
      await statusAt(there(), orderId, ready.version);
      return ((await levels()).shared ?? 0) > (counted.shared ?? 0);
    });
  });
});
