import { alipayTime } from "../beijing-time.ts";
import type { Letter, NotifyChannel } from "../notification/notifier.ts";
import { noteAttempt } from "../notification/notify-record.ts";
import { rsaSign } from "../signing.ts";
import type { AlipayRefund, AlipayTrade } from "../state/records.ts";
import type { World } from "../world.ts";
import { yuan } from "./amount.ts";
import { signText } from "./signature.ts";
import { buyerFields, refundedFen, tradeChannel } from "./trade.ts";

export const refundNoticeChannel = "alipay/refund";

const m = 60_000;
const h = 60 * m;
/** Seven more attempts (alipay.md 5b). */
export const alipaySchedule = [4 * m, 10 * m, 10 * m, h, 2 * h, 6 * h, 15 * h];

type Fields = Record<string, string>;

function fieldsOf(world: World, trade: AlipayTrade, notifyId: string): Fields {
  const amount = yuan(trade.amountFen);
  return {
    notify_time: alipayTime(world.clock.now()),
    notify_type: "trade_status_sync",
    notify_id: notifyId,
    app_id: trade.appId,
    auth_app_id: trade.appId,
    charset: "utf-8",
    version: "1.0",
    trade_no: trade.tradeNo,
    out_trade_no: trade.outTradeNo,
    trade_status: "TRADE_SUCCESS",
    total_amount: amount,
    receipt_amount: amount,
    buyer_pay_amount: amount,
    invoice_amount: amount,
    point_amount: "0.00",
    ...(buyerFields(world, trade, "buyer_id") as Fields),
    seller_id: world.secrets.alipay.sellerId,
    seller_email: "canteen@sandbox.example",
    subject: trade.subject,
    gmt_create: alipayTime(trade.createdAt),
    gmt_payment: alipayTime(trade.paidAt ?? trade.createdAt),
    fund_bill_list: JSON.stringify([{ amount, fundChannel: "ALIPAYACCOUNT" }]),
    ...(trade.body === null ? {} : { body: trade.body }),
    ...(trade.passbackParams === null ? {} : { passback_params: trade.passbackParams }),
  };
}

/** Signed without sign and sign_type; what becomes of empty fields is a switch, because the sources disagree. */
function letterOf(world: World, url: string, fields: Fields): Letter {
  const { alipayEmptyFields } = world.state.faults;
  const all: Fields = alipayEmptyFields === "absent" ? fields : { ...fields, voucher_detail_list: "" };
  const text =
    alipayEmptyFields === "signed"
      ? Object.keys(all)
          .sort()
          .map((name) => `${name}=${all[name]}`)
          .join("&")
      : signText(all, ["sign_type"]);
  const form = new URLSearchParams({ ...all, sign_type: "RSA2", sign: rsaSign(text, world.keys.alipay) });
  return {
    url,
    body: form.toString(),
    headers: {
      "content-type": "application/x-www-form-urlencoded; charset=utf-8",
      "user-agent": "Mozilla/4.0",
    },
  };
}

/** HTTP 200 and exactly the seven bytes "success". */
const heard: NotifyChannel["heard"] = ({ status, body }) => status === 200 && body === "success";

/** Only TRADE_SUCCESS is told; timeouts, closes and full refunds have to be asked for (alipay.md 5b). */
export function tradeNotices(world: World): NotifyChannel {
  return {
    schedule: alipaySchedule,
    letters(outTradeNo) {
      const trade = world.state.alipayTrades.get(outTradeNo);
      if (trade === undefined || trade.notifyUrl === null || trade.paidAt === null) return null;
      return [letterOf(world, trade.notifyUrl, fieldsOf(world, trade, trade.notify.id))];
    },
    heard,
    noted(outTradeNo, attempt) {
      const trade = world.state.alipayTrades.get(outTradeNo);
      if (trade !== undefined) noteAttempt(world, trade.notify, attempt);
    },
  };
}

function refundOf(
  world: World,
  subject: string,
): { trade: AlipayTrade; refund: AlipayRefund; url: string } | null {
  const slash = subject.indexOf("/");
  const trade = world.state.alipayTrades.get(subject.slice(0, slash));
  const refund = trade?.refunds.find((one) => one.requestNo === subject.slice(slash + 1));
  return trade === undefined || refund === undefined || trade.notifyUrl === null
    ? null
    : { trade, refund, url: trade.notifyUrl };
}

/** The unconfirmed second TRADE_SUCCESS after a partial refund; it carries refund_fee. */
export function refundNotices(world: World): NotifyChannel {
  return {
    schedule: alipaySchedule,
    letters(subject) {
      const found = refundOf(world, subject);
      if (found === null) return null;
      const { trade, refund, url } = found;
      return [
        letterOf(world, url, {
          ...fieldsOf(world, trade, refund.notifyId),
          refund_fee: yuan(refundedFen(trade)),
          gmt_refund: `${alipayTime(refund.at)}.000`,
          out_biz_no: refund.requestNo,
        }),
      ];
    },
    heard,
    noted: () => {},
  };
}

export function registerAlipayNotices(world: World): void {
  world.notifier.register(tradeChannel, tradeNotices(world));
  world.notifier.register(refundNoticeChannel, refundNotices(world));
}
