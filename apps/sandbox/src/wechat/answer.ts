import { type Answer, jsonAnswer } from "../http/exchange.ts";
import { token } from "../signing.ts";

/** The mini-program API says everything with HTTP 200 (wechat.md 1). */
export const wechatError = (errcode: number, errmsg: string): Answer =>
  jsonAnswer(200, { errcode, errmsg: `${errmsg} rid: ${token(8)}-${token(8)}-${token(8)}` });

export const wechatOk = (value: Record<string, unknown>): Answer => jsonAnswer(200, value);
