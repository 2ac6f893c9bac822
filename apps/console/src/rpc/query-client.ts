import { QueryCache, QueryClient } from "@tanstack/react-query";
import { isOffline, isSignedOut } from "./failure.ts";
import { keys } from "./keys.ts";

/** One cache for the whole console. A call that finds the session ended sends the person to the log-in. */
export function createQueryClient(): QueryClient {
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({
      onError: (error, query) => {
        if (isSignedOut(error) && query.queryKey[0] !== "me") {
          void client.invalidateQueries({ queryKey: keys.me });
        }
      },
    }),
    defaultOptions: {
      queries: {
        // An answer of the server is final; only silence is worth another try.
        retry: (count, error) => isOffline(error) && count < 3,
        staleTime: 10_000,
      },
    },
  });
  return client;
}
