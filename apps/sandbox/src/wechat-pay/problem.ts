import { type Answer, jsonAnswer } from "../http/exchange.ts";
import { digits, token } from "../signing.ts";

/** A refusal as WeChat Pay v3 words it; never signed (wechat.md 6). */
export type Problem = {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly detail?: {
    readonly field: string;
    readonly value: unknown;
    readonly issue: string;
    readonly location: string;
  };
  /** The number that old parts of the platform put at the end of Request-ID. */
  readonly numeric?: string;
};

export const problem = (status: number, code: string, message: string): Problem => ({
  status,
  code,
  message,
});

export const fieldProblem = (field: string, value: unknown, issue: string): Problem => ({
  status: 400,
  code: "PARAM_ERROR",
  message: `参数错误: ${field} ${issue}`,
  detail: { field, value: value ?? null, issue, location: "body" },
});

export const requestId = (numeric = "0"): string => `08${token(6).toUpperCase()}${digits(12)}-${numeric}`;

export function problemAnswer({ status, code, message, detail, numeric }: Problem): Answer {
  const answer = jsonAnswer(status, detail === undefined ? { code, message } : { code, message, detail });
  return { ...answer, headers: { ...answer.headers, "request-id": requestId(numeric) } };
}
