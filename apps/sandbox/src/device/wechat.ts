import { Router } from "express";
import { type Answer, answering, type Json, jsonAnswer, textOf } from "../http/exchange.ts";
import { addConsent } from "../people/consents.ts";
import { openidOf, remember } from "../people/identity.ts";
import { rsaVerify } from "../signing.ts";
import type { WechatPayment } from "../state/records.ts";
import { wechatTemplates } from "../wechat/templates.ts";
import { failPayment, findPayment, payPayment } from "../wechat-pay/payment.ts";
import type { World } from "../world.ts";
import { badWish, pressOf, type Wish, withPerson } from "./request.ts";

const appFault = (world: World, body: Json): Answer | null =>
  body.appId === world.secrets.wechat.appId
    ? null
    : badWish("appId is not this sandbox's WeChat app / appId 不符");

/** The payment behind the parameters of wx.requestPayment, or why the real client would refuse them. */
function paymentBehind(world: World, { person, body }: Wish): WechatPayment | string {
  const { appId } = world.secrets.wechat;
  const [timeStamp, nonceStr, pack, paySign] = [
    body.timeStamp,
    body.nonceStr,
    body.package,
    body.paySign,
  ].map(textOf);
  if (!timeStamp || !nonceStr || !pack || !paySign) return "缺少参数";
  if (!/^\d{10}$/.test(timeStamp) || nonceStr.length > 32 || !pack.startsWith("prepay_id="))
    return "参数格式错误";
  if (body.signType !== "RSA") return "signType 须为 RSA";
  if (!rsaVerify(`${appId}\n${timeStamp}\n${nonceStr}\n${pack}\n`, paySign, world.keys.merchant))
    return "支付验证签名失败";
  const prepayId = pack.slice("prepay_id=".length);
  const payment = findPayment(world, world.state.prepayToOrder.get(prepayId) ?? "");
  const prepay = payment?.prepays.find((one) => one.id === prepayId);
  if (payment === undefined || prepay === undefined) return "prepay_id 无效";
  if (prepay.expiresAt <= world.clock.now()) return "prepay_id 已过期";
  if (payment.person !== person) return "下单账号与支付账号不一致";
  if (payment.state === "CLOSED") return "订单已关闭";
  return payment.state === "NOTPAY" ? payment : "该订单已支付";
}

function requestPayment(world: World, wish: Wish): Answer {
  const press = pressOf(wish.body);
  if (press === null) return badWish("outcome: pay, cancel or fail");
  const say = (errMsg: string) => jsonAnswer(200, { errMsg });
  const payment = paymentBehind(world, wish);
  if (typeof payment === "string") return say(`requestPayment:fail ${payment}`);
  if (press === "cancel") return say("requestPayment:fail cancel");
  if (press === "fail") {
    failPayment(world, payment);
    return say("requestPayment:fail 支付失败，请重试");
  }
  payPayment(world, payment);
  return say("requestPayment:ok");
}

/** wx.requestSubscribeMessage: at most 5 templates (wechat.md 5). The id is remembered: consent may come before the first login. */
function subscribe(world: World, { person, body }: Wish): Answer {
  const ids = body.tmplIds;
  const say = (errCode: number, why: string) =>
    jsonAnswer(200, { errMsg: `requestSubscribeMessage:fail ${why}`, errCode });
  if (!Array.isArray(ids) || ids.length === 0) return say(10_001, "TmplIds can't be empty");
  if (ids.length > 5) return say(20_003, "Templates count out of max bounds");
  if (!ids.every((id) => typeof id === "string" && wechatTemplates.has(id)))
    return say(20_001, "No template data return, verify the template id exist");
  const { appId } = world.secrets.wechat;
  const openid = openidOf(appId, person);
  remember(world.state, { kind: "openid", appId, id: openid, person });
  const answer = body.answer === "reject" ? "reject" : "accept";
  const unique = [...new Set(ids as string[])];
  if (answer === "accept")
    for (const templateId of unique) addConsent(world, { host: "weapp", subject: openid, templateId });
  return jsonAnswer(200, {
    errMsg: "requestSubscribeMessage:ok",
    ...Object.fromEntries(unique.map((id) => [id, answer])),
  });
}

/** What WeChat does on the phone. */
export function wechatDevice(world: World): Router {
  const router = Router();
  const on = (path: string, handler: (wish: Wish) => Answer) =>
    router.post(
      path,
      answering((req) => withPerson(req, (wish) => appFault(world, wish.body) ?? handler(wish))),
    );
  const { appId } = world.secrets.wechat;
  on("/login", ({ person }) =>
    jsonAnswer(200, { code: world.codes.issue({ kind: "wechatLogin", appId, person }) }),
  );
  on("/phone-code", ({ person }) =>
    jsonAnswer(200, { code: world.codes.issue({ kind: "wechatPhone", appId, person }) }),
  );
  on("/request-payment", (wish) => requestPayment(world, wish));
  on("/subscribe", (wish) => subscribe(world, wish));
  return router;
}
