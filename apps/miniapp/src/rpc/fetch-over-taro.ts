import Taro from "@tarojs/taro";

type Init = { method?: string; headers?: unknown; body?: unknown; signal?: AbortSignal | null };

const timeoutMs = 15_000;

function headersOf(given: unknown): Record<string, string> {
  const header: Record<string, string> = {};
  for (const [name, value] of Object.entries((given ?? {}) as Record<string, string | undefined>)) {
    if (value !== undefined) header[name] = String(value);
  }
  return header;
}

/**
 * Alipay and DingTalk report every status outside of 2xx as a failure (error 19) with status and data beside it; that
 * is an answer all the same. Anything without a status is none, and is thrown on.
 */
function answerOf(failure: unknown): { statusCode: number; data: unknown } {
  const { status, data } = (failure ?? {}) as { status?: unknown; data?: unknown };
  if (typeof status !== "number") throw failure;
  return { statusCode: status, data };
}

/**
 * The part of `fetch` that tRPC's batch link needs, over the host's request call. The body is asked for as text and
 * parsed here, because hosts differ in what they do with JSON of error answers. Rejects when no answer came at all.
 */
export async function fetchOverTaro(
  input: unknown,
  init: Init = {},
): Promise<{ ok: boolean; status: number; json(): Promise<unknown> }> {
  const method = init.method === "POST" ? "POST" : "GET";
  const task = Taro.request({
    url: String(input),
    method,
    header: headersOf(init.headers),
    ...(method === "POST" ? { data: init.body as string } : {}),
    dataType: "text",
    responseType: "text",
    timeout: timeoutMs,
  });
  init.signal?.addEventListener("abort", () => (task as { abort?: () => void }).abort?.());
  const answer = await task.catch(answerOf);
  const status = Number(answer.statusCode);
  const body: unknown = answer.data;
  return {
    ok: status >= 200 && status < 300,
    status,
    json: async () => (typeof body === "string" ? (JSON.parse(body) as unknown) : body),
  };
}
