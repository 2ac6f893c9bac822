import { err, hour, ok } from "@sanqi/kernel";
import { shorten } from "@sanqi/outbound";
import type { ShippingKind } from "@sanqi/payments";
import type { ShippingError, ShippingGateway } from "@sanqi/payments/use-cases";
import type { WechatConfig } from "./config.ts";
import { type ApiFailure, createMiniProgramApi, type WechatDeps } from "./mini-program-api.ts";

/** 1 express, 2 same city, 3 virtual, 4 fetched by the buyer. */
const logistics: Readonly<Record<ShippingKind, number>> = { sameCity: 2, selfPickup: 4 };
/** Delivered whole; only express parcels may come in pieces. */
const wholeDelivery = 1;
const byOwnNumber = 1;

/** 10060002 shipped already, 10060003 even its one correction is used: what we wanted to say has been said. */
const alreadyShipped = [10060002, 10060003];
/** No such order: soon after the payment it may still become known. */
const tooSoon = 10060001;
/** -1 busy, 40001/40014/42001 token, 45009 and 45011 quotas. */
const later = [-1, 40001, 40014, 42001, 45009, 45011];

/** Uploads shipping information (`/wxa/sec/order/upload_shipping_info`). Codes are the platform's errcodes. */
export function createWechatShipping(config: WechatConfig, deps: WechatDeps): ShippingGateway {
  const api = createMiniProgramApi(config, deps);
  return {
    async upload({ paymentId, payer, kind, goods, at }) {
      const answer = await api.callWithToken("/wxa/sec/order/upload_shipping_info", {
        order_key: { order_number_type: byOwnNumber, mchid: config.pay.mchId, out_trade_no: paymentId },
        logistics_type: logistics[kind],
        delivery_mode: wholeDelivery,
        shipping_list: [{ item_desc: shorten(goods, 120) }],
        upload_time: chinaMilliseconds(at),
        payer: { openid: payer },
      });
      if (answer.ok) return ok("shipped");
      const failure = answer.error;
      return failure.kind === "refused" && alreadyShipped.includes(failure.errcode)
        ? ok("alreadyShipped")
        : err(shippingError(failure));
    },
  };
}

function shippingError(failure: ApiFailure): ShippingError {
  if (failure.kind !== "refused")
    return { kind: "shippingLater", code: failure.kind, detail: failure.detail };
  const { errcode, detail } = failure;
  if (errcode === tooSoon) return { kind: "shippingTooSoon", code: String(errcode), detail };
  const kind = later.includes(errcode) ? "shippingLater" : "shippingRefused";
  return { kind, code: String(errcode), detail };
}

/** "2026-11-22T12:05:09.120+08:00": this interface wants the milliseconds. */
const chinaMilliseconds = (at: number): string =>
  `${new Date(at + 8 * hour).toISOString().slice(0, 23)}+08:00`;
