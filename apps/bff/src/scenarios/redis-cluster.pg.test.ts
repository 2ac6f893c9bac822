import { freePort } from "@sanqi/local-postgres";
import { type RedisCluster, redisLacks, startRedisCluster } from "@sanqi/local-services";
import { until } from "@sanqi/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { OrderUpdate } from "../live/watch-order.ts";
import { type Product, startProduct } from "../product.ts";
import { placeAndPay } from "./lunch.ts";
import { send } from "./raw-calls.ts";
import { type Person, type Stage, setStage } from "./stage.ts";

const lacks = redisLacks();
const quiet = { debug() {}, info() {}, warn() {}, error() {}, child: () => quiet };
let cluster: RedisCluster;
let stage: Stage;
/** A second process, whose address of the cluster begins with another node. */
let second: Product;
let [lin, cook, rider]: [Person, Person, Person] = [] as never;
beforeAll(async () => {
  if (lacks) return;
  cluster = await startRedisCluster(3);
  stage = await setStage({ settings: { SANQI_REDIS_URL: cluster.url } });
  const redisUrl = cluster.url.split(",").reverse().join(",");
  second = await startProduct(
    { ...stage.config, redisUrl, port: await freePort() },
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
  await cluster?.remove();
});

/** Through the other process's door. */
const elsewhere = async (path: string, person: Person, body: object) =>
  expect(
    (await send(`http://127.0.0.1:${second.port}/trpc/${path}`, { token: person.token, body })).status,
  ).toBe(200);

describe.skipIf(lacks)(`two processes on a Redis Cluster${lacks ? ` (${lacks})` : ""}`, () => {
  it("show a student each step that the other process takes, although the node that told them dies", async () => {
    const orderId = await placeAndPay(stage, lin);
    const stages: string[] = [];
    const watching = lin.api.orders.watch.subscribe(
      { orderId, version: 0 },
      {
        onData(update: OrderUpdate) {
          if (update.kind === "order") stages.push(update.order.stage);
        },
      },
    );
    await until(() => stages.includes("waitingForKitchen"));
    await elsewhere("merchant.accept", cook, { orderId });
    await until(() => stages.includes("cooking"));
    await cluster.nodes[0]?.stop();
    try {
      await elsewhere("rider.claim", rider, { orderId });
      await elsewhere("merchant.ready", cook, { orderId });
      await until(() => stages.includes("waitingForRider"));
      await elsewhere("rider.pickUp", rider, { orderId });
      await until(() => stages.includes("onTheWay"));
      // Views on the node that is gone come from the database.
      expect((await lin.api.orders.get.query({ orderId })).stage).toBe("onTheWay");
    } finally {
      await cluster.nodes[0]?.start();
      await cluster.whole();
    }
    const { pickupCode } = await lin.api.orders.get.query({ orderId });
    await elsewhere("rider.deliver", rider, { orderId, code: pickupCode ?? "" });
    await until(() => stages.includes("delivered"));
    watching.unsubscribe();
  });
});
