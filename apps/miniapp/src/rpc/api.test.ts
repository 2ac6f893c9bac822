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
    watch: signedIn
      .input((input) => input as { version?: number })
      .subscription(async function* ({ input, signal }) {
        yield `live with tok${generation}${input.version === undefined ? "" : ` from ${input.version}`}`;
        await new Promise((resolve) => signal?.addEventListener("abort", resolve));
      }),
    accept: signedIn.mutation(() => ({ orderId: "ord_1", version: 4 })),
  }),
});

let server: Server;
let sockets: WebSocketServer;
/** What was asked for by the short way, and how the server answers that. */
const shortly: string[] = [];
const bodies: string[] = [];
const found = { status: 200, text: '{"result":{"data":{"orderId":"ord_1","version":3}}}' };
const errorOf = (code: string, sanqi: object | null) =>
  JSON.stringify({ error: { code: -32001, message: code, data: { code, sanqi } } });
let answerShortly = (_token: string | undefined): typeof found => found;

beforeAll(async () => {
  const handle = createHTTPHandler({
    router,
    basePath: "/trpc/",
    createContext: ({ req }) => ({ token: req.headers.authorization?.replace("Bearer ", "") }),
  });
  server = createServer((req, res) => {
    if (!req.url?.startsWith("/orders")) return handle(req, res);
    shortly.push(req.url);
    if (req.method === "POST") {
      req.on("data", (chunk) => bodies.push(`${req.headers["content-type"]} ${chunk}`));
    }
    const { status, text } = answerShortly(req.headers.authorization);
    return res.writeHead(status, { "content-type": "application/json" }).end(text);
  });
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

  it("reads an order by its short way, and names the version that it has seen of it", async () => {
    const { api } = await import("./api");
    const read = () => api.orders.get.query({ orderId: "ord_1" as never });
    expect(await read()).toEqual({ orderId: "ord_1", version: 3 });
    await read();
    await (api.orders as unknown as { accept: { mutate(): Promise<unknown> } }).accept.mutate();
    await read();
    expect(shortly).toEqual(["/orders/ord_1", "/orders/ord_1?seen=3", "/orders/ord_1?seen=4"]);
  });

  it("places an order by its short way, and has then seen its first version", async () => {
    const { api } = await import("./api");
    shortly.length = 0;
    answerShortly = () => ({ ...found, text: '{"result":{"data":{"orderId":"ord_9","version":1}}}' });
    const order = { key: "one-intent" };
    expect(await api.orders.place.mutate(order as never)).toEqual({ orderId: "ord_9", version: 1 });
    await api.orders.get.query({ orderId: "ord_9" as never });
    expect(shortly).toEqual(["/orders", "/orders/ord_9?seen=1"]);
    expect(bodies).toEqual([`application/json ${JSON.stringify(order)}`]);
    answerShortly = () => found;
  });

  it("reads failures of the short way as those of any call", async () => {
    const { api } = await import("./api");
    const { failureOf } = await import("./failure");
    const failure = () => api.orders.get.query({ orderId: "ord_1" as never }).then(String, failureOf);
    const said = { code: "ORDER_NOT_FOUND", zh: "没有", en: "None", traceId: "t1", failure: null };
    answerShortly = () => ({ status: 404, text: errorOf("NOT_FOUND", said) });
    expect(await failure()).toMatchObject({ code: "ORDER_NOT_FOUND", words: { zh: "没有" }, traceId: "t1" });
    answerShortly = () => ({ status: 502, text: "<html>" });
    expect(await failure()).toMatchObject({ code: "SERVER_UNREADABLE" });
    const { base } = phone;
    phone.base = "http://127.0.0.1:1";
    expect(await failure()).toMatchObject({ code: "NETWORK" });
    phone.base = base;
    phone.storage.set("sanqi.session.weapp.lin", "tok0");
    vi.resetModules();
    const again = await import("./api");
    answerShortly = (token) =>
      token === "Bearer tok1" ? found : { status: 401, text: errorOf("UNAUTHORIZED", null) };
    expect(await again.api.orders.get.query({ orderId: "ord_1" as never })).toMatchObject({ version: 3 });
  });

  it("goes on after a broken connection from what is on the screen by then", async () => {
    const { api } = await import("./api");
    const heard: unknown[] = [];
    let version = 5;
    const following = api.orders.watch.subscribe(
      {
        orderId: "ord_1" as never,
        get version() {
          return version;
        },
      },
      { onData: (data) => heard.push(data) },
    );
    await vi.waitFor(() => expect(heard).toEqual(["live with tok1 from 5"]));
    version = 7;
    for (const client of sockets.clients) client.terminate();
    await vi.waitFor(() => expect(heard.at(-1)).toBe("live with tok1 from 7"), 5_000);
    following.unsubscribe();
  });

  it("gives up where the server refuses a fresh session too", async () => {
    const { api } = await import("./api");
    generation = 2;
    const failure = await api.identity.me.query().catch((error: unknown) => error);
    expect(failure).toMatchObject({ data: { code: "UNAUTHORIZED" } });
  });
});
