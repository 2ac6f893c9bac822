import type { AppRouter } from "@sanqi/bff";
import { createTRPCClient, createWSClient, httpLink, splitLink, wsLink } from "@trpc/client";
import { tempo } from "./tempo.ts";

export type Client = ReturnType<typeof createTRPCClient<AppRouter>>;
export type Connection = { readonly api: Client; close(): void };

/** Without a limit a hanging server would look like a patient student. */
const fetchWithPatience: typeof fetch = (url, init) =>
  fetch(url, { ...init, signal: AbortSignal.timeout(tempo.patienceMs) });

/**
 * One person's client: calls over HTTP (Node keeps and shares the connections), subscriptions over a WebSocket that is
 * open only while something is followed.
 */
export function connectTo(url: string, who: { token?: string; cookie?: string } = {}): Connection {
  const { token, cookie } = who;
  const ws = createWSClient({
    url: `${url.replace(/^http/, "ws")}/trpc`,
    connectionParams: token ? { token } : null,
    // Not 0: the client looks again after each closeMs, all the time that something is followed.
    lazy: { enabled: true, closeMs: 1_000 },
  });
  const headers = { ...(token && { authorization: `Bearer ${token}` }), ...(cookie && { cookie }) };
  const api = createTRPCClient<AppRouter>({
    links: [
      splitLink({
        condition: (op) => op.type === "subscription",
        true: wsLink({ client: ws }),
        false: httpLink({ url: `${url}/trpc`, headers, fetch: fetchWithPatience as never }),
      }),
    ],
  });
  return { api, close: () => void ws.close() };
}

/** The transport failed, so nobody knows whether the call did anything; an answer with a code is an answer. */
export const wasUnanswered = (error: unknown): boolean =>
  (error as { data?: unknown } | null)?.data === undefined;

/** Repeats a call that may be repeated while no answer comes, as the app does. */
export async function insist<T>(call: () => Promise<T>, tries = 3): Promise<T> {
  for (let left = tries - 1; ; left -= 1) {
    try {
      return await call();
    } catch (error) {
      if (left <= 0 || !wasUnanswered(error)) throw error;
    }
  }
}
