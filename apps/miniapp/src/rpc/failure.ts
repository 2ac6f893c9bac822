import type { Words } from "@sanqi/kernel";

/** What a person and a helper need to know of anything that went wrong. `code` is stable; pages may branch on it. */
export type AppFailure = { code: string; words: Words; traceId: string | null; detail: unknown };

/** Failures that happen before or without the server. */
export const ownFailures = {
  NETWORK: { zh: "网络不通，请检查后重试", en: "No connection; check the network and try again" },
  SERVER_UNREADABLE: {
    zh: "服务暂时没有应答，请稍后再试",
    en: "The service does not answer; try again in a moment",
  },
  HOST_NEEDED: { zh: "请在微信、支付宝或钉钉中打开三栖", en: "Open Sanqi in WeChat, Alipay or DingTalk" },
  HOST_LOGIN_FAILED: { zh: "没能从平台登录，请重试", en: "The platform did not log you in; try again" },
} as const satisfies Record<string, Words>;

export type OwnFailureCode = keyof typeof ownFailures;

/** Thrown on our own side, with a code of `ownFailures`. */
export class OwnFailure extends Error {
  readonly code: OwnFailureCode;
  constructor(code: OwnFailureCode) {
    super(code);
    this.code = code;
  }
}

type ServerWords = { code?: unknown; zh?: unknown; en?: unknown; traceId?: unknown; failure?: unknown };

const own = (code: OwnFailureCode): AppFailure => ({
  code,
  words: ownFailures[code],
  traceId: null,
  detail: null,
});

function ownCause(error: unknown): OwnFailure | null {
  for (
    let at = error as { cause?: unknown } | null, depth = 0;
    at && depth < 5;
    at = at.cause as typeof at, depth += 1
  ) {
    if (at instanceof OwnFailure) return at;
  }
  return null;
}

/**
 * Turns whatever a call threw into words. The server's own words come in `data.sanqi`; an answer that is no such thing
 * (a proxy's page, broken JSON) is SERVER_UNREADABLE, no answer at all is NETWORK.
 */
export function failureOf(error: unknown): AppFailure {
  const cause = ownCause(error);
  if (cause) return own(cause.code);
  const said = (error as { data?: { sanqi?: ServerWords } | null } | null)?.data?.sanqi;
  if (said && typeof said.code === "string") {
    const words = { zh: String(said.zh ?? said.code), en: String(said.en ?? said.code) };
    return {
      code: said.code,
      words,
      traceId: said.traceId ? String(said.traceId) : null,
      detail: said.failure ?? null,
    };
  }
  const answered = (error as { meta?: { response?: unknown } } | null)?.meta?.response !== undefined;
  return own(answered ? "SERVER_UNREADABLE" : "NETWORK");
}
