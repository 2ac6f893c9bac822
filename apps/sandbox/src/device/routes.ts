import { hosts } from "@sanqi/kernel";
import { Router } from "express";
import { answering, jsonAnswer } from "../http/exchange.ts";
import { parsePerson } from "../people/identity.ts";
import { messagesOf } from "../people/inbox.ts";
import type { World } from "../world.ts";
import { alipayDevice } from "./alipay.ts";
import { dingtalkDevice } from "./dingtalk.ts";
import { badWish } from "./request.ts";
import { wechatDevice } from "./wechat.ts";

/** The phone in the person's hand. Open to any page: it plays the app around the page, which no same-origin rule guards either. */
export function deviceRoutes(world: World): Router {
  const router = Router();
  router.use((req, res, next) => {
    res.setHeader("access-control-allow-origin", "*");
    res.setHeader("access-control-allow-methods", "GET, POST, PUT");
    res.setHeader("access-control-allow-headers", "content-type");
    res.setHeader("access-control-max-age", "600");
    if (req.method === "OPTIONS") res.status(204).end();
    else next();
  });
  router.use("/wechat", wechatDevice(world));
  router.use("/alipay", alipayDevice(world));
  router.use("/dingtalk", dingtalkDevice(world));
  router.get(
    "/messages",
    answering((req) => {
      const host = hosts.find((one) => one === req.query.host);
      const person = parsePerson(req.query.person);
      return host === undefined || person === null
        ? badWish("host: weapp, alipay or dd; person: 1 to 64 characters")
        : jsonAnswer(200, messagesOf(world, host, person));
    }),
  );
  router.use(
    answering(() =>
      jsonAnswer(404, { error: "notFound", message: "no such device call / 没有这个设备接口" }),
    ),
  );
  return router;
}
