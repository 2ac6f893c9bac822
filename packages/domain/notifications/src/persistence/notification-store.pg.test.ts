import { createIds, day, err, type Host, hour, manualClock, minute, ok, toId } from "@sanqi/kernel";
import { NotNow, outboxMigrations } from "@sanqi/outbox";
import { createGuard } from "@sanqi/resilience";
import { type TestDatabase, testDatabase } from "@sanqi/testkit";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Message } from "../domain/index.ts";
import {
  createNotificationUseCases,
  type HostMessenger,
  messageRules,
  type NotifyOutcome,
} from "../use-cases/index.ts";
import { createNotificationStore, notificationMigrations } from "./index.ts";

const noon = 1_795_406_400_000;
const clock = manualClock(noon);
const ids = createIds(clock.now, (bytes) => crypto.getRandomValues(bytes));
const campusId = toId("campus", "cmp_00000000000000000001");
const orderId = toId("order", "ord_00000000000000000001");
const template = "tmpl-order-accepted";
const message: Message = {
  kind: "order-accepted",
  shop: "兰州牛肉面",
  orderNo: "A1",
  eta: "12:30",
  note: "",
};
let accountId = ids.next("account");
let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase([...outboxMigrations, ...notificationMigrations]);
});
afterAll(() => db.drop());
beforeEach(() => {
  clock.set(noon);
  accountId = ids.next("account");
});

type Answer = Awaited<ReturnType<HostMessenger["send"]>>;
const arrived: Answer = ok({ receipt: "r1" });

/** Messengers that answer what they are told, or fail as a crash would. */
function world(
  answers: (Answer | "crash")[] = [],
  subject: { subjectKind: string; subject: string } | null = { subjectKind: "openid", subject: "o1" },
) {
  const sent: { host: Host; page: string }[] = [];
  const texts: number[] = [];
  const counted: NotifyOutcome[] = [];
  const messenger = (host: Host): HostMessenger => ({
    host,
    async send({ page, firstTriedAt }) {
      sent.push({ host, page });
      texts.push(firstTriedAt);
      const answer = answers.shift() ?? arrived;
      if (answer === "crash") throw new Error("the process died");
      return answer;
    },
  });
  const guard = (host: Host) => createGuard({ name: host, rules: messageRules, clock, stopwatch: clock.now });
  const notifications = createNotificationUseCases({
    guards: { weapp: guard("weapp"), alipay: guard("alipay"), dd: guard("dd") },
    counted: ({ outcome }) => void counted.push(outcome),
    store: createNotificationStore(db.sql),
    clock,
    ids,
    messengers: { weapp: messenger("weapp"), alipay: messenger("alipay"), dd: messenger("dd") },
    subjects: { subjectOn: async () => subject },
    templates: { weapp: { "order-accepted": template }, alipay: { "order-accepted": template } },
  });
  const notify = (
    host: Host = "weapp",
    eventId: string = ids.next("event"),
    what: Message | null = message,
  ) =>
    notifications.notify({
      eventId,
      campusId,
      accountId,
      host,
      message: what,
      page: "pages/track/order/index",
      orderId,
      occurredAt: noon,
      inboxWords: { title: { zh: "商家已接单", en: "Accepted" }, text: { zh: "正文", en: "Text" } },
    });
  const grant = (...templateIds: string[]) =>
    notifications.grant({ campusId, accountId, host: "weapp", templateIds, at: clock.now() });
  return { ...notifications, sent, texts, counted, notify, grant };
}
const grantsLeft = async () => {
  const rows = await db.sql<
    { count: number }[]
  >`select count from consent_grant where account_id = ${accountId}`;
  return rows.map((row) => row.count);
};
const states = async () => {
  const rows = await db.sql<
    { state: string }[]
  >`select state from message_delivery where account_id = ${accountId}`;
  return rows.map((row) => row.state);
};

describe("consent", () => {
  it("is used up message by message; without it only the inbox is written", async () => {
    const { notify, grant, sent, inbox } = world();
    expect(await notify()).toBe("inboxOnly");
    await grant(template, template, "of-another-app");
    expect(await notify()).toBe("sent");
    expect(await notify()).toBe("inboxOnly");
    expect(sent).toHaveLength(1);
    expect(await grantsLeft()).toEqual([0]);
    expect((await inbox(campusId, accountId)).unread).toBe(3);
  });
  it("serves one message only, even when two are sent at once", async () => {
    const { notify, grant } = world();
    await grant(template);
    expect((await Promise.all([notify(), notify(), notify()])).sort()).toEqual([
      "inboxOnly",
      "inboxOnly",
      "sent",
    ]);
  });
  it("is not asked for on DingTalk, and counts only on its own host", async () => {
    const { notify, grant, sent } = world();
    await grant(template);
    expect(await notify("alipay")).toBe("inboxOnly");
    expect(await notify("dd")).toBe("sent");
    expect(sent).toEqual([{ host: "dd", page: "pages/track/order/index" }]);
  });
});

describe("at most once", () => {
  const eventId = () => ids.next("event");
  it("sends nothing for an event that was handled", async () => {
    const { notify, sent, inbox } = world();
    const event = eventId();
    expect([await notify("dd", event), await notify("dd", event)]).toEqual(["sent", "repeated"]);
    expect(sent).toHaveLength(1);
    expect((await inbox(campusId, accountId)).entries).toHaveLength(1);
  });
  it("does not repeat what may have arrived, and counts it", async () => {
    const before = (await world().ambiguousMessages(campusId)).length;
    const { notify, sent, counted, ambiguousMessages } = world([
      "crash",
      err({ kind: "sendUnknown", detail: "no answer" }),
    ]);
    const event = eventId();
    await expect(notify("dd", event)).rejects.toThrow("the process died");
    expect(await states()).toEqual(["sending"]);
    expect(await notify("dd", event)).toBe("unknown");
    expect(await notify("dd", event)).toBe("repeated");
    expect(await notify("dd")).toBe("unknown");
    expect(sent).toHaveLength(2);
    const [newest, older, ...others] = await ambiguousMessages(campusId);
    expect(others).toHaveLength(before);
    const common = { kind: "order-accepted", host: "dd", orderId, tries: 1, promise: "atMostOnce" };
    expect([newest, older].sort((a, b) => (a?.reason ?? "").localeCompare(b?.reason ?? ""))).toMatchObject([
      { ...common, reason: "no answer", account: `…${accountId.slice(-4)}` },
      { ...common, reason: "the process ended while it was being sent" },
    ]);
    expect(counted).toEqual(["unknown", "repeated", "unknown"]);
  });
  it("tries again where nothing was sent, and keeps the consent for it", async () => {
    const { notify, grant, inbox } = world([err({ kind: "hostBusy", detail: "quota" })]);
    await grant(template);
    const event = eventId();
    await expect(notify("weapp", event)).rejects.toThrow(NotNow);
    expect(await grantsLeft()).toEqual([1]);
    expect(await notify("weapp", event)).toBe("sent");
    expect(await grantsLeft()).toEqual([0]);
    expect((await inbox(campusId, accountId)).entries).toHaveLength(1);
  });
  it("ends where the person cannot be reached or our message is wrong", async () => {
    const { notify, grant } = world([
      err({ kind: "notDeliverable", code: "43101", detail: "no grant" }),
      err({ kind: "messageRefused", code: "47003", detail: "thing1" }),
    ]);
    await grant(template);
    expect(await notify()).toBe("undeliverable");
    expect(await grantsLeft()).toEqual([0]);
    await grant(template);
    expect(await notify()).toBe("refused");
    expect(await grantsLeft()).toEqual([1]);
    expect((await states()).sort()).toEqual(["refused", "undeliverable"]);
  });
  it("does not ring for somebody who never came from there", async () => {
    const { notify, sent } = world([], null);
    expect(await notify("dd")).toBe("inboxOnly");
    expect(sent).toEqual([]);
  });
});

describe("at least once", () => {
  const alert = { kind: "care-alert", department: "软件学院", count: 2, at: "12:00" } as const;
  const lost = err({ kind: "sendUnknown", detail: "no answer" } as const);
  it("sends the same text again until the platform has answered", async () => {
    const { notify, texts, counted, ambiguousMessages } = world(["crash", lost, arrived]);
    const event = ids.next("event");
    await expect(notify("dd", event, alert)).rejects.toThrow("the process died");
    clock.advance(minute);
    await expect(notify("dd", event, alert)).rejects.toThrow(NotNow);
    expect((await ambiguousMessages(campusId))[0]).toMatchObject({
      ...{ eventId: event, kind: "care-alert", promise: "atLeastOnce", reason: "no answer", tries: 2 },
      at: clock.now(),
    });
    clock.advance(minute);
    expect([await notify("dd", event, alert), await notify("dd", event, alert)]).toEqual([
      "sent",
      "repeated",
    ]);
    expect(texts).toEqual([noon, noon, noon]);
    expect(counted).toEqual(["unknown", "sent", "repeated"]);
    expect((await ambiguousMessages(campusId)).map(({ eventId }) => eventId)).not.toContain(event);
  });
  it("still knows of the first try after one that sent nothing", async () => {
    const { notify, texts } = world([lost, err({ kind: "hostBusy", detail: "quota" }), arrived]);
    const event = ids.next("event");
    for (let tries = 0; tries < 2; tries += 1)
      await expect(notify("dd", event, alert)).rejects.toThrow(NotNow);
    expect(await states()).toEqual(["unknown"]);
    clock.advance(hour);
    await notify("dd", event, alert);
    expect([await states(), new Set(texts)]).toEqual([["sent"], new Set([noon])]);
  });
  it("goes through DingTalk only", async () => {
    const { notify, sent } = world();
    expect(await notify("weapp", ids.next("event"), alert)).toBe("inboxOnly");
    expect(sent).toEqual([]);
  });
});

describe("a message that comes too late", () => {
  it("is in the inbox, and nobody is rung", async () => {
    const { notify, sent, inbox } = world();
    clock.advance(hour);
    expect(await notify("dd")).toBe("sent");
    clock.advance(1);
    expect(await notify("dd")).toBe("tooLate");
    expect(sent).toHaveLength(1);
    expect((await inbox(campusId, accountId)).unread).toBe(2);
  });
});

describe("a host that fails", () => {
  const busy = err({ kind: "hostBusy", detail: "errcode -1" } as const);
  it("is called no more; nothing is recorded, no consent is used, and one tries once it has rested", async () => {
    const { notify, grant, sent, turn, inbox } = world(Array(messageRules.minCalls).fill(busy));
    await grant(template);
    for (let n = 0; n < messageRules.minCalls; n += 1) await expect(notify()).rejects.toThrow("errcode -1");
    expect(turn("weapp")).toEqual({ may: "none", forMs: messageRules.restMs });
    await expect(notify()).rejects.toThrow("rest");
    expect(sent).toHaveLength(messageRules.minCalls);
    expect([await states(), await grantsLeft()]).toEqual([[], [1]]);
    expect((await inbox(campusId, accountId)).unread).toBe(messageRules.minCalls + 1);
    expect([turn("alipay").may, turn("dd").may]).toEqual(["all", "all"]);
    clock.advance(messageRules.restMs);
    expect(turn("weapp")).toEqual({ may: "one" });
    expect(await notify()).toBe("sent");
    expect(turn("weapp")).toEqual({ may: "all" });
  });
  it("is well when it refuses", async () => {
    const refused = err({ kind: "notDeliverable", code: "60121", detail: "" } as const);
    const { notify, turn } = world(Array(2 * messageRules.minCalls).fill(refused));
    for (let n = 0; n < 2 * messageRules.minCalls; n += 1) expect(await notify("dd")).toBe("undeliverable");
    expect(turn("dd")).toEqual({ may: "all" });
  });
});

describe("what a process that is gone was sending", () => {
  it("is unknown after a while, with its kind counted, and no sooner", async () => {
    const { notify, counted, closeInterrupted } = world(["crash", "crash"]);
    await expect(notify("dd")).rejects.toThrow("died");
    clock.advance(minute);
    await expect(notify("dd")).rejects.toThrow("died");
    clock.advance(minute + 1);
    expect(await closeInterrupted()).toBe(1);
    expect((await states()).sort()).toEqual(["sending", "unknown"]);
    expect(counted).toEqual(["unknown"]);
    clock.advance(day);
    expect([await closeInterrupted(), await closeInterrupted()]).toEqual([1, 0]);
  });
});

describe("in-app inbox", () => {
  it("shows the newest first and counts what is unread", async () => {
    const { notify, inbox, markRead } = world();
    for (let n = 0; n < 3; n++) {
      clock.advance(1_000);
      await notify("weapp", ids.next("event"), null);
    }
    const { entries, unread } = await inbox(campusId, accountId);
    expect(entries.map((e) => e.at)).toEqual([noon + 3_000, noon + 2_000, noon + 1_000]);
    expect(entries[0]).toMatchObject({
      title: { zh: "商家已接单" },
      text: { en: "Text" },
      orderId,
      read: false,
    });
    expect(unread).toBe(3);
    await markRead(campusId, accountId, noon + 2_000);
    const after = await inbox(campusId, accountId);
    expect([after.unread, ...after.entries.map((e) => e.read)]).toEqual([1, false, true, true]);
    expect((await inbox(campusId, ids.next("account"))).entries).toEqual([]);
  });
});
