import type { AppRouter } from "@sanqi/bff";
import {
  createTRPCClient,
  createWSClient,
  httpBatchLink,
  retryLink,
  splitLink,
  type TRPCLink,
  type TRPCWebSocketClient,
  wsLink,
} from "@trpc/client";
import { tap } from "@trpc/server/observable";
import { apiBase } from "./api-base";
import { createBareApi } from "./bare-api";
import { fetchOverTaro } from "./fetch-over-taro";
import { createSeenVersions } from "./seen-versions";
import { createSessionTokens } from "./session-tokens";
import { hasShortWay, shortWays } from "./short-ways";
import { HostWebSocket } from "./web-socket";

/** Who is logged in, as a token; `forget` logs out on this device. */
export const sessionTokens = createSessionTokens(createBareApi());

const seen = createSeenVersions();
let sockets: TRPCWebSocketClient | null = null;

/** The socket carries the token of its opening, so a new token needs a new socket. */
function renewSession(): void {
  sessionTokens.refused();
  const old = sockets;
  sockets = null;
  void old?.close();
}

function socketClient(): TRPCWebSocketClient {
  sockets ??= createWSClient({
    url: `${apiBase().replace(/^http/, "ws")}/trpc`,
    WebSocket: HostWebSocket as unknown as typeof WebSocket,
    connectionParams: async () => ({ token: await sessionTokens.current() }),
    lazy: { enabled: true, closeMs: 20_000 },
    keepAlive: { enabled: true, intervalMs: 25_000, pongTimeoutMs: 10_000 },
  });
  return sockets;
}

const liveLink: TRPCLink<AppRouter> = (runtime) => (given) =>
  wsLink<AppRouter>({ client: socketClient() })(runtime)(given);

const noteVersions: TRPCLink<AppRouter> =
  () =>
  ({ next, op }) =>
    next(op).pipe(tap({ next: ({ result }) => "data" in result && seen.note(result.data) }));

/** Every call of the app. A session that ended is renewed silently, and the call is sent once more. */
export const api = createTRPCClient<AppRouter>({
  links: [
    retryLink({
      retry({ error, attempts }) {
        if (error.data?.code !== "UNAUTHORIZED" || attempts > 1) return false;
        renewSession();
        return true;
      },
    }),
    noteVersions,
    splitLink({
      condition: (operation) => operation.type === "subscription",
      true: liveLink,
      false: splitLink({
        condition: hasShortWay,
        true: shortWays({ token: sessionTokens.current, seen }),
        false: httpBatchLink({
          url: `${apiBase()}/trpc`,
          fetch: fetchOverTaro as never,
          headers: async () => ({ authorization: `Bearer ${await sessionTokens.current()}` }),
          maxURLLength: 2000,
        }),
      }),
    }),
  ],
});
