import { type Request, Router } from "express";
import { billAdminRoutes } from "../bills/admin-routes.ts";
import { pushEvent } from "../dingtalk/event-push.ts";
import { patchFaults } from "../faults.ts";
import { type Answer, answering, jsonAnswer, jsonBody, parseObject, rawBody } from "../http/exchange.ts";
import type { World } from "../world.ts";
import { actOnPayment } from "./payment-actions.ts";
import { stateView } from "./state-view.ts";

const loopback = new Set(["127.0.0.1", "::1", "::ffff:127.0.0.1"]);

/** Only from this machine, and never for a page of another origin that happens to run in its browser. */
function refuseStranger(req: Request): Answer | null {
  if (!loopback.has(req.socket.remoteAddress ?? "")) return jsonAnswer(403, { error: "loopbackOnly" });
  const { origin, host } = req.headers;
  if (origin !== undefined && URL.parse(origin)?.host !== host)
    return jsonAnswer(403, { error: "otherOrigin" });
  return null;
}

function putFaults(world: World, req: Request): Answer {
  const patched = patchFaults(world.state.faults, jsonBody(req));
  if (!patched.ok) return jsonAnswer(400, { error: patched.error.kind, key: patched.error.key });
  world.state.faults = patched.value;
  world.touch();
  return jsonAnswer(200, patched.value);
}

/** The hands of whoever runs the sandbox. */
export function adminRoutes(world: World): Router {
  const router = Router();
  const on = (handler: (req: Request) => Answer) => answering((req) => refuseStranger(req) ?? handler(req));
  router.get(
    "/state",
    on(() => jsonAnswer(200, stateView(world))),
  );
  router.get(
    "/faults",
    on(() => jsonAnswer(200, world.state.faults)),
  );
  router.put(
    "/faults",
    on((req) => putFaults(world, req)),
  );
  router.post(
    "/payments/:channel/:outTradeNo/:action",
    on((req) => {
      const raw = rawBody(req).toString("utf8");
      const body = raw === "" ? {} : parseObject(raw);
      if (body === null) return jsonAnswer(400, { error: "badRequest" });
      const { channel, outTradeNo, action } = req.params as Record<string, string>;
      const acted = actOnPayment(world, {
        channel: channel ?? "",
        outTradeNo: outTradeNo ?? "",
        action: action ?? "",
        body,
      });
      return acted.ok
        ? jsonAnswer(200, acted.value)
        : jsonAnswer(acted.error.kind === "notFound" ? 404 : 409, {
            error: acted.error.kind,
            message: acted.error.detail,
          });
    }),
  );
  router.post(
    "/dingtalk/events",
    on((req) => {
      const pushed = pushEvent(world, jsonBody(req));
      return pushed === null
        ? jsonAnswer(400, { error: "badRequest", message: "url, event" })
        : jsonAnswer(202, pushed);
    }),
  );
  router.use(
    "/bills",
    billAdminRoutes(world, (handler) => (req) => refuseStranger(req) ?? handler(req)),
  );
  router.use(answering(() => jsonAnswer(404, { error: "notFound" })));
  return router;
}
