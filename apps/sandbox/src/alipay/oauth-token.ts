import { alipayTime } from "../beijing-time.ts";
import { alipayOpenIdOf, alipayUserIdOf, remember } from "../people/identity.ts";
import { token } from "../signing.ts";
import type { World } from "../world.ts";
import { failed, type Outcome } from "./outcome.ts";
import type { Params } from "./signature.ts";

/** alipay.system.oauth.token; which of the two ids it tells is a switch (alipay.md 3). */
export function oauthToken(world: World, params: Params): Outcome {
  const { appId } = world.secrets.alipay;
  const { faults } = world.state;
  if (params.grant_type === "refresh_token")
    return failed("40002", "isv.refresh-token-invalid", "刷新令牌refresh_token无效");
  if (params.grant_type !== "authorization_code")
    return failed("40002", "isv.grant-type-invalid", "授权类型grant_type无效");
  const redeemed = world.codes.redeem(params.code ?? "", "alipayAuth", appId);
  if (!redeemed.ok) return failed("40002", "isv.code-invalid", "授权码code无效");
  const { person } = redeemed;
  const openId = alipayOpenIdOf(appId, person);
  const userId = alipayUserIdOf(person);
  remember(world.state, { kind: "alipayOpenId", appId, id: openId, person });
  remember(world.state, { kind: "alipayUserId", appId, id: userId, person });
  world.touch();
  const identity = {
    ...(faults.alipayIdentity === "user_id" ? {} : { open_id: openId }),
    ...(faults.alipayIdentity === "open_id" ? {} : { user_id: userId }),
  };
  const fields = {
    access_token: `authbseB${token(32)}`,
    auth_start: alipayTime(world.clock.now()),
    expires_in: 1_296_000,
    re_expires_in: 2_592_000,
    refresh_token: `authbseB${token(32)}`,
    ...identity,
  };
  return { ok: true, fields, bare: !faults.alipayLoginCode };
}
