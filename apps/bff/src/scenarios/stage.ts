import type { connect } from "@sanqi/database";
import type { Host } from "@sanqi/kernel";
import { createLog, type Log } from "@sanqi/observability";
import {
  createSandboxCredentials,
  envFor,
  type Sandbox,
  type SandboxCredentials,
  type SandboxEnv,
  startSandbox,
} from "@sanqi/sandbox";
import { type TestDatabase, testDatabase } from "@sanqi/testkit";
import { createTRPCClient, createWSClient, httpBatchLink, splitLink, wsLink } from "@trpc/client";
import { WebSocket } from "ws";
import { type Config, readConfig } from "../config/config.ts";
import { type Product, startProduct } from "../product.ts";
import type { AppRouter } from "../routers/index.ts";
import { readDemo } from "../seed/demo-content.ts";
import type { DemoIds } from "../seed/demo-ids.ts";

export type Client = ReturnType<typeof createTRPCClient<AppRouter>>;
export type Person = {
  readonly api: Client;
  readonly host: Host;
  readonly key: string;
  readonly token: string;
  close(): void;
};

/** The whole product on real parts: its own database, the sandbox, one BFF on free ports, and a clock that can be moved. */
export type Stage = {
  readonly product: Product;
  readonly sandbox: Sandbox;
  readonly env: SandboxEnv;
  /** What only the platforms know: with it, tests write letters that carry a genuine signature. */
  readonly secrets: SandboxCredentials["sandbox"];
  /** What the product was started with, for a second process beside it. */
  readonly config: Config;
  readonly url: string;
  readonly ids: DemoIds;
  readonly sql: ReturnType<typeof connect>;
  readonly logLines: readonly string[];
  readonly clock: { now(): number; advance(ms: number): void };
  /** Moves with the clock; for a second process beside this one. */
  readonly stopwatch: () => number;
  as(host: Host, key: string): Promise<Person>;
  anonymous(): Client;
  /** The phone's side of the platforms. */
  phone<T = Record<string, unknown>>(path: string, body: object, method?: string): Promise<T>;
  payments(): Promise<SandboxState>;
  close(): Promise<void>;
};

export type SandboxState = {
  payments: { channel: string; outTradeNo: string; amountFen: number; state: string }[];
  refunds: { outTradeNo: string; refundNo: string; amountFen: number; state: string }[];
};

/** @param now where the clock starts; it runs on from there, so that signatures made by the sandbox stay fresh. */
export async function setStage(
  options: {
    log?: Log;
    seed?: boolean;
    settings?: Record<string, string>;
    /** Does something to the empty database before the product sees it. */
    prepare?: (sql: TestDatabase["sql"]) => Promise<unknown>;
  } = {},
): Promise<Stage> {
  const database = await testDatabase([]);
  await options.prepare?.(database.sql);
  const credentials = createSandboxCredentials();
  let shift = 0;
  const clock = {
    now: () => Date.now() + shift,
    advance(ms: number) {
      shift += ms;
    },
  };
  const sandbox = await startSandbox({ credentials, clock, notifyScale: 0.001 });
  const env = envFor(credentials, sandbox.url);
  const logLines: string[] = [];
  const log =
    options.log ?? createLog({ name: "test", level: "debug", write: (line) => logLines.push(line) });
  const { freePort } = await import("@sanqi/local-postgres");
  const port = await freePort();
  const config = readConfig({
    ...env,
    DATABASE_URL: database.url,
    PORT: String(port),
    SANQI_SEED_DEMO: "1",
    SANQI_SANDBOX_URL: sandbox.url,
    ...options.settings,
  });
  const stopwatch = () => performance.now() + shift;
  const product = await startProduct(config, { clock, stopwatch, log });
  const url = `http://127.0.0.1:${product.port}`;
  const phone = async <T>(path: string, body: object, method = "POST"): Promise<T> => {
    const init = {
      method,
      headers: { "content-type": "application/json" },
      ...(method === "GET" ? {} : { body: JSON.stringify(body) }),
    };
    const response = await fetch(`${sandbox.url}${path}`, init);
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as T;
  };
  const people: Person[] = [];
  const stage: Stage = {
    product,
    sandbox,
    env,
    secrets: credentials.sandbox,
    config,
    url,
    clock,
    stopwatch,
    phone,
    logLines,
    ids: readDemo().ids,
    sql: database.sql,
    anonymous: () => clientOf(url, null).api,
    payments: () => phone<SandboxState>("/admin/state", {}, "GET"),
    async as(host, key) {
      const code =
        host === "weapp"
          ? (await phone<{ code: string }>("/device/wechat/login", { appId: env.WECHAT_APP_ID, person: key }))
              .code
          : host === "alipay"
            ? (
                await phone<{ authCode: string }>("/device/alipay/auth-code", {
                  appId: env.ALIPAY_APP_ID,
                  person: key,
                })
              ).authCode
            : (
                await phone<{ authCode: string }>("/device/dingtalk/auth-code", {
                  corpId: env.DINGTALK_CORP_ID,
                  person: key,
                })
              ).authCode;
      const { token } = await stage
        .anonymous()
        .identity.login.mutate({ campusId: stage.ids.campusId, host, code, device: "test" });
      const client = clientOf(url, token);
      const person = { api: client.api, host, key, token, close: client.close };
      people.push(person);
      return person;
    },
    async close() {
      for (const person of people) person.close();
      await product.stop();
      await sandbox.close();
      await database.drop();
    },
  };
  return stage;
}

function clientOf(url: string, token: string | null): { api: Client; close(): void } {
  const ws = createWSClient({
    url: `${url.replace("http", "ws")}/trpc`,
    WebSocket: WebSocket as unknown as typeof globalThis.WebSocket,
    connectionParams: token ? { token } : null,
    lazy: { enabled: true, closeMs: 60_000 },
  });
  const api = createTRPCClient<AppRouter>({
    links: [
      splitLink({
        condition: (op) => op.type === "subscription",
        true: wsLink({ client: ws }),
        false: httpBatchLink({
          url: `${url}/trpc`,
          headers: token ? { authorization: `Bearer ${token}` } : {},
        }),
      }),
    ],
  });
  return { api, close: () => void ws.close() };
}

/** The stable code of a failed call; "ok" where it did not fail. */
export const codeOf = async (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => "ok",
    (error: { data?: { sanqi?: { code: string } }; message: string }) =>
      error.data?.sanqi?.code ?? error.message,
  );
