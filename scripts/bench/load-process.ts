/** The load generator: a process of its own, so that its work is told apart from what it measures. */
import { flood } from "./flood-run.ts";
import type { LoadJobs, LoadKind, LoadOrder, LoadResults } from "./load-jobs.ts";
import { closedLoop, openLoop } from "./loops.ts";
import { orderRequests } from "./requests.ts";

const works: { [K in LoadKind]: (job: LoadJobs[K]) => Promise<LoadResults[K]> } = {
  orders({ target, carts, firstGuest, plan }) {
    const request = orderRequests(target, carts);
    return closedLoop(plan, (n) => request(firstGuest + n));
  },
  requests({ requests, perSecond, plan }) {
    const request = (n: number) => requests[n % requests.length] ?? "";
    return perSecond === undefined ? closedLoop(plan, request) : openLoop({ ...plan, perSecond }, request);
  },
  flood: ({ target, carts, firstGuest, plan }) => flood(plan, firstGuest, orderRequests(target, carts)),
};

process.on("message", <K extends LoadKind>({ kind, job }: LoadOrder<K>) => {
  works[kind](job).then(
    (result) => process.send?.({ result }),
    (error: unknown) => process.send?.({ failed: String(error) }),
  );
});
process.on("disconnect", () => process.exit(0));
process.once("SIGTERM", () => process.exit(0));
process.send?.({ ready: {} });
