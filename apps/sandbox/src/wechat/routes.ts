import { type Request, Router } from "express";
import { type Answer, answering, type Json, jsonBody } from "../http/exchange.ts";
import type { World } from "../world.ts";
import { createStableToken, legacyToken, refuseToken } from "./access-token.ts";
import { wechatError } from "./answer.ts";
import { jscode2session } from "./login.ts";
import { phoneNumber } from "./phone-number.ts";
import { uploadShippingInfo } from "./shipping.ts";
import { sendSubscribeMessage } from "./subscribe-message.ts";

const withBody = (req: Request, handler: (body: Json) => Answer): Answer => {
  const body = jsonBody(req);
  return body === null ? wechatError(47001, "data format error") : handler(body);
};

/** The mini-program server API. */
export function wechatRoutes(world: World): Router {
  const router = Router();
  const withToken = (handler: (body: Json) => Answer) =>
    answering((req) => refuseToken(world, req.query.access_token) ?? withBody(req, handler));
  const stableToken = createStableToken(world);
  const postOnly = answering(() => wechatError(43002, "require POST method"));
  router.get(
    "/sns/jscode2session",
    answering((req) => jscode2session(world, req.query)),
  );
  router.get(
    "/cgi-bin/token",
    answering((req) => legacyToken(world, req.query)),
  );
  router.post(
    "/cgi-bin/stable_token",
    answering((req) => withBody(req, stableToken)),
  );
  router.post(
    "/cgi-bin/message/subscribe/send",
    withToken((body) => sendSubscribeMessage(world, body)),
  );
  router.post(
    "/wxa/business/getuserphonenumber",
    withToken((body) => phoneNumber(world, body)),
  );
  router.post(
    "/wxa/sec/order/upload_shipping_info",
    withToken((body) => uploadShippingInfo(world, body)),
  );
  for (const path of [
    "/cgi-bin/stable_token",
    "/cgi-bin/message/subscribe/send",
    "/wxa/business/getuserphonenumber",
    "/wxa/sec/order/upload_shipping_info",
  ]) {
    router.get(path, postOnly);
  }
  router.use(answering(() => wechatError(40066, "invalid url")));
  return router;
}
