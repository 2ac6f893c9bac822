import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Product, startProduct } from "../product.ts";
import { placeAndPay } from "./lunch.ts";
import { atPlatform, booksAreSound, eventsOf, faults, moneyOf, refundedInFull, untilMoney } from "./money.ts";
import { type Person, type Stage, setStage } from "./stage.ts";

let stage: Stage;
let cook: Person;
beforeAll(async () => {
  stage = await setStage();
  cook = await stage.as("weapp", "chef-tinglan");
});
afterAll(() => stage?.close());

const quiet = { debug() {}, info() {}, warn() {}, error() {}, child: () => quiet };
const subscribeTo = (person: Person, ids: readonly string[]) =>
  stage.phone("/device/wechat/subscribe", {
    appId: stage.env.WECHAT_APP_ID,
    person: person.key,
    tmplIds: ids,
  });

describe("a process that dies between an effect and its record", () => {
  it.each([
    ["weapp", "lin"],
    ["alipay", "chen"],
    ["dd", "zhao"],
  ] as const)(
    "asks the platform of %s for the same refund again: the money goes back once",
    async (host, key) => {
      const student = await stage.as(host, key);
      const orderId = await placeAndPay(stage, student);
      await student.api.orders.cancel.mutate({ orderId, reason: "" });
      await untilMoney(stage, orderId, refundedInFull);
      const [sent] = await stage.sql<{ eventId: string }[]>`
      select event_id from inbox where key = ${orderId} and consumer = 'send-refund-on-refund-requested' and state = 'done'`;
      // Had the process died before it could write this down, the row would still wait, and the refund would be "requested".
      await stage.sql`update refund set state = 'requested' where order_id = ${orderId}`;
      await stage.sql`update payment set state = 'refunding' where order_id = ${orderId} and state = 'refunded'`;
      await stage.sql`update inbox set state = 'waiting', next_at = 0 where event_id = ${sent?.eventId ?? ""}
      and consumer = 'send-refund-on-refund-requested'`;
      await stage.product.idle();
      const { payments, refunds } = await untilMoney(stage, orderId, refundedInFull);
      expect(refunds).toHaveLength(1);
      const there = await atPlatform(stage, payments[0]?.paymentId ?? "");
      expect(there?.refundedFen).toBe(payments[0]?.amountFen);
      await booksAreSound(stage);
    },
  );

  it("never rings twice: a message that was under way is unknown and stays so", async () => {
    const student = await stage.as("weapp", "sun");
    const { templates } = (await (await fetch(`${stage.url}/client-config.json`)).json()) as {
      templates: { weapp: string[] };
    };
    await subscribeTo(student, templates.weapp);
    await student.api.notifications.grant.mutate({ templateIds: templates.weapp });
    const inbox = () =>
      stage.phone<{ id: string }[]>(`/device/messages?host=weapp&person=${student.key}`, {}, "GET");
    const orderId = await placeAndPay(stage, student);
    await cook.api.merchant.accept.mutate({ orderId });
    await stage.product.idle();
    const before = await inbox();
    expect(before.length).toBeGreaterThan(0);
    const [accepted] = await stage.sql<{ eventId: string }[]>`
      select event_id from outbox where key = ${orderId} and type = 'order.accepted'`;
    const eventId = accepted?.eventId ?? "";
    const delivery = () => stage.sql<{ state: string }[]>`
      select state from message_delivery where event_id = ${eventId}`;
    expect([...(await delivery())]).toEqual([{ state: "sent" }]);
    // What a crash between "sending" and the platform's answer leaves behind.
    await stage.sql`update message_delivery set state = 'sending', finished_at = null where event_id = ${eventId}`;
    await stage.sql`update inbox set state = 'waiting', next_at = 0
      where event_id = ${eventId} and consumer = 'notify-weapp-on-order-event'`;
    await stage.product.idle();
    expect([...(await delivery())]).toEqual([{ state: "unknown" }]);
    await stage.sql`update inbox set state = 'waiting', next_at = 0
      where event_id = ${eventId} and consumer = 'notify-weapp-on-order-event'`;
    await stage.product.idle();
    expect([...(await delivery())]).toEqual([{ state: "unknown" }]);
    expect((await inbox()).length).toBe(before.length);
    const mine = await student.api.notifications.inbox.query();
    expect(mine.entries.filter((e) => e.orderId === orderId && e.title.zh.includes("接单"))).toHaveLength(1);
  });
});

describe("two processes on one database", () => {
  let second: Product;
  beforeAll(async () => {
    const { freePort } = await import("@sanqi/local-postgres");
    second = await startProduct(
      { ...stage.config, port: await freePort() },
      { clock: stage.clock, log: quiet },
    );
  });
  afterAll(() => second?.stop());

  it("share the work: each event is handled once by each consumer, each message sent once", async () => {
    const people = await Promise.all(
      ["lin", "sun", "zheng", "tang", "qi", "mo"].map((key) => stage.as("weapp", key)),
    );
    const orders = await Promise.all(people.map((person) => placeAndPay(stage, person)));
    await Promise.all(orders.map((orderId) => cook.api.merchant.accept.mutate({ orderId })));
    await Promise.all([stage.product.idle(), second.idle()]);
    for (const orderId of orders) {
      for (const type of ["order.placed", "order.paid", "order.accepted", "payment.succeeded"])
        expect([type, await eventsOf(stage, orderId, type)]).toEqual([type, 1]);
    }
    const tried = await stage.sql`select consumer, attempts, state from inbox
      where key = any(${orders as string[]}::text[]) and (attempts <> 1 or state <> 'done')`;
    expect([...tried]).toEqual([]);
    const entries = await stage.sql`select count(*)::int as n from inbox_entry
      where order_id = any(${orders as string[]}::text[]) group by account_id, event_id having count(*) > 1`;
    expect(entries.count).toBe(0);
  });

  it("take over each other's work when one stops in the middle", async () => {
    const student = await stage.as("alipay", "he");
    const orderId = await placeAndPay(stage, student);
    await faults(stage, { alipayDown: true });
    await student.api.orders.cancel.mutate({ orderId, reason: "" });
    await stage.product.idle();
    await second.stop();
    await faults(stage, { alipayDown: false });
    await untilMoney(stage, orderId, refundedInFull);
    expect((await moneyOf(stage, orderId)).refunds).toHaveLength(1);
    await booksAreSound(stage);
  });
});
