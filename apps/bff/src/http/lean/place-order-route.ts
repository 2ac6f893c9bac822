import { placeInput, placeOrder } from "../../routers/orders/place.ts";
import { callerOf, unwrap } from "../../rpc/procedures.ts";
import { jsonBody } from "./json-body.ts";
import type { LeanRoute } from "./lean.ts";

/** `POST /orders`: places an order as `orders.place` does. */
export const placeOrderRoute: LeanRoute = {
  procedure: "orders.place",
  method: "POST",
  takes: (pathname) => pathname === "/orders",
  async answer({ app, session, traceId, req }) {
    const input = await jsonBody(req, placeInput);
    return JSON.stringify(
      unwrap(await placeOrder(app, { ...callerOf(session, traceId), host: session.host }, input)),
    );
  },
};
