import type { Json } from "../http/exchange.ts";
import type { World } from "../world.ts";
import { done, type Outcome, refused } from "./outcome.ts";
import type { Params } from "./signature.ts";
import { findTradeByOrder, personBy } from "./trade.ts";
import { openTrade, parseOrder } from "./trade-order.ts";

function productFault(world: World, biz: Json): Outcome | null {
  const { product_code: product, op_app_id: opAppId } = biz;
  if (product !== undefined && product !== "JSAPI_PAY" && product !== "FACE_TO_FACE_PAYMENT") {
    return refused("ACQ.ACCESS_FORBIDDEN", "没有权限使用此产品");
  }
  if (product === "JSAPI_PAY" && opAppId !== world.secrets.alipay.appId) {
    return refused("ACQ.INVALID_PARAMETER", "JSAPI_PAY 须传小程序的 op_app_id");
  }
  return null;
}

/** alipay.trade.create for a mini-program: the buyer is fixed here and must be the one who pays (alipay.md 5a). */
export function createTrade(world: World, biz: Json, params: Params): Outcome {
  const order = parseOrder(world, biz, params);
  if ("ok" in order) return order;
  const wrong = productFault(world, biz);
  if (wrong !== null) return wrong;
  if (biz.buyer_id === world.secrets.alipay.sellerId)
    return refused("ACQ.BUYER_SELLER_EQUAL", "买卖家不能相同");
  const person = personBy(world, { openId: biz.buyer_open_id, userId: biz.buyer_id });
  if (person === undefined)
    return refused("ACQ.INVALID_PARAMETER", "buyer_id 与 buyer_open_id 无效或同时为空");
  const known = findTradeByOrder(world, order.outTradeNo);
  if (known === undefined) {
    const trade = openTrade(world, order, person);
    return done({ out_trade_no: trade.outTradeNo, trade_no: trade.tradeNo });
  }
  if (known.state === "TRADE_CLOSED") return refused("ACQ.TRADE_HAS_CLOSE", "交易已经关闭");
  if (known.state !== "WAIT_BUYER_PAY") return refused("ACQ.TRADE_HAS_SUCCESS", "交易已被支付");
  if (known.fingerprint !== order.fingerprint || world.state.faults.alipayRepeatCreate === "refuse") {
    return refused("ACQ.CONTEXT_INCONSISTENT", "交易信息被篡改");
  }
  return done({ out_trade_no: known.outTradeNo, trade_no: known.tradeNo });
}
