import { type Answer, type Json, textOf } from "../http/exchange.ts";
import { openidOf, phoneOf } from "../people/identity.ts";
import type { World } from "../world.ts";
import { wechatError, wechatOk } from "./answer.ts";

/** POST /wxa/business/getuserphonenumber; its codes are not those of login (wechat.md 4). */
export function phoneNumber(world: World, body: Json): Answer {
  const { appId } = world.secrets.wechat;
  const redeemed = world.codes.redeem(textOf(body.code) ?? "", "wechatPhone", appId);
  if (!redeemed.ok)
    return redeemed.why === "used"
      ? wechatError(40163, "code been used")
      : wechatError(40029, "invalid code");
  if (body.openid !== undefined && body.openid !== openidOf(appId, redeemed.person))
    return wechatError(40029, "invalid code");
  const number = phoneOf(redeemed.person);
  return wechatOk({
    errcode: 0,
    errmsg: "ok",
    phone_info: {
      phoneNumber: number,
      purePhoneNumber: number,
      countryCode: "86",
      watermark: { timestamp: Math.floor(world.clock.now() / 1_000), appid: appId },
    },
  });
}
