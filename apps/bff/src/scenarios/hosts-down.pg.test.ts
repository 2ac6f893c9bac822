import { createIds } from "@sanqi/kernel";
import { messageRules } from "@sanqi/notifications/use-cases";
import { appendEvents } from "@sanqi/outbox";
import { until } from "@sanqi/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { atDesk } from "./desk.ts";
import { placeAndPay } from "./lunch.ts";
import { faults } from "./money.ts";
import { type Client, type Person, type Stage, setStage } from "./stage.ts";

let stage: Stage;
let cook: Person;
let desk: Client;
let templates: string[];
beforeAll(async () => {
  stage = await setStage();
  cook = await stage.as("weapp", "chef-tinglan");
  desk = await atDesk(stage);
  const config = await (await fetch(`${stage.url}/client-config.json`)).json();
  templates = (config as { templates: { weapp: string[] } }).templates.weapp;
});
afterAll(() => stage?.close());

const rest = messageRules.restMs;
const ringing = "notify-weapp-on-order-event";
type Received = { id: string; title: string; page: string };
const received = (host: string, person: string) =>
  stage.phone<Received[]>(`/device/messages?host=${host}&person=${person}`, {}, "GET");
const inbox = async (person: Person) => (await person.api.notifications.inbox.query()).entries;
/** A student who allows some messages of each kind. */
async function student(key: string, messages: number): Promise<Person> {
  const person = await stage.as("weapp", key);
  for (let n = 0; n < messages; n += 1) {
    await stage.phone("/device/wechat/subscribe", {
      ...{ appId: stage.env.WECHAT_APP_ID, person: key, tmplIds: templates },
    });
    await person.api.notifications.grant.mutate({ templateIds: templates });
  }
  return person;
}
const ordersOf = async (people: readonly Person[], each: number) => {
  const orders: { orderId: Awaited<ReturnType<typeof placeAndPay>>; person: Person }[] = [];
  for (const person of people)
    for (let n = 0; n < each; n += 1) orders.push({ orderId: await placeAndPay(stage, person), person });
  return orders;
};
const ringingRows = (orders: readonly { orderId: string }[]) =>
  stage.sql<{ state: string; attempts: number; held: boolean }[]>`
    select state, attempts, held_since is not null as held from inbox
    where consumer = ${ringing} and key = any(${orders.map(({ orderId }) => orderId)}::text[]) and type <> 'order.placed'
    order by position`;
const breaker = async (name: string) =>
  (await desk.console.breakers.query()).find((report) => report.name === name);
/** Lets rests pass until everything has arrived. */
const drained = (orders: readonly { orderId: string }[]) =>
  until(
    async () => {
      stage.clock.advance(rest);
      await stage.product.idle();
      return (await ringingRows(orders)).every(({ state }) => state === "done");
    },
    (done) => done,
    60_000,
  );

describe("a host that takes no messages", () => {
  it("has its news wait in line while the inbox is written and others hear at once; then each arrives, once and in order", async () => {
    const people = [await student("lin", 8), await student("sun", 8), await student("zheng", 8)];
    const orders = await ordersOf(people, 4);
    const zhao = await stage.as("dd", "zhao");
    await faults(stage, { wechatMessages: "down" });
    for (const { orderId } of orders) await cook.api.merchant.accept.mutate({ orderId });
    await until(
      async () => stage.product.parts.breakers.health().find(({ name }) => name === "messages-weapp")?.state,
      (state) => {
        stage.clock.advance(500);
        return state === "open";
      },
      30_000,
    );
    const refused = orders.slice(0, 3);
    for (const { orderId } of refused) await cook.api.merchant.refuse.mutate({ orderId, reason: "卖完了" });
    const told = async () => {
      stage.clock.advance(2 * rest);
      await stage.product.parts.money.askDue(`${"0".repeat(31)}3`);
      await stage.product.idle();
      const titles = refused.map(async ({ orderId, person }) =>
        (await inbox(person)).filter((entry) => entry.orderId === orderId).map(({ title }) => title.zh),
      );
      return Promise.all(titles);
    };
    // For longer than all tries of an event that fails would last, and until the platform's own time has brought the money back.
    for (let turn = 0; turn < 15; turn += 1) await told();
    const news = ["商家已接单", "商家未能接单", "退款成功"];
    await until(told, (all) => all.every((titles) => news.every((title) => titles.includes(title))), 30_000);
    const waiting = await ringingRows(orders);
    expect(waiting.filter(({ state }) => state === "waiting").length).toBeGreaterThanOrEqual(orders.length);
    expect(waiting.every(({ state, attempts }) => state === "done" || attempts === 0)).toBe(true);
    for (const { key } of people) expect(await received("weapp", key)).toEqual([]);
    const elsewhere = await placeAndPay(stage, zhao);
    await cook.api.merchant.accept.mutate({ orderId: elsewhere });
    await stage.product.idle();
    expect((await received("dd", "zhao")).length).toBe(1);

    const report = await until(
      () => breaker("messages-weapp"),
      (now) => now?.state === "open",
    );
    expect(report).toMatchObject({
      what: { zh: "微信消息" },
      affects: { en: expect.stringContaining("wait in line") },
      todo: { zh: expect.stringContaining("无需操作") },
      probeAt: expect.any(Number),
      process: expect.stringContaining("worker"),
    });
    expect(await breaker("messages-dd")).toMatchObject({ state: "closed" });
    const { lag } = await desk.console.failedEvents.query();
    const line = lag.find(({ consumer }) => consumer === ringing);
    expect(line).toMatchObject({ parked: 0, heldReason: expect.stringContaining("weapp") });
    expect(line?.held).toBeGreaterThanOrEqual(orders.length);
    const metrics = await (await fetch(`${stage.url}/metrics`)).text();
    expect(metrics).toContain('sanqi_breaker_open{name="messages-weapp"} 1');
    expect(metrics).toContain('sanqi_breaker_open{name="messages-dd"} 0');

    await faults(stage, { wechatMessages: "ok" });
    await drained(orders);
    for (const person of people) {
      const mine = orders.filter((order) => order.person === person);
      const pages = (await received("weapp", person.key)).map(({ page }) => page);
      const back = refused.filter((order) => order.person === person);
      expect(pages).toHaveLength(mine.length + back.length);
      for (const { orderId } of mine) {
        const twice = back.some((order) => order.orderId === orderId);
        expect(pages.filter((page) => page.includes(orderId))).toHaveLength(twice ? 2 : 1);
      }
    }
    const [first] = refused;
    const sent = await stage.sql<{ kind: string }[]>`select kind from message_delivery
      where order_id = ${first?.orderId ?? ""} and state = 'sent' order by finished_at`;
    expect(sent.map(({ kind }) => kind)).toEqual(["order-accepted", "order-refunded"]);
    expect((await stage.sql`select 1 from inbox where state = 'parked'`).count).toBe(0);
    expect(await desk.console.ambiguousMessages.query()).toEqual([]);
  });

  it("that is slow gets a rest as well; what it took late was taken, and is not sent again", async () => {
    // What went well a minute ago does not count.
    stage.clock.advance(messageRules.windowMs);
    const people = [await student("tang", 14)];
    const orders = await ordersOf(people, 12);
    await faults(stage, { slowMs: 700 });
    for (const { orderId } of orders) await cook.api.merchant.accept.mutate({ orderId });
    const state = () =>
      stage.product.parts.breakers.health().find(({ name }) => name === "messages-weapp")?.state;
    await until(
      async () => state(),
      (now) => now === "open",
      30_000,
    );
    await faults(stage, { slowMs: 0 });
    await drained(orders);
    const pages = (await received("weapp", "tang")).map(({ page }) => page);
    expect(new Set(pages).size).toBe(orders.length);
    expect(pages).toHaveLength(orders.length);
    stage.clock.advance(rest);
    const [another] = await ordersOf(people, 1);
    await cook.api.merchant.accept.mutate({ orderId: another?.orderId as never });
    await stage.product.idle();
    expect(await received("weapp", "tang")).toHaveLength(orders.length + 1);
    expect(state()).toBe("closed");
  });
});

describe("a message of which nobody knows whether it arrived", () => {
  it("is shown at the desk when it is a student's news, and not sent again", async () => {
    const person = await student("qi", 2);
    const [order] = await ordersOf([person], 1);
    await cook.api.merchant.accept.mutate({ orderId: order?.orderId as never });
    await stage.product.idle();
    await stage.sql`update message_delivery set state = 'sending', finished_at = null
      where order_id = ${order?.orderId ?? ""}`;
    stage.clock.advance(180_000);
    await stage.product.parts.notifications.closeInterrupted();
    expect(await desk.console.ambiguousMessages.query()).toMatchObject([
      {
        ...{
          kind: "order-accepted",
          host: "weapp",
          orderId: order?.orderId,
          tries: 1,
          promise: "atMostOnce",
        },
        reason: "the process ended while it was being sent",
        account: expect.stringMatching(/^…\w{4}$/),
      },
    ]);
    expect(await received("weapp", "qi")).toHaveLength(1);
    const metrics = await (await fetch(`${stage.url}/metrics`)).text();
    expect(metrics).toMatch(
      /sanqi_messages_total\{.*kind="order-accepted",host="weapp",outcome="unknown".*\} 1/,
    );
  });

  it("is sent again when it is a care alert, and DingTalk shows it once", async () => {
    await stage.as("dd", "counselor-su");
    const ids = createIds(stage.clock.now, (bytes) => crypto.getRandomValues(bytes));
    const eventId = ids.next("event");
    const [place] = await stage.sql<{ scopeId: string }[]>`
      select scope_id from role_grant where role = 'counselor' limit 1`;
    const departmentId = place?.scopeId ?? "";
    const at = stage.clock.now();
    const payload = { departmentId, departmentName: "软件学院", count: 2, at };
    await appendEvents(stage.sql, [
      {
        ...{ campusId: stage.ids.campusId, eventId, type: "care.alertsOpened", key: departmentId },
        ...{ payload, traceId: "0".repeat(32), occurredAt: at },
      },
    ]);
    await stage.product.idle();
    const delivery = () => stage.sql`
      select state, tries from message_delivery where event_id = ${eventId}`;
    expect([...(await delivery())]).toEqual([{ state: "sent", tries: 1 }]);
    const before = await received("dd", "counselor-su");
    // What a crash between "sending" and the platform's answer leaves behind.
    await stage.sql`update message_delivery set state = 'sending', finished_at = null where event_id = ${eventId}`;
    await stage.sql`update inbox set state = 'waiting', next_at = 0
      where event_id = ${eventId} and consumer = 'notify-counselors-on-care-alerts'`;
    await stage.product.idle();
    expect([...(await delivery())]).toEqual([{ state: "sent", tries: 2 }]);
    expect(await received("dd", "counselor-su")).toEqual(before);
  });
});
