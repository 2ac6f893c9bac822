import type { FaultSpec } from "../fault-spec.ts";

/** The switches of WeChat's login and messages. */
export const wechatFaults = {
  wechatLogin: {
    group: "wechat",
    standard: "ok",
    choices: ["ok", "busy", "limited", "blocked"],
    zh: "登录接口",
    en: "Login API",
  },
  wechatUnionid: {
    group: "wechat",
    standard: true,
    zh: "登录返回 unionid",
    en: "Login answers with unionid",
  },
  wechatBadToken: {
    group: "wechat",
    standard: "40001",
    choices: ["40001", "40014"],
    zh: "无效 token 的错误码",
    en: "Code for a token that is not valid",
  },
  wechatMessages: {
    group: "wechat",
    standard: "ok",
    choices: ["ok", "down", "banned", "limited", "sensitive"],
    zh: "订阅消息接口",
    en: "Subscribe message API",
  },
} as const satisfies Record<string, FaultSpec>;
