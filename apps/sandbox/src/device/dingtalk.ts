import { Router } from "express";
import { yuan } from "../alipay/amount.ts";
import { alipayTime } from "../beijing-time.ts";
import { loadDirectory } from "../dingtalk/directory.ts";
import { type Answer, answering, jsonAnswer, jsonBody, textOf } from "../http/exchange.ts";
import { rsaSign } from "../signing.ts";
import type { AlipayTrade } from "../state/records.ts";
import type { World } from "../world.ts";
import { payByOrderString } from "./alipay-cashier.ts";
import { badWish, pressOf, type Wish, withPerson } from "./request.ts";

function authCode(world: World, { person, body }: Wish): Answer {
  const { corpId } = world.secrets.dingtalk;
  if (body.corpId !== corpId)
    return jsonAnswer(400, {
      error: 1_002,
      errorMessage: "应用不在该组织中 / the app is not in this organisation",
    });
  if (!world.state.directory.has(person)) {
    return jsonAnswer(400, {
      error: 3,
      errorMessage: `${person} 不在组织通讯录中 / is not in the directory`,
    });
  }
  return jsonAnswer(200, { authCode: world.codes.issue({ kind: "dingtalkAuth", appId: corpId, person }) });
}

/** The signed text that the Alipay app hands back after paying; to be shown, not to be trusted. */
function resultText(world: World, trade: AlipayTrade): string {
  const response = JSON.stringify({
    code: "10000",
    msg: "Success",
    app_id: trade.appId,
    out_trade_no: trade.outTradeNo,
    trade_no: trade.tradeNo,
    total_amount: yuan(trade.amountFen),
    seller_id: world.secrets.alipay.sellerId,
    timestamp: alipayTime(world.clock.now()),
  });
  return `{"alipay_trade_app_pay_response":${response},"sign":"${rsaSign(response, world.keys.alipay)}","sign_type":"RSA2"}`;
}

/** dd.pay with an Alipay app-pay order string (dingtalk.md 9). */
function pay(world: World, { person, body }: Wish): Answer {
  const press = pressOf(body);
  const info = textOf(body.info);
  if (press === null || info === null)
    return badWish("info: an order string; outcome: pay, cancel, fail, processing or unknown");
  const { code, memo, trade } = payByOrderString(world, info, { person, press });
  return jsonAnswer(200, {
    resultStatus: code,
    memo,
    result: code === "9000" && trade !== null ? resultText(world, trade) : "",
  });
}

/** What DingTalk does on the phone, and the corporation's own console (its directory). */
export function dingtalkDevice(world: World): Router {
  const router = Router();
  router.post(
    "/auth-code",
    answering((req) => withPerson(req, (wish) => authCode(world, wish))),
  );
  router.post(
    "/pay",
    answering((req) => withPerson(req, (wish) => pay(world, wish))),
  );
  router.put(
    "/directory",
    answering((req) => {
      const loaded = loadDirectory(world, jsonBody(req));
      return loaded.ok ? jsonAnswer(200, loaded.value) : badWish(loaded.error.detail);
    }),
  );
  return router;
}
