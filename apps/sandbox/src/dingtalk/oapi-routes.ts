import { type Request, Router } from "express";
import { type Answer, answering, type Json, parseObject, rawBody } from "../http/exchange.ts";
import type { World } from "../world.ts";
import { oapiGetToken, refuseOapiToken } from "./access-token.ts";
import { banAnswer, oapiError, oapiWrapped } from "./answer.ts";
import { getUser, getUserInfo, listSubDepartments, listUserIds, listUsers } from "./contacts.ts";
import { sendProgress, sendResult, sendWorkNotification } from "./work-notification.ts";

type Call = (world: World, body: Json) => Answer;

const contacts: Readonly<Record<string, Call>> = {
  "/topapi/v2/user/get": getUser,
  "/topapi/v2/user/list": listUsers,
  "/topapi/v2/department/listsub": listSubDepartments,
  "/topapi/user/listid": listUserIds,
};

const others: Readonly<Record<string, Call>> = {
  "/topapi/v2/user/getuserinfo": getUserInfo,
  "/topapi/message/corpconversation/asyncsend_v2": sendWorkNotification,
  "/topapi/message/corpconversation/getsendresult": sendResult,
  "/topapi/message/corpconversation/getsendprogress": sendProgress,
};

/** JSON, or a form whose token counts too. */
function bodyOf(req: Request): Json | null {
  const text = rawBody(req).toString("utf8");
  if (text.trim() === "") return {};
  if (!String(req.headers["content-type"]).startsWith("application/x-www-form-urlencoded"))
    return parseObject(text);
  return Object.fromEntries(new URLSearchParams(text));
}

function permissionFault(world: World): Answer | null {
  const { dingtalkPermission } = world.state.faults;
  if (dingtalkPermission === "plain") return oapiError(60011, "没有调用该接口的权限");
  return dingtalkPermission === "wrapped" ? oapiWrapped("60011", "没有调用该接口的权限") : null;
}

/** The old family of DingTalk's server API. */
export function dingtalkOapiRoutes(world: World): Router {
  const router = Router();
  router.use((_req, res, next) => {
    if (world.state.faults.dingtalkBanned) answering(() => banAnswer())(_req, res, next);
    else next();
  });
  router.get(
    "/gettoken",
    answering((req) => oapiGetToken(world, req.query)),
  );
  const on = (path: string, call: Call, guard: (world: World) => Answer | null) =>
    router.post(
      path,
      answering((req) => {
        const body = bodyOf(req);
        const refused = refuseOapiToken(world, req.query.access_token ?? body?.access_token) ?? guard(world);
        if (refused !== null) return refused;
        if (world.state.faults.dingtalkBusy) return oapiError(-1, "系统繁忙");
        return body === null ? oapiError(400002, "参数错误: body") : call(world, body);
      }),
    );
  for (const [path, call] of Object.entries(contacts)) on(path, call, permissionFault);
  for (const [path, call] of Object.entries(others)) on(path, call, () => null);
  router.use(answering(() => oapiError(22, "请求的URI地址不存在")));
  return router;
}
