import type { Words } from "@sanqi/kernel";
import type { Inputs } from "../../rpc/client.ts";
import type { Tone } from "../../ui/pill.tsx";

type Invitation = Inputs["invite"];
export type Role = Invitation["role"];
export type ScopeKind = Invitation["scopeKind"];

/** Each role with what it reaches: a merchant one shop, a counselor one department, the others the whole campus. */
export const roleWords: Readonly<
  Record<Role, Words & { readonly tone: Tone; readonly scopeKind: ScopeKind; readonly can: Words }>
> = {
  merchant: {
    zh: "商家",
    en: "Merchant",
    tone: "food",
    scopeKind: "shop",
    can: {
      zh: "接单、出餐、设售罄，只限这家店",
      en: "accepts and cooks orders and marks dishes sold out, in this shop only",
    },
  },
  rider: {
    zh: "骑手",
    en: "Rider",
    tone: "info",
    scopeKind: "campus",
    can: { zh: "接配送任务、取餐、送达", en: "takes, fetches and delivers orders on the campus" },
  },
  counselor: {
    zh: "辅导员",
    en: "Counselor",
    tone: "violet",
    scopeKind: "department",
    can: {
      zh: "在钉钉查看本院系已同意学生的用餐提醒，每次查看都有记录",
      en: "sees, in DingTalk, meal alerts of consenting students of this department; every view is recorded",
    },
  },
  operator: {
    zh: "运营",
    en: "Operator",
    tone: "brand",
    scopeKind: "campus",
    can: { zh: "使用本运营台的全部功能", en: "may do everything in this console" },
  },
};

export const roleNames = Object.keys(roleWords) as Role[];
