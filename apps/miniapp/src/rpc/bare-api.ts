import type { AppRouter } from "@sanqi/bff";
import { createTRPCClient, httpBatchLink, type TRPCClient } from "@trpc/client";
import { apiBase } from "./api-base";
import { fetchOverTaro } from "./fetch-over-taro";

export type BareApi = TRPCClient<AppRouter>;

/** Calls without a session: logging in. */
export function createBareApi(): BareApi {
  return createTRPCClient<AppRouter>({
    links: [httpBatchLink({ url: `${apiBase()}/trpc`, fetch: fetchOverTaro as never, maxItems: 1 })],
  });
}
