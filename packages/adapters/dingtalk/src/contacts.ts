import { err, ok, type Result } from "@sanqi/kernel";
import { integerAt, integersAt, type Json, objectAt, objectsAt, textAt } from "@sanqi/outbound";
import { createDingtalkClient, type DingtalkDeps, type HostFailure } from "./client.ts";
import type { DingtalkConfig } from "./config.ts";

export type DingtalkDepartment = { readonly id: number; readonly parentId: number; readonly name: string };

export type DingtalkMember = {
  readonly userid: string;
  readonly union: string | null;
  readonly name: string;
  readonly departmentIds: readonly number[];
  /** Departments that this member leads; only `member` tells them, lists say nothing. */
  readonly leads: readonly number[];
  readonly title: string | null;
  /** Needs a permission of its own; null without it. */
  readonly mobile: string | null;
  readonly jobNumber: string | null;
};

export type DingtalkDirectory = {
  readonly departments: readonly DingtalkDepartment[];
  readonly members: readonly DingtalkMember[];
  /** Departments that the app may not see: their people are unknown, not gone. */
  readonly hidden: readonly number[];
};

type Answer<T> = Promise<Result<T, HostFailure>>;

export type DingtalkContacts = {
  /** `ok(null)`: the corporation has no such member (or the app may not see them: then `refused` 50002). */
  member(userid: string): Answer<DingtalkMember | null>;
  /** Direct children only; the root is department 1. */
  subDepartments(id: number): Answer<DingtalkDepartment[]>;
  /** Direct members of one department, all pages. */
  members(departmentId: number): Answer<DingtalkMember[]>;
  /** The tree below `root` with everybody in it, each member once. */
  directory(root?: number): Answer<DingtalkDirectory>;
};

const rootDepartment = 1;
const pageSize = 100;
const notVisible = ["50002", "60003"];

/** Reads the corporation's contacts through the old family. */
export function createDingtalkContacts(config: DingtalkConfig, deps: DingtalkDeps): DingtalkContacts {
  const client = createDingtalkClient(config, deps);

  const contacts: DingtalkContacts = {
    async member(userid) {
      const answer = await client.oapi("/topapi/v2/user/get", { userid, language: "zh_CN" });
      if (!answer.ok) return isRefusal(answer.error, ["33012", "60121"]) ? ok(null) : answer;
      const member = toMember(objectAt(answer.value, "result"));
      return member ? ok(member) : err({ kind: "unknown", detail: "answer without member" });
    },

    async subDepartments(id) {
      const answer = await client.oapi("/topapi/v2/department/listsub", { dept_id: id, language: "zh_CN" });
      return answer.ok ? ok(objectsAt(answer.value, "result").flatMap(toDepartment)) : answer;
    },

    async members(departmentId) {
      const found: DingtalkMember[] = [];
      let cursor = 0;
      while (true) {
        const answer = await client.oapi("/topapi/v2/user/list", {
          dept_id: departmentId,
          cursor,
          size: pageSize,
          language: "zh_CN",
        });
        if (!answer.ok) return answer;
        const page = objectAt(answer.value, "result");
        found.push(...objectsAt(page, "list").flatMap((entry) => toMember(entry) ?? []));
        if (page?.has_more !== true) return ok(found);
        const next = integerAt(page, "next_cursor");
        // A cursor that stands still would be read for ever.
        if (next === undefined || next <= cursor)
          return err({ kind: "unknown", detail: "paging does not advance" });
        cursor = next;
      }
    },

    async directory(root = rootDepartment) {
      const departments: DingtalkDepartment[] = [];
      const members = new Map<string, DingtalkMember>();
      const hidden: number[] = [];
      const waiting = [root];
      const seen = new Set(waiting);
      for (const id of waiting) {
        const people = await contacts.members(id);
        const children = people.ok ? await contacts.subDepartments(id) : people;
        if (!people.ok || !children.ok) {
          const failure = people.ok ? children : people;
          if (failure.ok || !isRefusal(failure.error, notVisible))
            return failure as Result<never, HostFailure>;
          hidden.push(id);
          continue;
        }
        for (const person of people.value) members.set(person.userid, person);
        const fresh = children.value.filter((child) => !seen.has(child.id));
        for (const child of fresh) seen.add(child.id);
        departments.push(...fresh);
        // The array grows while it is walked: breadth first, without recursion.
        waiting.push(...fresh.map((child) => child.id));
      }
      return ok({ departments, members: [...members.values()], hidden });
    },
  };
  return contacts;
}

const isRefusal = (failure: HostFailure, codes: readonly string[]): boolean =>
  failure.kind === "refused" && codes.includes(failure.code);

function toDepartment(from: Json): DingtalkDepartment[] {
  const id = integerAt(from, "dept_id");
  return id === undefined
    ? []
    : [
        {
          id,
          parentId: integerAt(from, "parent_id") ?? rootDepartment,
          name: textAt(from, "name") ?? String(id),
        },
      ];
}

function toMember(from: Json | undefined): DingtalkMember | undefined {
  const userid = textAt(from, "userid");
  if (!userid) return undefined;
  const led = objectsAt(from, "leader_in_dept").filter((entry) => entry.leader === true);
  return {
    userid,
    union: textAt(from, "unionid") ?? null,
    name: textAt(from, "name") ?? userid,
    departmentIds: integersAt(from, "dept_id_list"),
    leads: led.flatMap((entry) => integerAt(entry, "dept_id") ?? []),
    title: textAt(from, "title") ?? null,
    mobile: textAt(from, "mobile") ?? null,
    jobNumber: textAt(from, "job_number") ?? null,
  };
}
