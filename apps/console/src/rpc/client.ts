import type { AppRouter } from "@sanqi/bff";
import { createTRPCClient, createWSClient, httpBatchLink, splitLink, wsLink } from "@trpc/client";
import type { inferRouterInputs, inferRouterOutputs } from "@trpc/server";

export type Inputs = inferRouterInputs<AppRouter>["console"];
export type Outputs = inferRouterOutputs<AppRouter>["console"];

const socketUrl = () => `${location.protocol === "https:" ? "wss" : "ws"}://${location.host}/trpc`;

/** The session is an httpOnly cookie of the same origin: no token ever reaches this code. */
export const rpc = createTRPCClient<AppRouter>({
  links: [
    splitLink({
      condition: (operation) => operation.type === "subscription",
      true: wsLink({
        client: createWSClient({
          url: socketUrl,
          lazy: { enabled: true, closeMs: 10_000 },
          retryDelayMs: (attempt) => Math.min(15_000, 500 * 2 ** attempt),
          keepAlive: { enabled: true, intervalMs: 20_000, pongTimeoutMs: 8_000 },
        }),
      }),
      false: httpBatchLink({ url: "/trpc" }),
    }),
  ],
});
