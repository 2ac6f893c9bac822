import { isId } from "@sanqi/kernel";
import { withTrace } from "@sanqi/observability";
import express, { Router } from "express";
import type { App } from "../app.ts";
import { sendProblem, webProblems } from "../http/problems.ts";
import type { Transport } from "../http/transport.ts";

/** Webhooks of the payment platforms. The signature covers the raw bytes, so nothing parses the body before the adapter. */
export function paymentNotifications(app: App, transport: Transport): Router {
  const router = Router();
  const raw = express.raw({ type: () => true, limit: "64kb" });
  for (const [path, channel] of [
    ["wechat-pay", "wechatPay"],
    ["alipay", "alipay"],
  ] as const) {
    router.post(`/callbacks/${path}/:campusId`, raw, async (req, res) => {
      const { campusId } = req.params;
      const traceId = transport.traceOf(req);
      if (typeof campusId !== "string" || !isId("campus", campusId)) {
        sendProblem(transport, { req, res }, webProblems.campusNotFound);
        return;
      }
      const headers = Object.fromEntries(
        Object.entries(req.headers).map(([k, v]) => [k, Array.isArray(v) ? v[0] : v]),
      );
      const body = Buffer.isBuffer(req.body) ? req.body : Buffer.alloc(0);
      const answer = await withTrace(traceId, () =>
        app.payments.receiveNotification({ campusId, channel, raw: { headers, body }, traceId }),
      );
      res.status(answer.status).type(answer.contentType).send(answer.body);
    });
  }
  return router;
}
