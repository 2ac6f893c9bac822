import { isObject, type Json } from "../http/exchange.ts";
import { fieldProblem, type Problem } from "./problem.ts";

export const readObject = (body: Json, name: string): Json | null => {
  const value = body[name];
  return isObject(value) ? value : null;
};

type TextRule = {
  readonly min?: number;
  readonly max: number;
  readonly pattern?: RegExp;
  readonly optional?: boolean;
};

export function textFault(body: Json, name: string, rule: TextRule): Problem | null {
  const value = body[name];
  if (value === undefined && rule.optional) return null;
  if (typeof value !== "string" || value === "")
    return fieldProblem(`/${name}`, value, "必填，类型为 string");
  const length = [...value].length;
  if (length < (rule.min ?? 1) || length > rule.max)
    return fieldProblem(`/${name}`, value, `长度须为 ${rule.min ?? 1} 到 ${rule.max}`);
  if (rule.pattern !== undefined && !rule.pattern.test(value))
    return fieldProblem(`/${name}`, value, "含有不允许的字符");
  return null;
}

/** The real platform wants https and a public name; a sandbox notifies on the machine itself, so plain http passes here. */
export function notifyUrlFault(body: Json, optional = false): Problem | null {
  const fault = textFault(body, "notify_url", { max: 255, optional });
  if (fault !== null || body.notify_url === undefined) return fault;
  const url = URL.parse(String(body.notify_url));
  if (url === null || !/^https?:$/.test(url.protocol))
    return fieldProblem("/notify_url", body.notify_url, "须为完整的网址");
  return url.search === "" && !String(body.notify_url).includes("?")
    ? null
    : fieldProblem("/notify_url", body.notify_url, "不能携带参数");
}

/** `amount[name]` in whole fen, at least 1; currency CNY where it is given. */
export function amountFault(body: Json, name: "total" | "refund"): Problem | null {
  const amount = readObject(body, "amount");
  const value = amount?.[name];
  if (typeof value !== "number" || !Number.isSafeInteger(value) || value < 1) {
    return fieldProblem(`/amount/${name}`, value, "须为不小于 1 的整数，单位为分");
  }
  const currency = amount?.currency;
  return currency === undefined || currency === "CNY"
    ? null
    : fieldProblem("/amount/currency", currency, "仅支持 CNY");
}
