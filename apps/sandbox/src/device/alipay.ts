import { Router } from "express";
import { alipayTemplates } from "../alipay/templates.ts";
import { type Answer, answering, jsonAnswer, textOf } from "../http/exchange.ts";
import { addConsent, consentsLeft } from "../people/consents.ts";
import { alipayOpenIdOf, remember } from "../people/identity.ts";
import type { World } from "../world.ts";
import { payByOrderString, payByTradeNo } from "./alipay-cashier.ts";
import { badWish, pressOf, type Wish, withPerson } from "./request.ts";

/** my.tradePay by trade number or order string. */
function tradePay(world: World, { person, body }: Wish): Answer {
  const press = pressOf(body);
  const [tradeNo, orderString] = [body.tradeNO, body.orderStr].map(textOf);
  if (press === null || (!tradeNo && !orderString))
    return badWish("tradeNO or orderStr; outcome: pay, cancel, fail, processing or unknown");
  const who = { person, press };
  const result = tradeNo
    ? payByTradeNo(world, tradeNo, who)
    : payByOrderString(world, orderString ?? "", who);
  return jsonAnswer(200, { resultCode: result.code, memo: result.memo });
}

/** my.requestSubscribeMessage: at most 3 templates; every accept adds one message (alipay.md 6a). */
function subscribe(world: World, { person, body }: Wish): Answer {
  const ids = body.entityIds;
  if (!Array.isArray(ids) || ids.length === 0 || ids.length > 3) {
    return jsonAnswer(200, { error: 2, errorMessage: "entityIds 须为 1 到 3 个模板", behavior: "" });
  }
  if (!ids.every((id) => typeof id === "string" && alipayTemplates.has(id))) {
    return jsonAnswer(200, { error: 106_002, errorMessage: "模板不存在", behavior: "" });
  }
  const { appId } = world.secrets.alipay;
  const subject = alipayOpenIdOf(appId, person);
  remember(world.state, { kind: "alipayOpenId", appId, id: subject, person });
  if (body.answer === "reject") {
    return jsonAnswer(200, {
      error: 11,
      errorMessage: "用户取消",
      behavior: "cancel",
      keep: false,
      refuse: false,
      show: true,
      ...Object.fromEntries(ids.map((id) => [id, "reject"])),
    });
  }
  for (const templateId of new Set(ids as string[]))
    addConsent(world, { host: "alipay", subject, templateId });
  const subscribed = [...alipayTemplates.keys()].filter(
    (templateId) => consentsLeft(world, { host: "alipay", subject, templateId }) > 0,
  );
  return jsonAnswer(200, {
    behavior: "subscribe",
    keep: false,
    refuse: false,
    show: true,
    result: {
      subscribedEntityIds: subscribed,
      unsubscribedEntityIds: [...alipayTemplates.keys()].filter((id) => !subscribed.includes(id)),
      currentSubscribedEntityIds: ids,
    },
    ...Object.fromEntries(ids.map((id) => [id, "accept"])),
  });
}

/** What Alipay does on the phone. */
export function alipayDevice(world: World): Router {
  const router = Router();
  const { appId } = world.secrets.alipay;
  const on = (path: string, handler: (wish: Wish) => Answer) =>
    router.post(
      path,
      answering((req) =>
        withPerson(req, (wish) =>
          wish.body.appId === appId
            ? handler(wish)
            : badWish("appId is not this sandbox's Alipay app / appId 不符"),
        ),
      ),
    );
  on("/auth-code", ({ person }) =>
    jsonAnswer(200, { authCode: world.codes.issue({ kind: "alipayAuth", appId, person }) }),
  );
  on("/trade-pay", (wish) => tradePay(world, wish));
  on("/subscribe", (wish) => subscribe(world, wish));
  return router;
}
