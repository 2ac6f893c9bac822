import type { Request, RequestHandler, Response } from "express";

/** What goes back, to the byte: platforms sign the body text, so it is made before it is sent. */
export type Answer = {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string;
};

export type Json = Record<string, unknown>;

export const jsonAnswer = (status: number, value: unknown): Answer => ({
  status,
  headers: { "content-type": "application/json; charset=utf-8" },
  body: JSON.stringify(value),
});

/** The request's bytes as they arrived; empty for a request without a body. */
export const rawBody = (req: Request): Buffer => (Buffer.isBuffer(req.body) ? req.body : Buffer.alloc(0));

/** The body as a JSON object, or null when it is anything else. */
export function jsonBody(req: Request): Json | null {
  return parseObject(rawBody(req).toString("utf8"));
}

export function parseObject(text: string): Json | null {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

export const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** One query or path value as text; repeated query keys give the first. */
export function textOf(value: unknown): string | null {
  const one = Array.isArray(value) ? value[0] : value;
  return typeof one === "string" && one !== "" ? one : null;
}

export function send(res: Response, answer: Answer): void {
  res.status(answer.status);
  for (const [name, value] of Object.entries(answer.headers ?? {})) res.setHeader(name, value);
  res.end(answer.body);
}

/** Mounts a function that makes an answer as an Express handler. */
export const answering =
  (make: (req: Request) => Answer | Promise<Answer>): RequestHandler =>
  async (req, res) => {
    send(res, await make(req));
  };
