import { json, type Reply, startTestHost, type TestHost } from "@sanqi/outbound/test-host";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createDingtalkContacts } from "./contacts.ts";
import { playDingtalk, testConfig, testDeps } from "./test-config.ts";

const { deps } = testDeps();
let host: TestHost;
beforeAll(async () => {
  host = await startTestHost();
});
afterAll(() => host.close());
beforeEach(() => {
  host.received.length = 0;
});
const contacts = () => createDingtalkContacts(testConfig(host.url), deps);
const ok = (result: unknown) => json({ errcode: 0, errmsg: "ok", result });
const refused = (errcode: number) => json({ errcode, errmsg: "x" });

type Body = { dept_id: number; cursor: number; size: number; userid: string };
const answering = (answer: (path: string, body: Body) => Reply) =>
  playDingtalk(host, (request) => answer(new URL(request.path, host.url).pathname, JSON.parse(request.body)));

describe("a member", () => {
  it("is read with the departments that they lead", async () => {
    answering(() =>
      ok({
        userid: "u1",
        unionid: "n1",
        name: "陈老师",
        dept_id_list: [2, 3, "x"],
        leader_in_dept: [
          { dept_id: 2, leader: true },
          { dept_id: 3, leader: false },
        ],
        title: "辅导员",
        job_number: "",
      }),
    );
    expect(await contacts().member("u1")).toEqual({
      ok: true,
      value: {
        userid: "u1",
        union: "n1",
        name: "陈老师",
        departmentIds: [2, 3],
        leads: [2],
        title: "辅导员",
        mobile: null,
        jobNumber: null,
      },
    });
  });

  it("who is not there is told from one who may not be seen", async () => {
    for (const errcode of [33012, 60121]) {
      answering(() => refused(errcode));
      expect(await contacts().member("u1")).toEqual({ ok: true, value: null });
    }
    answering(() => refused(50002));
    expect(await contacts().member("u1")).toMatchObject({ error: { kind: "refused", code: "50002" } });
    answering(() => ok({}));
    expect(await contacts().member("u1")).toMatchObject({ error: { kind: "unknown" } });
  });
});

describe("the members of a department", () => {
  const people = Array.from({ length: 250 }, (_, i) => ({
    userid: `u${i}`,
    name: `学生${i}`,
    dept_id_list: [2],
  }));

  it("are read page by page", async () => {
    answering((_path, { cursor, size }) =>
      ok({
        has_more: cursor + size < people.length,
        ...(cursor + size < people.length ? { next_cursor: cursor + size } : {}),
        list: people.slice(cursor, cursor + size),
      }),
    );
    const answer = await contacts().members(2);
    expect(answer.ok && answer.value.map(({ userid }) => userid)).toEqual(people.map(({ userid }) => userid));
    const pages = host.received.filter(({ path }) => path.includes("user/list"));
    expect(pages.map(({ body }) => JSON.parse(body).cursor)).toEqual([0, 100, 200]);
  });

  it("are not read for ever, nor half", async () => {
    answering(() => ok({ has_more: true, next_cursor: 0, list: [] }));
    expect(await contacts().members(2)).toMatchObject({ error: { kind: "unknown" } });
    answering((_path, { cursor }) =>
      cursor === 0 ? ok({ has_more: true, next_cursor: 100, list: people.slice(0, 100) }) : refused(-1),
    );
    expect(await contacts().members(2)).toMatchObject({ error: { kind: "busy" } });
  });
});

describe("the directory", () => {
  const tree: Record<number, number[]> = { 1: [2, 3], 2: [4], 3: [], 4: [2] };
  const play = (hidden: (id: number) => Reply | undefined) =>
    answering((path, { dept_id: id }) => {
      const instead = hidden(id);
      if (instead) return instead;
      if (path.endsWith("/listsub")) {
        return ok((tree[id] ?? []).map((child) => ({ dept_id: child, parent_id: id, name: `部门${child}` })));
      }
      return ok({
        has_more: false,
        list: [
          { userid: `only-${id}`, name: "n" },
          { userid: "everywhere", name: "n" },
        ],
      });
    });

  it("is the whole tree, each department and each member once", async () => {
    play(() => undefined);
    const answer = await contacts().directory();
    if (!answer.ok) throw new Error("not read");
    expect(answer.value.departments.map(({ id }) => id)).toEqual([2, 3, 4]);
    expect(answer.value.departments[2]).toEqual({ id: 4, parentId: 2, name: "部门4" });
    expect(answer.value.members.map(({ userid }) => userid).sort()).toEqual([
      "everywhere",
      "only-1",
      "only-2",
      "only-3",
      "only-4",
    ]);
    expect(answer.value.hidden).toEqual([]);
  });

  it("names what the app may not see, and is not believed when it broke off", async () => {
    play((id) => (id === 3 ? refused(50002) : undefined));
    expect(await contacts().directory()).toMatchObject({ ok: true, value: { hidden: [3] } });
    play((id) => (id === 4 ? refused(90002) : undefined));
    expect(await contacts().directory()).toMatchObject({ ok: false, error: { kind: "busy" } });
  });
});
