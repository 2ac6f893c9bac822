import type { IncomingMessage } from "node:http";
import type { Words } from "@sanqi/kernel";
import type { Response } from "express";
import { describe, transportErrors } from "../rpc/error-table.ts";
import type { Transport } from "./transport.ts";

type Problem = { readonly status: number; readonly code: string; readonly words: Words };

const transportWords = (kind: "PAYLOAD_TOO_LARGE" | "INTERNAL_SERVER_ERROR"): Words =>
  transportErrors[kind]?.words ?? { zh: "", en: "" };

/** What can go wrong outside the API: pages, drawings, maps and webhooks. */
export const webProblems = {
  notFound: { status: 404, code: "NOT_FOUND", words: { zh: "没有这个页面", en: "There is no such page" } },
  campusNotFound: {
    status: 404,
    code: "CAMPUS_NOT_FOUND",
    words: describe({ kind: "campusNotFound" }).words,
  },
  bodyTooLarge: { status: 413, code: "BODY_TOO_LARGE", words: transportWords("PAYLOAD_TOO_LARGE") },
  requestInvalid: {
    status: 400,
    code: "REQUEST_INVALID",
    words: { zh: "请求不正确", en: "The request is not valid" },
  },
  internal: { status: 500, code: "INTERNAL", words: transportWords("INTERNAL_SERVER_ERROR") },
} as const satisfies Record<string, Problem>;

/** A failure outside the API, in the form of those inside it: code, words, and the trace id under which the log holds more. */
export function sendProblem(
  transport: Transport,
  { req, res }: { req: IncomingMessage; res: Response },
  problem: Problem,
): void {
  const { status, code, words } = problem;
  res.status(status).json({ code, ...words, traceId: transport.traceOf(req) });
}
