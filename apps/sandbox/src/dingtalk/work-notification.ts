import { compactDay } from "../beijing-time.ts";
import { type Answer, isObject, type Json, parseObject } from "../http/exchange.ts";
import { receive } from "../people/inbox.ts";
import { sha256 } from "../signing.ts";
import type { WorkDay, WorkTask } from "../state/records.ts";
import { count } from "../state/state.ts";
import type { World } from "../world.ts";
import { oapiError, oapiOk } from "./answer.ts";
import { type WorkContent, workContent } from "./work-content.ts";

const maxUsers = 100;
const maxDepts = 20;
const maxBytes = 2_048;
const resultLife = 86_400_000;

const listOf = (value: unknown): string[] =>
  typeof value === "string"
    ? value
        .split(",")
        .map((one) => one.trim())
        .filter((one) => one !== "")
    : [];

const wrong = (what: string): Answer => oapiError(400002, `参数错误: ${what}`);

const agentFault = (world: World, body: Json): Answer | null =>
  Number(body.agent_id) === world.secrets.dingtalk.agentId ? null : wrong("agent_id");

function dayOf(world: World, userid: string): WorkDay {
  const today = compactDay(world.clock.now());
  const known = world.state.workDays.get(userid);
  if (known?.day === today) return known;
  const fresh: WorkDay = { day: today, count: 0, contents: [] };
  world.state.workDays.set(userid, fresh);
  return fresh;
}

/** Puts the message on one phone; a code when DingTalk drops it without telling the sender. */
function deliver(
  world: World,
  userid: string,
  message: { content: WorkContent; hash: string },
): string | null {
  const day = dayOf(world, userid);
  if (day.contents.includes(message.hash)) return "143106";
  if (day.count >= world.state.faults.dingtalkDailyPerPerson) return "143105";
  day.count += 1;
  day.contents.push(message.hash);
  const person = world.state.useridToPerson.get(userid) ?? "";
  receive(world, { host: "dd", person, templateId: null, ...message.content });
  return null;
}

function recipients(
  world: World,
  body: Json,
): { users: Set<string>; invalidUsers: string[]; invalidDepts: number[] } {
  const asked = listOf(body.userid_list);
  const users = new Set(asked.filter((id) => world.state.useridToPerson.has(id)));
  const invalidDepts: number[] = [];
  for (const id of listOf(body.dept_id_list).map(Number)) {
    if (id !== 1 && !world.state.departments.has(id)) invalidDepts.push(id);
    for (const person of world.state.deptToPersons.get(id) ?? [])
      users.add(world.state.directory.get(person)?.userid ?? "");
  }
  if (body.to_all_user === true || body.to_all_user === "true") {
    for (const userid of world.state.useridToPerson.keys()) users.add(userid);
  }
  return { users, invalidUsers: asked.filter((id) => !world.state.useridToPerson.has(id)), invalidDepts };
}

/** POST …/asyncsend_v2: a task number says accepted, not delivered (dingtalk.md 5). */
export function sendWorkNotification(world: World, body: Json): Answer {
  const refused = agentFault(world, body);
  if (refused !== null) return refused;
  const [users, depts] = [listOf(body.userid_list), listOf(body.dept_id_list)];
  if (users.length > maxUsers) return wrong("userid_list 最多 100 个");
  if (depts.length > maxDepts) return wrong("dept_id_list 最多 20 个");
  if (users.length + depts.length === 0 && body.to_all_user !== true && body.to_all_user !== "true")
    return wrong("userid_list, dept_id_list, to_all_user");
  const msg = typeof body.msg === "string" ? parseObject(body.msg) : isObject(body.msg) ? body.msg : null;
  if (msg === null) return wrong("msg");
  if (Buffer.byteLength(JSON.stringify(msg)) > maxBytes) return wrong("msg 超过 2048 字节");
  const content = workContent(msg);
  if (typeof content === "string") return wrong(`msg.${content}`);
  const to = recipients(world, body);
  const forbidden: { code: string; userid: string }[] = [];
  const delivered: string[] = [];
  const hash = sha256(JSON.stringify(msg)).slice(0, 24);
  for (const userid of to.users) {
    const code = deliver(world, userid, { content, hash });
    if (code === null) delivered.push(userid);
    else forbidden.push({ code, userid });
  }
  count(world.state, "dingtalk.tasks");
  const taskId = 256_000_000_000 + (world.state.counters.get("dingtalk.tasks") ?? 0);
  const task: WorkTask = {
    taskId,
    at: world.clock.now(),
    invalidUsers: to.invalidUsers,
    invalidDepts: to.invalidDepts,
    forbidden,
    delivered,
  };
  world.state.workTasks.set(taskId, task);
  world.touch();
  return oapiOk({ task_id: taskId });
}

function taskOf(world: World, body: Json): WorkTask | Answer {
  const refused = agentFault(world, body);
  if (refused !== null) return refused;
  const task = world.state.workTasks.get(Number(body.task_id));
  return task === undefined || task.at + resultLife < world.clock.now() ? wrong("task_id") : task;
}

/** POST …/getsendresult: the only place where a silent drop can be seen. */
export function sendResult(world: World, body: Json): Answer {
  const task = taskOf(world, body);
  if ("status" in task) return task;
  return oapiOk({
    send_result: {
      invalid_user_id_list: task.invalidUsers,
      forbidden_user_id_list: task.forbidden.map(({ userid }) => userid),
      forbidden_list: task.forbidden.map(({ code, userid }) => ({ code, count: 1, userid })),
      failed_user_id_list: [],
      read_user_id_list: [],
      unread_user_id_list: task.delivered,
      invalid_dept_id_list: task.invalidDepts,
    },
  });
}

/** POST …/getsendprogress */
export function sendProgress(world: World, body: Json): Answer {
  const task = taskOf(world, body);
  return "status" in task ? task : oapiOk({ progress: { progress_in_percent: 100, status: 2 } });
}
