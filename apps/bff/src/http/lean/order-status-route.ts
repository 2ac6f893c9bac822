import { isId, type OrderId } from "@sanqi/kernel";
import { TRPCError } from "@trpc/server";
import { callerOf, unwrap } from "../../rpc/procedures.ts";
import type { LeanRoute } from "./lean.ts";

const folder = "/orders/";

/**
 * `GET /orders/<orderId>?seen=<version>`: what `orders.get` answers, as it is kept. `seen` is the version that the person has
 * seen; whoever does not say it is answered from the database.
 */
export const orderStatusRoute: LeanRoute = {
  procedure: "orders.get",
  method: "GET",
  takes: (pathname) => pathname.startsWith(folder) && pathname.length > folder.length,
  async answer({ app, session, traceId, req }) {
    const { orderId, seen } = askedIn(req.url ?? "");
    return unwrap(await app.orderViews.read(callerOf(session, traceId), orderId, seen)).body;
  },
};

/** Without a URL parser, which would cost more than the look-up. */
function askedIn(url: string): { orderId: OrderId; seen: number | null } {
  const mark = url.indexOf("?");
  const orderId = mark < 0 ? url.slice(folder.length) : url.slice(folder.length, mark);
  const seen = mark < 0 ? null : /^seen=(\d{1,9})$/.exec(url.slice(mark + 1))?.[1];
  if (!isId("order", orderId) || seen === undefined) throw new TRPCError({ code: "BAD_REQUEST" });
  return { orderId, seen: seen === null ? null : Number(seen) };
}
