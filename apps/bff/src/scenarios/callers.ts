import { createTRPCClient, createWSClient, wsLink } from "@trpc/client";
import { WebSocket } from "ws";
import { type AppRouter, appRouter } from "../routers/index.ts";
import type { Access } from "../rpc/procedures.ts";
import { type RawAnswer, send } from "./raw-calls.ts";
import type { Stage } from "./stage.ts";

export type Procedure = {
  readonly path: string;
  readonly type: "query" | "mutation" | "subscription";
  readonly access: Access | undefined;
  readonly input: unknown;
};

/** Every procedure of the API, from the router itself: whoever adds one is tested without being asked. */
export const procedures: readonly Procedure[] = Object.entries(
  appRouter._def.procedures as unknown as Record<
    string,
    { _def: { type: Procedure["type"]; meta?: { access?: Access }; inputs: unknown[] } }
  >,
).map(([path, { _def }]) => ({
  path,
  type: _def.type,
  access: _def.meta?.access,
  input: _def.inputs[0],
}));

/** Who calls: a bearer token, the console's cookie (on a socket with its page's origin), or nobody. */
export type Key = {
  readonly token?: string | undefined;
  readonly cookie?: string | undefined;
  readonly origin?: string | undefined;
};

/** The stable code with which one call is answered; "ok" where it went through. */
export async function outcome(stage: Stage, procedure: Procedure, key: Key, input: unknown): Promise<string> {
  if (procedure.type === "subscription") return subscribed(stage, procedure.path, key, input);
  const answer = await callOnce(stage, procedure, key, input);
  return answer.error?.code ?? (answer.status === 200 ? "ok" : `${answer.status} ${answer.text}`);
}

export function callOnce(
  stage: Stage,
  { path, type }: Procedure,
  key: Key,
  input: unknown,
): Promise<RawAnswer> {
  const url = `${stage.url}/trpc/${path}`;
  if (type === "mutation") return send(url, { ...key, method: "POST", body: input ?? {} });
  return send(`${url}?input=${encodeURIComponent(JSON.stringify(input ?? {}))}`, key);
}

/** The first thing that a subscription answers: a value or "started" counts as let in. */
export async function subscribed(stage: Stage, path: string, key: Key, input: unknown): Promise<string> {
  const headers: Record<string, string> = {
    ...(key.cookie === undefined ? {} : { cookie: key.cookie }),
    ...(key.origin === undefined ? {} : { origin: key.origin }),
  };
  class Socket extends WebSocket {
    constructor(url: string) {
      super(url, { headers });
    }
  }
  const client = createWSClient({
    url: `${stage.url.replace("http", "ws")}/trpc`,
    WebSocket: Socket as unknown as typeof globalThis.WebSocket,
    connectionParams: key.token === undefined ? null : { token: key.token },
    lazy: { enabled: true, closeMs: 0 },
  });
  const api = createTRPCClient<AppRouter>({ links: [wsLink({ client })] }) as unknown as Record<
    string,
    Record<string, { subscribe(input: unknown, on: object): { unsubscribe(): void } }>
  >;
  const [group, name] = path.split(".");
  const watch = api[group ?? ""]?.[name ?? ""];
  if (!watch) throw new Error(`no subscription ${path}`);
  try {
    return await new Promise<string>((resolve) => {
      watch.subscribe(input, {
        onStarted: () => resolve("ok"),
        onData: () => resolve("ok"),
        onComplete: () => resolve("ok"),
        onError: (error: { data?: { sanqi?: { code: string } }; message: string }) =>
          resolve(error.data?.sanqi?.code ?? error.message),
      });
    });
  } finally {
    await client.close();
  }
}

/** Logs in to the console as its first operator; the cookie is all that a browser keeps. */
export async function consoleCookie(
  stage: Stage,
): Promise<{ cookie: string; setCookie: string; body: string }> {
  const { campusId } = stage.ids;
  const password = stage.product.consolePassword;
  const answer = await send(`${stage.url}/trpc/console.login`, {
    body: { campusId, username: stage.config.consoleUser, password },
  });
  const setCookie = answer.headers.get("set-cookie") ?? "";
  return { cookie: setCookie.split(";")[0] ?? "", setCookie, body: answer.text };
}
