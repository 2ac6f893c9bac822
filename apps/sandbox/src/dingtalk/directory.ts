import { err, ok, type Result } from "@sanqi/kernel";
import { isObject, type Json } from "../http/exchange.ts";
import { dingtalkUserIdOf, parsePerson } from "../people/identity.ts";
import type { Department, DirectoryUser } from "../state/records.ts";
import { indexDirectory } from "../state/state.ts";
import type { World } from "../world.ts";

/** The root department of every corporation (dingtalk.md 4). */
export const rootDept = 1;

const isId = (value: unknown): value is number =>
  typeof value === "number" && Number.isSafeInteger(value) && value > 0;

function parseDepartment(value: unknown): Department | null {
  if (!isObject(value) || !isId(value.deptId) || typeof value.name !== "string") return null;
  const parentId = value.parentId ?? rootDept;
  return isId(parentId) && parentId !== value.deptId
    ? { deptId: value.deptId, name: value.name, parentId }
    : null;
}

function parseUser(corpId: string, value: unknown): DirectoryUser | null {
  if (!isObject(value) || typeof value.name !== "string") return null;
  const person = parsePerson(value.person);
  const deptIds = value.deptIds;
  if (person === null || !Array.isArray(deptIds) || !deptIds.every(isId)) return null;
  const { title, mobile } = value;
  return {
    person,
    userid: dingtalkUserIdOf(corpId, person),
    name: value.name,
    deptIds,
    title: typeof title === "string" ? title : null,
    mobile: typeof mobile === "string" ? mobile : null,
  };
}

/** Replaces the corporation's departments and people. All or nothing. */
export function loadDirectory(
  world: World,
  body: Json | null,
): Result<{ departments: number; users: number }, { kind: "directoryWrong"; detail: string }> {
  const wrong = (detail: string) => err({ kind: "directoryWrong" as const, detail });
  if (body === null || !Array.isArray(body.departments) || !Array.isArray(body.users))
    return wrong("departments and users: arrays");
  const departments = new Map<number, Department>();
  for (const [index, value] of body.departments.entries()) {
    const department = parseDepartment(value);
    if (department === null) return wrong(`departments[${index}]: {deptId, name, parentId}`);
    departments.set(department.deptId, department);
  }
  const users: DirectoryUser[] = [];
  for (const [index, value] of body.users.entries()) {
    const user = parseUser(world.secrets.dingtalk.corpId, value);
    if (user === null) return wrong(`users[${index}]: {person, name, deptIds, title?, mobile?}`);
    const unknown = user.deptIds.find((id) => id !== rootDept && !departments.has(id));
    if (unknown !== undefined) return wrong(`users[${index}]: no department ${unknown}`);
    users.push(user);
  }
  world.state.departments = departments;
  world.state.directory = new Map(users.map((user) => [user.person, user]));
  indexDirectory(world.state);
  world.touch();
  return ok({ departments: departments.size, users: users.length });
}
