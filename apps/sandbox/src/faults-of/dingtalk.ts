import type { FaultSpec } from "../fault-spec.ts";

/** The switches of DingTalk. */
export const dingtalkFaults = {
  dingtalkBanned: {
    group: "dingtalk",
    standard: false,
    zh: "IP 被封禁",
    en: "The caller's address is banned",
  },
  dingtalkBusy: { group: "dingtalk", standard: false, zh: "系统繁忙", en: "DingTalk is busy" },
  dingtalkPermission: {
    group: "dingtalk",
    standard: "ok",
    choices: ["ok", "plain", "wrapped"],
    unconfirmed: true,
    zh: "通讯录权限",
    en: "Contacts permission (60011 plain or inside 88)",
  },
  dingtalkMobile: {
    group: "dingtalk",
    standard: true,
    zh: "手机号权限",
    en: "Permission for mobile numbers",
  },
  dingtalkApiTokenOnOapi: {
    group: "dingtalk",
    standard: true,
    unconfirmed: true,
    zh: "新版 token 可用于旧接口",
    en: "A token of the new API works on the old one",
  },
  dingtalkDailyPerPerson: {
    group: "dingtalk",
    standard: 500,
    unit: "count",
    zh: "每人每天消息上限",
    en: "Messages per person and day",
  },
} as const satisfies Record<string, FaultSpec>;
