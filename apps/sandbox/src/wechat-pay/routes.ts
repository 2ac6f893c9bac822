import { type Request, Router } from "express";
import { downloadWechatBill, tradeBill } from "../bills/wechat-bill.ts";
import { type Answer, answering, type Json, jsonBody, rawBody, send } from "../http/exchange.ts";
import { count } from "../state/state.ts";
import type { World } from "../world.ts";
import { refuseAuthorization } from "./authorization.ts";
import { prepayJsapi } from "./prepay.ts";
import { type Problem, problem, problemAnswer } from "./problem.ts";
import { createShare, queryShare, unfreezeRest } from "./profit-sharing.ts";
import { addReceiver } from "./profit-sharing-receivers.ts";
import { queryReturn, returnShare } from "./profit-sharing-return.ts";
import { closeOrder, queryById, queryByOrder } from "./query-close.ts";
import { createRefund, queryRefund } from "./refund.ts";

type Handler = (req: Request, body: Json) => Answer;

/** Which way a call is guarded: refund endpoints also refuse a call without User-Agent (wechat.md 6). */
type Guard = { readonly body?: boolean; readonly userAgent?: boolean };

const busy = problem(500, "SYSTEM_ERROR", "系统繁忙，请稍后重试");

/** Why a call's signature is not accepted; null where it is. */
function refusedCall(world: World, req: Request): Problem | null {
  const refused = refuseAuthorization(world, {
    method: req.method,
    target: req.url,
    authorization: req.headers.authorization,
    raw: rawBody(req),
  });
  if (refused !== null) count(world.state, `wechatPay.refused.${refused.code}`);
  return refused;
}

function guarded(world: World, handler: Handler, guard: Guard = {}) {
  return answering((req) => {
    const { faults } = world.state;
    if (faults.wechatPayDown) return problemAnswer(busy);
    if (guard.userAgent && !req.headers["user-agent"]) {
      return problemAnswer(problem(400, "INVALID_REQUEST", "Http头缺少User-Agent"));
    }
    const refused = refusedCall(world, req);
    if (refused !== null) return problemAnswer(refused);
    if (faults.wechatPayLimited !== "off")
      return problemAnswer(problem(429, faults.wechatPayLimited, "频率超限"));
    if (!guard.body) return handler(req, {});
    const body = jsonBody(req);
    return body === null
      ? problemAnswer(problem(400, "PARAM_ERROR", "请求体不是合法的 JSON 对象"))
      : handler(req, body);
  });
}

/** WeChat Pay v3. `req.url` here is what follows the base: the path that the merchant signed. */
export function wechatPayRoutes(world: World): Router {
  const router = Router();
  const path = (req: Request, name: string) => String(req.params[name]);
  const order = "/v3/pay/transactions/out-trade-no/:no";
  router.post(
    "/v3/pay/transactions/jsapi",
    guarded(world, (_req, body) => prepayJsapi(world, body), { body: true }),
  );
  router.get(
    order,
    guarded(world, (req) => queryByOrder(world, path(req, "no"), req.query.mchid)),
  );
  router.get(
    "/v3/pay/transactions/id/:id",
    guarded(world, (req) => queryById(world, path(req, "id"), req.query.mchid)),
  );
  router.post(
    `${order}/close`,
    guarded(world, (req, body) => closeOrder(world, path(req, "no"), body), { body: true }),
  );
  const refunds = "/v3/refund/domestic/refunds";
  router.post(
    refunds,
    guarded(world, (_req, body) => createRefund(world, body), { body: true, userAgent: true }),
  );
  router.get(
    `${refunds}/:no`,
    guarded(world, (req) => queryRefund(world, path(req, "no")), { userAgent: true }),
  );
  router.get(
    "/v3/bill/tradebill",
    guarded(world, (req) => tradeBill(world, req), { userAgent: true }),
  );
  router.get("/v3/billdownload/file", (req, res, next) => {
    const refused = world.state.faults.wechatPayDown ? busy : refusedCall(world, req);
    if (refused === null) downloadWechatBill(world, req, res).catch(next);
    else send(res, problemAnswer(refused));
  });
  const shares = "/v3/profitsharing";
  router.post(
    `${shares}/receivers/add`,
    guarded(world, (_req, body) => addReceiver(world, body), { body: true }),
  );
  router.post(
    `${shares}/orders`,
    guarded(world, (_req, body) => createShare(world, body), { body: true }),
  );
  router.post(
    `${shares}/orders/unfreeze`,
    guarded(world, (_req, body) => unfreezeRest(world, body), { body: true }),
  );
  router.get(
    `${shares}/orders/:no`,
    guarded(world, (req) => queryShare(world, path(req, "no"), req.query.transaction_id)),
  );
  router.post(
    `${shares}/return-orders`,
    guarded(world, (_req, body) => returnShare(world, body), { body: true }),
  );
  router.get(
    `${shares}/return-orders/:no`,
    guarded(world, (req) => queryReturn(world, path(req, "no"), req.query.out_order_no)),
  );
  // The real host answers an unknown path with an empty body.
  router.use("/v3", (_req, res) => void res.status(404).end());
  return router;
}
