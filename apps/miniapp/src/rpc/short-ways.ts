import type { AppRouter } from "@sanqi/bff";
import { type Operation, TRPCClientError, type TRPCLink } from "@trpc/client";
import { observable } from "@trpc/server/observable";
import { apiBase } from "./api-base";
import { fetchOverTaro } from "./fetch-over-taro";
import type { createSeenVersions } from "./seen-versions";

type Phone = { token: () => Promise<string>; seen: ReturnType<typeof createSeenVersions> };

/** Procedures that are called so often that they have a route of their own; input, answer and errors are the same. */
const paths: Record<string, (input: never, phone: Phone) => string> = {
  "orders.place": () => "/orders",
  "orders.get": ({ orderId }: { orderId: string }, { seen }) => {
    const version = seen.of(orderId);
    return `/orders/${orderId}${version === undefined ? "" : `?seen=${version}`}`;
  },
};

export const hasShortWay = ({ path }: Operation): boolean => path in paths;

/** What a query asks for stands in its address; a mutation has a body. */
const sent = ({ type, input }: Operation, headers: Record<string, string>) =>
  type === "query"
    ? { headers }
    : {
        method: "POST",
        headers: { ...headers, "content-type": "application/json" },
        body: JSON.stringify(input),
      };

/** Calls a procedure by its short way. */
export const shortWays =
  (phone: Phone): TRPCLink<AppRouter> =>
  () =>
  ({ op }) =>
    observable((observer) => {
      async function ask(): Promise<void> {
        const url = apiBase() + (paths[op.path]?.(op.input as never, phone) ?? "");
        const headers = { authorization: `Bearer ${await phone.token()}` };
        const response = await fetchOverTaro(url, { ...sent(op, headers), signal: op.signal });
        const meta = { response };
        const answer = (await response.json().catch((cause: Error) => {
          throw TRPCClientError.from(cause, { meta });
        })) as { result: { data: unknown } };
        if (!answer.result) throw TRPCClientError.from(answer, { meta });
        observer.next({ result: { type: "data", data: answer.result.data }, context: meta });
        observer.complete();
      }
      ask().catch((cause: Error) => observer.error(TRPCClientError.from(cause)));
    });
