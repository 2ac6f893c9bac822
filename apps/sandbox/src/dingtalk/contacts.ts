import type { Answer, Json } from "../http/exchange.ts";
import { unionidOf } from "../people/identity.ts";
import type { DirectoryUser } from "../state/records.ts";
import type { World } from "../world.ts";
import { oapiError, oapiOk } from "./answer.ts";
import { rootDept } from "./directory.ts";

const deptOf = (world: World, body: Json): number | null => {
  const id = body.dept_id === undefined ? rootDept : Number(body.dept_id);
  return id === rootDept || world.state.departments.has(id) ? id : null;
};

const membersOf = (world: World, deptId: number): DirectoryUser[] =>
  (world.state.deptToPersons.get(deptId) ?? []).flatMap((person) => world.state.directory.get(person) ?? []);

const noDept = (): Answer => oapiError(60003, "部门不存在");

const listed = (world: World, user: DirectoryUser): Json => ({
  userid: user.userid,
  unionid: unionidOf(user.person),
  name: user.name,
  avatar: "",
  ...(user.mobile !== null && world.state.faults.dingtalkMobile
    ? { mobile: user.mobile, state_code: "86" }
    : {}),
  hide_mobile: false,
  title: user.title ?? "",
  dept_id_list: user.deptIds,
  active: true,
  admin: false,
  boss: false,
});

/** POST /topapi/v2/user/getuserinfo: a login code for the person (dingtalk.md 3). */
export function getUserInfo(world: World, body: Json): Answer {
  const redeemed = world.codes.redeem(String(body.code ?? ""), "dingtalkAuth", world.secrets.dingtalk.corpId);
  const user = redeemed.ok ? world.state.directory.get(redeemed.person) : undefined;
  if (user === undefined) return oapiError(40078, "不存在的临时授权码");
  const unionid = unionidOf(user.person);
  return oapiOk({
    result: {
      userid: user.userid,
      unionid,
      associated_unionid: unionid,
      name: user.name,
      device_id: "sandbox",
      sys: false,
      sys_level: 0,
    },
  });
}

/** POST /topapi/v2/user/get */
export function getUser(world: World, body: Json): Answer {
  if (typeof body.userid !== "string" || body.userid === "") return oapiError(33012, "无效的userId");
  const person = world.state.useridToPerson.get(body.userid);
  const user = person === undefined ? undefined : world.state.directory.get(person);
  if (user === undefined) return oapiError(60121, "找不到该用户");
  return oapiOk({
    result: {
      ...listed(world, user),
      leader_in_dept: user.deptIds.map((id) => ({ dept_id: id, leader: false })),
      role_list: [],
      senior: false,
      real_authed: true,
      extension: "{}",
    },
  });
}

/** POST /topapi/v2/department/listsub: direct children only. */
export function listSubDepartments(world: World, body: Json): Answer {
  const deptId = deptOf(world, body);
  if (deptId === null) return noDept();
  const children = [...world.state.departments.values()].filter(
    (one) => one.parentId === deptId && one.deptId !== rootDept,
  );
  return oapiOk({
    result: children.map((one) => ({
      dept_id: one.deptId,
      name: one.name,
      parent_id: one.parentId,
      create_dept_group: false,
      auto_add_user: false,
    })),
  });
}

/** POST /topapi/user/listid: this department only. */
export function listUserIds(world: World, body: Json): Answer {
  const deptId = deptOf(world, body);
  return deptId === null
    ? noDept()
    : oapiOk({ result: { userid_list: membersOf(world, deptId).map((user) => user.userid) } });
}

/** POST /topapi/v2/user/list: pages of at most 100 direct members. */
export function listUsers(world: World, body: Json): Answer {
  const deptId = deptOf(world, body);
  if (deptId === null || body.dept_id === undefined) return noDept();
  const [cursor, size] = [Number(body.cursor ?? Number.NaN), Number(body.size ?? Number.NaN)];
  if (!Number.isSafeInteger(cursor) || cursor < 0) return oapiError(400002, "参数错误: cursor");
  if (!Number.isSafeInteger(size) || size < 1 || size > 100)
    return oapiError(400002, "参数错误: size 须为 1 到 100");
  const members = membersOf(world, deptId);
  const next = cursor + size;
  const more = next < members.length;
  return oapiOk({
    result: {
      has_more: more,
      ...(more ? { next_cursor: next } : {}),
      list: members.slice(cursor, next).map((user) => listed(world, user)),
    },
  });
}
