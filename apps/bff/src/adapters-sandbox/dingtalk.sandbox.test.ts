import {
  createDingtalkCallback,
  createDingtalkContacts,
  createDingtalkLogin,
  createDingtalkMessenger,
  createDingtalkSendResults,
  readDingtalkConfig,
} from "@sanqi/dingtalk";
import { minute, second } from "@sanqi/kernel";
import type { Message } from "@sanqi/notifications";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { type Bench, must, startBench } from "./sandbox-bench.ts";

let bench: Bench;
let corpId: string;
const students = Array.from({ length: 230 }, (_, i) => ({
  person: `student-${i}`,
  name: `学生${i}`,
  deptIds: [21],
}));

beforeAll(async () => {
  bench = await startBench();
  corpId = bench.env.DINGTALK_CORP_ID;
  await bench.loadDirectory({
    departments: [
      { deptId: 2, name: "软件学院", parentId: 1 },
      { deptId: 21, name: "软件 2501 班", parentId: 2 },
      { deptId: 3, name: "外国语学院", parentId: 1 },
    ],
    users: [
      { person: "chen", name: "陈老师", deptIds: [2, 21], title: "辅导员", mobile: "13800000000" },
      ...students,
    ],
  });
});
afterAll(() => bench.close());
afterEach(() =>
  bench.faults({
    dingtalkBanned: false,
    dingtalkBusy: false,
    dingtalkPermission: "ok",
    dingtalkMobile: true,
    dingtalkApiTokenOnOapi: true,
    dingtalkDailyPerPerson: 500,
  }),
);

const config = () => readDingtalkConfig(bench.env);
const newCode = async (person: string) =>
  String((await bench.phone("dingtalk/auth-code", { corpId, person })).authCode);
const login = () => createDingtalkLogin(config(), bench.deps);

describe("DingTalk log-in", () => {
  it("proves a member of the corporation, by a code that works once", async () => {
    const code = await newCode("chen");
    const member = must(await login().exchange(code));
    expect(member).toMatchObject({ platform: "dd", app: corpId, subjectKind: "userid", name: "陈老师" });
    expect(await login().exchange(code)).toEqual({
      ok: false,
      error: { kind: "loginCodeRefused", code: "40078" },
    });
    const late = await newCode("chen");
    bench.advance(5 * minute + second);
    expect(await login().exchange(late)).toMatchObject({ error: { kind: "loginCodeRefused" } });
  });

  it("works with the token of either family, and with none while banned", async () => {
    for (const dingtalkApiTokenOnOapi of [true, false]) {
      await bench.faults({ dingtalkApiTokenOnOapi });
      must(await login().exchange(await newCode("chen")));
    }
    await bench.faults({ dingtalkBanned: true });
    expect(await login().exchange(await newCode("chen"))).toMatchObject({
      error: { kind: "hostUnavailable" },
    });
  });
});

const alert: Message = { kind: "care-alert", department: "软件学院", count: 2, at: "11-22 12:00" };
const orders: Message[] = [
  { kind: "order-accepted", shop: "一食堂", orderNo: "A1024", eta: "12:35", note: "少辣" },
  { kind: "order-picked-up", shop: "一食堂", orderNo: "A1024", rider: "陈师傅", eta: "12:40" },
  { kind: "order-delivered", shop: "一食堂", orderNo: "A1024", place: "3 号楼", at: "12:41" },
  { kind: "order-refunded", shop: "一食堂", orderNo: "A1024", amount: "24.05", reason: "商家拒单" },
];

async function senderFor(person: string) {
  const { subject, subjectKind } = must(await login().exchange(await newCode(person)));
  const messenger = createDingtalkMessenger(config(), bench.deps);
  return {
    subject,
    send: (message: Message, firstTriedAt = bench.deps.clock.now()) =>
      messenger.send({
        to: { subject, subjectKind },
        message,
        page: "/pages/care/index?d=2",
        firstTriedAt,
      }),
  };
}

describe("DingTalk messages", () => {
  it("arrive, every kind, also the same alert a second later", async () => {
    const { send } = await senderFor("chen");
    for (const message of [alert, ...orders, alert]) {
      must(await send(message));
      bench.advance(second);
    }
    const inbox = await bench.messages("dd", "chen");
    expect(inbox).toHaveLength(6);
    expect(inbox.every(({ page }) => page === "eapp://pages/care/index?d=2")).toBe(true);
    expect(inbox.filter(({ title }) => title.includes("关怀提醒"))).toHaveLength(2);
  });

  it("that are repeated after a lost answer are shown once", async () => {
    const { send } = await senderFor("chen");
    const firstTriedAt = bench.deps.clock.now();
    const before = (await bench.messages("dd", "chen")).length;
    for (let tries = 0; tries < 3; tries += 1) {
      must(await send(alert, firstTriedAt));
      bench.advance(minute);
    }
    expect(await bench.messages("dd", "chen")).toHaveLength(before + 1);
  });

  it("that are dropped in silence are found by their receipt", async () => {
    const { subject, send } = await senderFor("student-1");
    const results = createDingtalkSendResults(config(), bench.deps);
    const good = must(await results.read(must(await send(alert)).receipt));
    expect([...good.read, ...good.unread]).toEqual([subject]);
    await bench.faults({ dingtalkDailyPerPerson: 1 });
    bench.advance(second);
    const dropped = must(await results.read(must(await send(alert)).receipt));
    expect(dropped.forbidden).toEqual([{ userid: subject, code: "143105" }]);
  });

  it("wait while the platform is busy or bans us, and survive an expired token", async () => {
    const { send } = await senderFor("chen");
    for (const fault of [{ dingtalkBusy: true }, { dingtalkBusy: false, dingtalkBanned: true }]) {
      await bench.faults(fault);
      expect(await send(alert)).toMatchObject({ error: { kind: "hostBusy" } });
    }
    await bench.faults({ dingtalkBanned: false });
    must(await send(alert));
    bench.advance(121 * minute);
    must(await send(alert));
  });
});

describe("DingTalk contacts", () => {
  const contacts = () => createDingtalkContacts(config(), bench.deps);

  it("are read whole, page by page", async () => {
    const directory = must(await contacts().directory());
    expect(directory.departments.map(({ id, parentId }) => [id, parentId])).toEqual([
      [2, 1],
      [3, 1],
      [21, 2],
    ]);
    expect(directory.members).toHaveLength(231);
    expect(directory.hidden).toEqual([]);
    const chen = directory.members.find(({ name }) => name === "陈老师");
    expect(chen).toMatchObject({ departmentIds: [2, 21], title: "辅导员", mobile: "13800000000" });
    expect(must(await contacts().member(chen?.userid ?? ""))).toMatchObject({ name: "陈老师" });
    expect(must(await contacts().member("nobody"))).toBeNull();
  });

  it.each(["plain", "wrapped"])("need a permission: %s", async (dingtalkPermission) => {
    await bench.faults({ dingtalkPermission });
    expect(await contacts().directory()).toMatchObject({ error: { kind: "refused", code: "60011" } });
  });

  it("come without telephone numbers where that permission is missing", async () => {
    await bench.faults({ dingtalkMobile: false });
    const members = must(await contacts().members(2));
    expect(members).toMatchObject([{ name: "陈老师", mobile: null }]);
  });
});

it("makes callbacks from the sandbox's secrets", () => {
  const callback = createDingtalkCallback(config(), bench.deps);
  expect(callback?.success().encrypt).toBeTruthy();
});
