import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { initTRPC, TRPCError } from "@trpc/server";
import { createHTTPHandler } from "@trpc/server/adapters/standalone";
import { applyWSSHandler } from "@trpc/server/adapters/ws";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { WebSocketServer } from "ws";

const phone = vi.hoisted(() => ({ storage: new Map<string, string>(), base: "" }));
vi.mock("@tarojs/taro", () => ({
  default: {
    getStorageSync: (key: string) => phone.storage.get(key) ?? "",
    setStorageSync: (key: string, value: string) => phone.storage.set(key, value),
    removeStorageSync: (key: string) => phone.storage.delete(key),
    request: async (asked: {
      url: string;
      method: string;
      header: Record<string, string>;
      data?: string;
    }) => {
      const answer = await fetch(asked.url, {
        method: asked.method,
        headers: asked.header,
        body: asked.data ?? null,
      });
      return { statusCode: answer.status, data: await answer.text() };
    },
  },
}));
vi.mock("../platform/host", () => ({
  host: { name: "weapp", person: "lin", campusId: null, device: () => "test" },
}));
vi.mock("../platform/login", () => ({
  login: async () => ({ ok: true, value: { host: "weapp", code: "c" } }),
}));
vi.mock("./client-config", () => ({ clientConfig: async () => ({ campusId: "cmp_1" }) }));
vi.mock("./api-base", () => ({ apiBase: () => phone.base }));

/** A server in the form of ours: two generations of tokens, of which only the newest counts. */
let generation = 1;
const t = initTRPC.context<{ token: string | undefined }>().create();
const signedIn = t.procedure.use(({ ctx, next }) => {
  if (ctx.token !== `tok${generation}`) throw new TRPCError({ code: "UNAUTHORIZED" });
  return next();
});
const router = t.router({
  identity: t.router({
    login: t.procedure.mutation(() => ({ token: `tok${generation}` })),
    me: signedIn.query(() => `with tok${generation}`),
  }),
  orders: t.router({
    watch: signedIn.subscription(async function* () {
      yield `live with tok${generation}`;
    }),
  }),
});

let server: Server;
let sockets: WebSocketServer;

beforeAll(async () => {
  const handle = createHTTPHandler({
    router,
    basePath: "/trpc/",
    createContext: ({ req }) => ({ token: req.headers.authorization?.replace("Bearer ", "") }),
  });
  server = createServer(handle);
  sockets = new WebSocketServer({ server, path: "/trpc" });
  applyWSSHandler({
    wss: sockets,
    router,
    createContext: ({ info }) => ({ token: info.connectionParams?.token }),
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  phone.base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(async () => {
  for (const client of sockets.clients) client.terminate();
  sockets.close();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

describe("the client against a real tRPC server", () => {
  it("logs in silently, calls, and renews an ended session once for call and subscription", async () => {
    phone.storage.set("sanqi.session.weapp.lin", "tok0");
    const { api } = await import("./api");
    expect(await Promise.all([api.identity.me.query(), api.identity.me.query()])).toEqual([
      "with tok1",
      "with tok1",
    ]);
    expect(phone.storage.get("sanqi.session.weapp.lin")).toBe("tok1");

    const first = await new Promise((resolve, reject) => {
      api.orders.watch.subscribe({} as never, { onData: resolve, onError: reject });
    });
    expect(first).toBe("live with tok1");
  });

  it("gives up where the server refuses a fresh session too", async () => {
    const { api } = await import("./api");
    generation = 2;
    const failure = await api.identity.me.query().catch((error: unknown) => error);
    expect(failure).toMatchObject({ data: { code: "UNAUTHORIZED" } });
  });
});
