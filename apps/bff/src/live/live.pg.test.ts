import { freePort } from "@sanqi/local-postgres";
import { until } from "@sanqi/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { WebSocket } from "ws";
import { type Product, startProduct } from "../product.ts";
import { placeAndPay } from "../scenarios/lunch.ts";
import { send } from "../scenarios/raw-calls.ts";
import { type Person, type Stage, setStage } from "../scenarios/stage.ts";
import type { OrderUpdate } from "./watch-order.ts";

let stage: Stage;
let second: Product;
let lin: Person;
let cook: Person;
const quiet = { debug() {}, info() {}, warn() {}, error() {}, child: () => quiet };
beforeAll(async () => {
  stage = await setStage();
  lin = await stage.as("weapp", "lin");
  cook = await stage.as("weapp", "chef-tinglan");
  const config = { ...stage.config, port: await freePort() };
  second = await startProduct(config, { clock: stage.clock, log: quiet });
});
afterAll(async () => {
  await second?.stop();
  await stage?.close();
});

function follow(person: Person, orderId: string, version: number) {
  const updates: OrderUpdate[] = [];
  let started = false;
  const subscription = person.api.orders.watch.subscribe(
    { orderId: orderId as never, version },
    {
      onData: (update) => updates.push(update),
      onStarted: () => {
        started = true;
      },
    },
  );
  const versions = () => updates.flatMap((u) => (u.kind === "order" ? [u.order.version] : []));
  return { updates, versions, started: () => started, leave: () => subscription.unsubscribe() };
}

describe("an order, followed live", () => {
  it("tells what the screen does not show yet, then each change once, with rising versions", async () => {
    const orderId = await placeAndPay(stage, lin);
    const { version } = await lin.api.orders.get.query({ orderId });
    const behind = follow(lin, orderId, 1);
    const upToDate = follow(lin, orderId, version);
    await until(() => behind.versions().length === 1 && upToDate.started());
    expect(behind.versions()).toEqual([version]);
    await cook.api.merchant.accept.mutate({ orderId });
    await cook.api.merchant.ready.mutate({ orderId });
    await until(() => upToDate.versions().at(-1) === version + 2 && behind.versions().at(-1) === version + 2);
    for (const one of [behind, upToDate]) {
      const seen = one.versions();
      expect(seen).toEqual([...new Set(seen)].sort((a, b) => a - b));
      one.leave();
    }
    expect(upToDate.versions()[0]).toBeGreaterThan(version);
  });

  it("is followed across processes: what the other one changes is seen here", async () => {
    const orderId = await placeAndPay(stage, lin);
    const { version } = await lin.api.orders.get.query({ orderId });
    const watching = follow(lin, orderId, version);
    await until(watching.started);
    const answer = await send(`http://127.0.0.1:${second.port}/trpc/merchant.accept`, {
      token: cook.token,
      body: { orderId },
    });
    expect(answer.status).toBe(200);
    await until(() => watching.versions().includes(version + 1));
    watching.leave();
  });

  it("tells a kitchen of its own orders only", async () => {
    const heard: string[] = [];
    const other: string[] = [];
    let started = 0;
    const listen = async (person: Person, into: string[]) =>
      person.api.merchant.watch.subscribe(undefined, {
        onData: (change) => into.push(change.orderId),
        onStarted: () => {
          started += 1;
        },
      });
    const stranger = await stage.as("weapp", "chef-qinxiang");
    const subscriptions = [await listen(cook, heard), await listen(stranger, other)];
    await until(() => started === 2);
    const orderId = await placeAndPay(stage, lin);
    await until(() => heard.includes(orderId));
    expect(other).toEqual([]);
    for (const one of subscriptions) one.unsubscribe();
  });
});

describe("a socket", () => {
  const open = (): Promise<WebSocket> =>
    new Promise((resolve, reject) => {
      const ws = new WebSocket(`${stage.url.replace("http", "ws")}/trpc`);
      ws.once("open", () => resolve(ws));
      ws.once("error", reject);
    });
  const ended = (ws: WebSocket) => new Promise<void>((resolve) => ws.once("close", () => resolve()));

  it("that says nonsense is answered with an error in our words, and the process lives on", async () => {
    const ws = await open();
    const said = new Promise<string>((resolve) => ws.once("message", (data) => resolve(String(data))));
    ws.send("{nonsense");
    const text = await said;
    expect(text).toContain("JSON_INVALID");
    expect(text).not.toMatch(/SyntaxError|at JSON|node:|\.ts/);
    ws.terminate();
    expect((await send(`${stage.url}/healthz`)).status).toBe(200);
  });

  it("that sends more than 64 KiB is closed", async () => {
    const ws = await open();
    ws.on("error", () => {});
    ws.send("x".repeat(64 * 1024 + 1));
    await ended(ws);
    expect((await send(`${stage.url}/healthz`)).status).toBe(200);
  });

  it("on any other path is not opened", async () => {
    const ws = new WebSocket(`${stage.url.replace("http", "ws")}/console`);
    ws.on("error", () => {});
    await ended(ws);
  });

  it("that leaves is forgotten: the gauge goes back", async () => {
    const sockets = async () =>
      Number(/^sanqi_sockets (\d+)/m.exec((await send(`${stage.url}/metrics`)).text)?.[1] ?? -1);
    const before = await sockets();
    const ws = await open();
    await until(async () => (await sockets()) === before + 1);
    ws.terminate();
    await until(async () => (await sockets()) === before);
  });
});
