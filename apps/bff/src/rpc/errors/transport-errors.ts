import type { Words } from "@sanqi/kernel";
import type { TRPC_ERROR_CODE_KEY } from "@trpc/server";

/** Failures that come from the transport, before any use-case runs. */
export const transportErrors: Partial<Record<TRPC_ERROR_CODE_KEY, { code: string; words: Words }>> = {
  PARSE_ERROR: { code: "JSON_INVALID", words: { zh: "请求格式不正确", en: "The request is not valid JSON" } },
  BAD_REQUEST: {
    code: "INPUT_INVALID",
    words: { zh: "请求内容不正确", en: "The request's content is not valid" },
  },
  UNAUTHORIZED: { code: "SESSION_INVALID", words: { zh: "请重新登录", en: "Please log in again" } },
  FORBIDDEN: { code: "NOT_ALLOWED", words: { zh: "没有权限", en: "You may not do this" } },
  NOT_FOUND: {
    code: "PROCEDURE_NOT_FOUND",
    words: { zh: "没有这个接口，请更新小程序", en: "No such call; update the app" },
  },
  METHOD_NOT_SUPPORTED: {
    code: "METHOD_NOT_SUPPORTED",
    words: { zh: "请求方式不正确", en: "Wrong request method" },
  },
  UNSUPPORTED_MEDIA_TYPE: {
    code: "MEDIA_TYPE_UNSUPPORTED",
    words: { zh: "请求类型不支持", en: "Unsupported media type" },
  },
  PAYLOAD_TOO_LARGE: {
    code: "BODY_TOO_LARGE",
    words: { zh: "请求内容过大", en: "The request is too large" },
  },
  INTERNAL_SERVER_ERROR: {
    code: "INTERNAL",
    words: {
      zh: "系统出错了，我们已记录，请稍后再试",
      en: "Something broke on our side; it is recorded, try again in a moment",
    },
  },
};
