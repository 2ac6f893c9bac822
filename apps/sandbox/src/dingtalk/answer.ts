import { type Answer, type Json, jsonAnswer } from "../http/exchange.ts";
import { token } from "../signing.ts";

const requestId = (): string => token(12);

/** The old family: HTTP 200 for everything, success is errcode 0 (dingtalk.md 1). */
export const oapiOk = (fields: Json = {}): Answer =>
  jsonAnswer(200, { errcode: 0, errmsg: "ok", ...fields, request_id: requestId() });

export const oapiError = (errcode: number, errmsg: string): Answer =>
  jsonAnswer(200, { errcode, errmsg, request_id: requestId() });

/** Errors of the gateway before the API: all are 88, the real one is a string beside it. */
export const oapiWrapped = (subCode: string, subMsg: string): Answer =>
  jsonAnswer(200, {
    errcode: 88,
    sub_code: subCode,
    sub_msg: subMsg,
    errmsg: `ding talk error[subcode=${subCode},submsg=${subMsg}]`,
    request_id: requestId(),
  });

/** The new family: real HTTP errors with a code in words. */
export const apiError = (status: number, code: string, message: string): Answer =>
  jsonAnswer(status, { code, message, requestid: requestId().toUpperCase() });

/** What a banned address gets from both: no errcode anywhere. */
export const banAnswer = (): Answer =>
  jsonAnswer(200, { status: 1111, wait: 5, source: "x5", punish: "deny", uuid: requestId() });
