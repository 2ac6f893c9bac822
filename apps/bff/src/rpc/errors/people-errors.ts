import { type OrderingError, type PeopleError, type Rows, say } from "./row.ts";

/** What goes wrong with log-ins, roles, calls and alerts. */
export const peopleErrors: Rows<PeopleError, OrderingError> = {
  loginCodeRefused: {
    code: "LOGIN_CODE_REFUSED",
    rpc: "UNAUTHORIZED",
    words: say("登录凭证已失效，请重新打开小程序", "The log-in code is no longer valid; open the app again"),
  },
  hostUnavailable: {
    code: "HOST_UNAVAILABLE",
    rpc: "SERVICE_UNAVAILABLE",
    words: say(
      "平台登录服务暂时没有响应，请稍后再试",
      "The platform's log-in does not answer; try again in a moment",
    ),
  },
  campusNotFound: {
    code: "CAMPUS_NOT_FOUND",
    rpc: "NOT_FOUND",
    words: say("找不到这个校区", "There is no such campus"),
  },
  sessionInvalid: {
    code: "SESSION_INVALID",
    rpc: "UNAUTHORIZED",
    words: say("请重新登录", "Please log in again"),
  },
  passwordRefused: {
    code: "PASSWORD_REFUSED",
    rpc: "UNAUTHORIZED",
    words: say("用户名或密码不正确", "User name or password is wrong"),
  },
  tooManyAttempts: {
    code: "TOO_MANY_ATTEMPTS",
    rpc: "TOO_MANY_REQUESTS",
    words: say("尝试次数过多，请稍后再试", "Too many attempts; try again later"),
  },
  invitationInvalid: {
    code: "INVITATION_INVALID",
    rpc: "BAD_REQUEST",
    words: say("邀请码无效、已使用或已过期", "The invitation is invalid, used or expired"),
  },
  usernameTaken: {
    code: "USERNAME_TAKEN",
    rpc: "CONFLICT",
    words: say("这个用户名已被使用，请换一个", "This user name is taken; choose another"),
  },
  passwordWeak: {
    code: "PASSWORD_WEAK",
    rpc: "BAD_REQUEST",
    words: say(
      "密码至少 10 个字符，且不能与用户名相同",
      "The password needs at least 10 characters and must differ from the user name",
    ),
  },
  notAllowed: { code: "NOT_ALLOWED", rpc: "FORBIDDEN", words: say("没有权限", "You may not do this") },
  callClosed: {
    code: "CALL_CLOSED",
    rpc: "CONFLICT",
    words: say("只有配送进行中才能拨打电话", "Calls are possible only while the order is on its way"),
  },
  relayUnavailable: {
    code: "RELAY_UNAVAILABLE",
    rpc: "SERVICE_UNAVAILABLE",
    words: say("号码保护服务暂不可用，请稍后再试", "The number relay does not answer; try again in a moment"),
  },
  alertNotFound: {
    code: "ALERT_NOT_FOUND",
    rpc: "NOT_FOUND",
    words: say("找不到这条提醒", "There is no such alert"),
  },
};
