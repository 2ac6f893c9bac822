export type Fetch = typeof globalThis.fetch;

/**
 * `unsent`: the request never reached the host, nothing happened there. `lost`: it may have been carried out, the answer did
 * not arrive whole and in time.
 */
export type Exchange =
  | { readonly kind: "answered"; readonly status: number; readonly headers: Headers; readonly body: Buffer }
  | { readonly kind: "unsent"; readonly detail: string }
  | { readonly kind: "lost"; readonly detail: string };

export type Call = {
  readonly method: "GET" | "POST";
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly timeoutMs: number;
  /** For files; answers of an API are at most 1 MiB: a larger one is a fault or an attack. */
  readonly maximumBytes?: number;
};

const apiBytes = 1024 * 1024;

const neverConnected = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "UND_ERR_CONNECT_TIMEOUT",
]);

/** One HTTP call with a time limit for the whole exchange; never throws, never repeats the URL (it may hold secrets). */
export async function exchange(fetch: Fetch, call: Call): Promise<Exchange> {
  try {
    const response = await fetch(call.url, {
      method: call.method,
      headers: call.headers,
      ...(call.body === undefined ? {} : { body: call.body }),
      // A redirect would carry our signature and secrets to another place.
      redirect: "manual",
      signal: AbortSignal.timeout(call.timeoutMs),
    });
    const body = await readLimited(response, call.maximumBytes ?? apiBytes);
    if (!body) return { kind: "lost", detail: "answer is too large" };
    return { kind: "answered", status: response.status, headers: response.headers, body };
  } catch (thrown) {
    const name = faultName(thrown);
    return neverConnected.has(name)
      ? { kind: "unsent", detail: `not connected: ${name}` }
      : { kind: "lost", detail: `no answer: ${name}` };
  }
}

async function readLimited(response: Response, maximumBytes: number): Promise<Buffer | undefined> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of response.body ?? []) {
    size += part.byteLength;
    if (size > maximumBytes) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts);
}

/** fetch hides the system's error code one level down. */
function faultName(thrown: unknown): string {
  if (!(thrown instanceof Error)) return "unknown fault";
  const cause = thrown.cause;
  if (cause instanceof Error && "code" in cause && typeof cause.code === "string") return cause.code;
  return thrown.name;
}
