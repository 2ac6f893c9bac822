import { parseRfc3339 } from "../beijing-time.ts";
import { type Answer, isObject, type Json, jsonAnswer } from "../http/exchange.ts";
import type { WechatPayment } from "../state/records.ts";
import type { WechatShipping } from "../state/sharing-records.ts";
import { count } from "../state/state.ts";
import { findPayment } from "../wechat-pay/payment.ts";
import type { World } from "../world.ts";
import { wechatError, wechatOk } from "./answer.ts";

const express = 1;
const inPieces = 2;
const longestGoods = 120;
const mostParcels = 15;

/** No fact sheet names the code for fields that are wrong; no test may take this one for the truth. */
const wrongField = (name: string): Answer => wechatError(40097, `invalid args: ${name}`);

function fieldFault(body: Json): string | null {
  const { logistics_type: logistics, delivery_mode: mode, shipping_list: parcels, upload_time: time } = body;
  if (logistics !== 1 && logistics !== 2 && logistics !== 3 && logistics !== 4) return "logistics_type";
  if (mode !== 1 && mode !== 2) return "delivery_mode";
  // Only parcels that travel by express may arrive in pieces.
  if (mode === inPieces && logistics !== express) return "delivery_mode";
  if (mode === inPieces && typeof body.is_all_delivered !== "boolean") return "is_all_delivered";
  if (!Array.isArray(parcels) || parcels.length < 1 || parcels.length > mostParcels) return "shipping_list";
  if (mode !== inPieces && parcels.length !== 1) return "shipping_list";
  for (const parcel of parcels) {
    const goods = isObject(parcel) ? parcel.item_desc : undefined;
    if (typeof goods !== "string" || goods === "" || goods.length > longestGoods) return "item_desc";
    if (logistics === express && (!isObject(parcel) || !parcel.tracking_no || !parcel.express_company))
      return "tracking_no";
  }
  if (typeof time !== "string" || !/\.\d{3}/.test(time) || parseRfc3339(time) === null) return "upload_time";
  return null;
}

function paymentOf(world: World, key: unknown): WechatPayment | undefined | null {
  if (!isObject(key)) return null;
  if (key.order_number_type === 2 && typeof key.transaction_id === "string") {
    return findPayment(world, world.state.transactionToOrder.get(key.transaction_id) ?? "");
  }
  if (key.order_number_type !== 1 || typeof key.out_trade_no !== "string") return null;
  return key.mchid === world.secrets.wechatPay.mchId ? findPayment(world, key.out_trade_no) : undefined;
}

/** POST /wxa/sec/order/upload_shipping_info. */
export function uploadShippingInfo(world: World, body: Json): Answer {
  const { faults, wechatShippings } = world.state;
  if (faults.wechatShipping === "busy") return wechatError(-1, "system error");
  const payment = paymentOf(world, body.order_key);
  if (payment === null) return wrongField("order_key");
  const fault = fieldFault(body);
  if (fault !== null) return wrongField(fault);
  const now = world.clock.now();
  if (payment === undefined || (payment.paidAt ?? 0) + faults.wechatShippingKnownMs > now)
    return wechatError(10060001, "支付单不存在");
  if (payment.paidAt === null) return wechatError(10060004, "支付单状态不正确");
  if (!isObject(body.payer) || body.payer.openid !== payment.openid)
    return wechatError(10060031, "支付单与 openid 不匹配");
  const known = wechatShippings.get(payment.outTradeNo);
  if (known?.corrected) return wechatError(10060003, "支付单已使用重新发货机会");
  if (known !== undefined && faults.wechatReship === "refuse")
    return wechatError(10060002, "支付单已完成发货");
  const shipping: WechatShipping = {
    outTradeNo: payment.outTradeNo,
    logisticsType: Number(body.logistics_type),
    goods: goodsOf(body),
    uploadTime: String(body.upload_time),
    at: now,
    corrected: known !== undefined,
  };
  wechatShippings.set(payment.outTradeNo, shipping);
  count(world.state, "wechat.shippings");
  world.touch();
  // It has been written down; only nobody hears so.
  return faults.wechatShipping === "lostAnswer"
    ? jsonAnswer(504, {})
    : wechatOk({ errcode: 0, errmsg: "ok" });
}

const goodsOf = (body: Json): string =>
  (body.shipping_list as Json[]).map((parcel) => String(parcel.item_desc)).join("；");

/** What is known to be on its way, for /admin/state. */
export const shippingViews = (world: World): WechatShipping[] => [...world.state.wechatShippings.values()];
