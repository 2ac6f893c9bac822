import { connect } from "@sanqi/database";
import { until } from "@sanqi/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { placeAndPay } from "../scenarios/lunch.ts";
import { ask, mutate, send } from "../scenarios/raw-calls.ts";
import { type Person, type Stage, setStage } from "../scenarios/stage.ts";

let stage: Stage;
let lin: Person;
beforeAll(async () => {
  stage = await setStage();
  lin = await stage.as("weapp", "lin");
  await placeAndPay(stage, lin);
});
afterAll(() => stage?.close());

const traceId = "4bf92f3577b34da6a3ce929d0e0e4736";
const traceparent = `00-${traceId}-00f067aa0ba902b7-01`;

describe("health", () => {
  it("says that the process lives, and that it can serve", async () => {
    const [alive, ready] = [await send(`${stage.url}/healthz`), await send(`${stage.url}/readyz`)];
    expect([alive.status, alive.text]).toEqual([200, '{"alive":true}']);
    expect([ready.status, ready.text]).toEqual([200, '{"ready":true}']);
  });

  it("shows the product's own figures, none of them about a person", async () => {
    const answer = await send(`${stage.url}/metrics`);
    expect(answer.headers.get("content-type")).toMatch(/^text\/plain/);
    for (const name of [
      "sanqi_call_seconds_bucket",
      "sanqi_event_failures_total",
      "sanqi_event_lag_seconds",
      "sanqi_alarms_total",
      "sanqi_sockets",
      "sanqi_orders_placed_total",
      "sanqi_platform_call_seconds_bucket",
      "process_cpu_seconds_total",
    ])
      expect(answer.text).toContain(name);
    expect(answer.text).toMatch(/sanqi_call_seconds_count\{path="orders.place",outcome="ok"\} 1/);
    expect(answer.text).toMatch(
      /sanqi_platform_call_seconds_count\{platform="[^"]+",call="\/wechatpay\/v3\/pay\/transactions\/jsapi"/,
    );
    expect(answer.text).not.toMatch(/ord_[0-9a-z]{20}|pay_[0-9a-z]{20}|acc_[0-9a-z]{20}/);
  });

  it("counts placed orders by host", async () => {
    const answer = await send(`${stage.url}/metrics`);
    expect(answer.text).toMatch(/sanqi_orders_placed_total\{host="weapp"\} 1/);
  });

  it("counts failed calls by their stable code", async () => {
    await ask(stage, "orders.get", { orderId: `ord_${"0".repeat(20)}` }, lin.token);
    const answer = await send(`${stage.url}/metrics`);
    expect(answer.text).toMatch(/sanqi_call_seconds_count\{path="orders.get",outcome="ORDER_NOT_FOUND"\} 1/);
  });
});

describe("the drawings", () => {
  it("are served, and the programs that draw them are not", async () => {
    const drawing = await send(`${stage.url}/art/logo.svg`);
    expect([drawing.status, drawing.headers.get("content-type")]).toEqual([200, "image/svg+xml"]);
    for (const hidden of [
      "/art/draw/draw-art.ts",
      "/art/art.test.ts",
      "/art/draw/",
      "/art/%2e%2e/package.json",
    ])
      expect((await send(`${stage.url}${hidden}`)).status, hidden).toBe(404);
  });
});

describe("the trace id", () => {
  it("stands in the header of every answer, success or failure, of the API and of everything else", async () => {
    const urls = [
      "/trpc/identity.me",
      "/trpc/nothing",
      "/healthz",
      "/client-config.json",
      "/nothing",
      "/metrics",
    ];
    const seen = await Promise.all(
      urls.map(async (path) => (await send(`${stage.url}${path}`)).headers.get("x-trace-id")),
    );
    for (const id of seen) expect(id).toMatch(/^[0-9a-f]{32}$/);
    expect(new Set(seen).size).toBe(urls.length);
    const ok = await send(`${stage.url}/trpc/identity.me`, { token: lin.token, headers: { traceparent } });
    expect([ok.status, ok.headers.get("x-trace-id")]).toEqual([200, traceId]);
  });

  it("of a caller is carried into the errors", async () => {
    for (const url of [
      `${stage.url}/trpc/identity.me`,
      `${stage.url}/trpc/nothing`,
      `${stage.url}/nothing`,
    ]) {
      const answer = await send(url, { headers: { traceparent } });
      expect(answer.error?.traceId).toBe(traceId);
      expect(answer.headers.get("x-trace-id")).toBe(traceId);
    }
    const broken = await send(`${stage.url}/trpc/orders.place`, {
      token: lin.token,
      body: "{",
      headers: { traceparent },
    });
    expect(broken.error?.traceId).toBe(traceId);
  });

  it.each([
    "garbage",
    `00-${"0".repeat(32)}-00f067aa0ba902b7-01`,
    `00-${traceId.toUpperCase()}-00f067aa0ba902b7-01`,
    "'; drop table orders",
  ])("that reads %s is replaced by one of ours", async (wrong) => {
    const answer = await send(`${stage.url}/trpc/identity.me`, { headers: { traceparent: wrong } });
    expect(answer.headers.get("x-trace-id")).toMatch(/^(?!0+$)[0-9a-f]{32}$/);
    expect(answer.headers.get("x-trace-id")).not.toBe(traceId);
  });

  it("of a caller is carried into the order's story, its events and its refund", async () => {
    const orderId = await placeAndPay(stage, lin);
    const answer = await send(`${stage.url}/trpc/orders.cancel`, {
      token: lin.token,
      headers: { traceparent },
      body: { orderId, reason: "" },
    });
    expect(answer.status).toBe(200);
    await stage.product.idle();
    const steps =
      await stage.sql`select trace_id from order_step where order_id = ${orderId} and command = 'cancel'`;
    expect([...steps]).toEqual([{ traceId }]);
    const events = await stage.sql<{ type: string; traceId: string }[]>`
      select type, trace_id from outbox where key = ${orderId} and type in ('order.cancelled', 'refund.requested')`;
    expect(events.map((e) => [e.type, e.traceId]).sort()).toEqual([
      ["order.cancelled", traceId],
      ["refund.requested", traceId],
    ]);
  });
});

describe("when the database is gone", () => {
  it("the process lives, is not ready, and answers INTERNAL with words and a trace id, but no word of the database", async () => {
    const [row] = await stage.sql<{ name: string }[]>`select current_database() as name`;
    const name = row?.name ?? "";
    const admin = connect(process.env.SANQI_TEST_POSTGRES ?? "", { max: 1 });
    await admin.unsafe(`alter database ${name} with allow_connections false`);
    await admin`select pg_terminate_backend(pid) from pg_stat_activity where datname = ${name}`;
    try {
      const ready = await send(`${stage.url}/readyz`);
      expect([ready.status, ready.text]).toEqual([503, '{"ready":false}']);
      expect((await send(`${stage.url}/healthz`)).status).toBe(200);
      const answer = await mutate(
        stage,
        "orders.cancel",
        { orderId: `ord_${"0".repeat(20)}`, reason: "" },
        lin.token,
      );
      expect(answer.status).toBe(500);
      expect(answer.error).toMatchObject({ code: "INTERNAL", zh: expect.stringContaining("出错") });
      expect(answer.error?.traceId).toBe(answer.headers.get("x-trace-id"));
      expect(answer.text).not.toMatch(/postgres|database|connection|terminat|stack/i);
    } finally {
      await admin.unsafe(`alter database ${name} with allow_connections true`);
      await admin.end();
    }
    // And it recovers by itself.
    await until(async () => (await send(`${stage.url}/readyz`)).status === 200);
    expect((await ask(stage, "orders.list", { before: null }, lin.token)).status).toBe(200);
  });
});
