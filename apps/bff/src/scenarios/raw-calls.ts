import type { Stage } from "./stage.ts";

export type SanqiError = {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  readonly traceId: string;
};
export type RawAnswer = {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** What the API says of a failure; null for a success or a page. */
  readonly error: SanqiError | null;
};

type Request = {
  readonly method?: "GET" | "POST" | "PUT" | "DELETE";
  readonly token?: string | undefined;
  readonly cookie?: string | undefined;
  readonly headers?: Readonly<Record<string, string>>;
  /** A value is sent as JSON, a text as it is. */
  readonly body?: unknown;
};

/** One HTTP call without any client library in between: what arrives is what is written here. */
export async function send(url: string, request: Request = {}): Promise<RawAnswer> {
  const { token, cookie, body, headers = {} } = request;
  const response = await fetch(url, {
    method: request.method ?? (body === undefined ? "GET" : "POST"),
    redirect: "manual",
    headers: {
      ...(body === undefined ? {} : { "content-type": "application/json" }),
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(cookie === undefined ? {} : { cookie }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, error: errorIn(text) };
}

function errorIn(text: string): SanqiError | null {
  try {
    const answer = JSON.parse(text) as
      | { error?: { data?: { sanqi?: SanqiError } }; code?: string }
      | { error?: { data?: { sanqi?: SanqiError } } }[];
    const one = Array.isArray(answer) ? answer[0] : answer;
    const inApi = one?.error?.data?.sanqi;
    if (inApi) return inApi;
    return one && "code" in one && typeof one.code === "string" ? (one as unknown as SanqiError) : null;
  } catch {
    return null;
  }
}

export const apiUrl = (stage: Stage, path: string) => `${stage.url}/trpc/${path}`;

export const mutate = (stage: Stage, path: string, input: unknown, token?: string): Promise<RawAnswer> =>
  send(apiUrl(stage, path), { method: "POST", token, body: input ?? {} });

export const ask = (stage: Stage, path: string, input: unknown, token?: string): Promise<RawAnswer> =>
  send(`${apiUrl(stage, path)}?input=${encodeURIComponent(JSON.stringify(input))}`, { token });

/** What nobody outside may read: places in our code, names of our tables, words of the database. */
const internals =
  /(\bat [\w.<>]+ \(|node:internal|node_modules|\/packages\/|\/apps\/|\.ts:\d+|\bselect\b.+\bfrom\b|\binsert into\b|PostgresError|ECONN|relation "|column "|stack)/i;

/** Why an answer is not a proper refusal; empty where it is one. */
export function flaws(answer: RawAnswer, code: string): string[] {
  const { error, text } = answer;
  if (!error) return [`no error, but ${answer.status}: ${text.slice(0, 200)}`];
  return [
    ...(error.code === code ? [] : [`code ${error.code} instead of ${code}`]),
    ...(/[\u4e00-\u9fff]/.test(error.zh) ? [] : [`no Chinese words: ${error.zh}`]),
    ...(/^[A-Z¥]/.test(error.en) && !/[\u4e00-\u9fff]/.test(error.en)
      ? []
      : [`no English words: ${error.en}`]),
    ...(/^(?!0+$)[0-9a-f]{32}$/.test(error.traceId) ? [] : [`no trace id: ${error.traceId}`]),
    ...(answer.headers.get("x-trace-id") === error.traceId ? [] : ["x-trace-id differs from the body's"]),
    ...(answer.status >= 400 ? [] : [`status ${answer.status}`]),
    ...(internals.test(text) ? [`internals: ${text}`] : []),
  ];
}
