import { rfc3339 } from "../beijing-time.ts";
import type { Letter, NotifyChannel } from "../notification/notifier.ts";
import { noteAttempt } from "../notification/notify-record.ts";
import { gcmSeal, token } from "../signing.ts";
import { count } from "../state/state.ts";
import type { World } from "../world.ts";
import { paymentChannel } from "./payment.ts";
import { refundChannel } from "./refund-settlement.ts";
import { refundNoticeOf } from "./refund-view.ts";
import { signatureHeaders } from "./signed-answer.ts";
import { transactionOf } from "./transaction.ts";

const s = 1_000;
const m = 60 * s;
const h = 60 * m;

/** 15 more attempts (wechat.md 8). */
export const wechatPaySchedule = [
  15 * s,
  15 * s,
  30 * s,
  3 * m,
  10 * m,
  20 * m,
  30 * m,
  30 * m,
  30 * m,
  60 * m,
  3 * h,
  3 * h,
  3 * h,
  6 * h,
  6 * h,
];

type Event = {
  id: string;
  at: number;
  eventType: string;
  originalType: string;
  summary: string;
  resource: unknown;
};

function letterOf(world: World, url: string, event: Event): Letter {
  const nonce = token(12);
  const { originalType } = event;
  const text = JSON.stringify(event.resource);
  const body = JSON.stringify({
    id: event.id,
    create_time: rfc3339(event.at),
    resource_type: "encrypt-resource",
    event_type: event.eventType,
    summary: event.summary,
    resource: {
      original_type: originalType,
      algorithm: "AEAD_AES_256_GCM",
      ciphertext: gcmSeal({ text, key: world.secrets.wechatPay.apiV3Key, nonce, aad: originalType }),
      associated_data: originalType,
      nonce,
    },
  });
  return {
    url,
    body,
    headers: {
      "content-type": "application/json",
      "user-agent": "Mozilla/4.0",
      ...signatureHeaders(world, body),
    },
  };
}

/** WeChat Pay sometimes sends a signature that must fail, to see whether it is checked (wechat.md 8). */
function withProbe(world: World, letter: Letter): Letter[] {
  if (!world.state.faults.wechatSignTest) return [letter];
  count(world.state, "wechatPay.signTestsSent");
  const signature = `WECHATPAY/SIGNTEST/${letter.headers["wechatpay-signature"]}`;
  return [{ ...letter, headers: { ...letter.headers, "wechatpay-signature": signature } }, letter];
}

const heard: NotifyChannel["heard"] = ({ status }) => status === 200 || status === 204;

export function paymentNotices(world: World): NotifyChannel {
  return {
    schedule: wechatPaySchedule,
    letters(outTradeNo) {
      const payment = world.state.wechatPayments.get(outTradeNo);
      if (payment === undefined || payment.paidAt === null) return null;
      const resource = transactionOf(world, payment, "SUCCESS");
      return withProbe(
        world,
        letterOf(world, payment.notifyUrl, {
          id: payment.notify.id,
          at: payment.paidAt,
          eventType: "TRANSACTION.SUCCESS",
          originalType: "transaction",
          summary: "支付成功",
          resource,
        }),
      );
    },
    heard,
    noted(outTradeNo, attempt) {
      const payment = world.state.wechatPayments.get(outTradeNo);
      if (payment !== undefined) noteAttempt(world, payment.notify, attempt);
    },
  };
}

export function refundNotices(world: World): NotifyChannel {
  return {
    schedule: wechatPaySchedule,
    letters(outRefundNo) {
      const refund = world.state.wechatRefunds.get(outRefundNo);
      if (refund === undefined || refund.notifyUrl === null || refund.state === "PROCESSING") return null;
      const letter = letterOf(world, refund.notifyUrl, {
        id: refund.notify.id,
        at: refund.successAt ?? refund.createdAt,
        eventType: `REFUND.${refund.state}`,
        originalType: "refund",
        summary: refund.state === "SUCCESS" ? "退款成功" : "退款异常或关闭",
        resource: refundNoticeOf(world, refund),
      });
      return withProbe(world, letter);
    },
    heard,
    noted(outRefundNo, attempt) {
      const refund = world.state.wechatRefunds.get(outRefundNo);
      if (refund !== undefined) noteAttempt(world, refund.notify, attempt);
    },
  };
}

export function registerWechatPayNotices(world: World): void {
  world.notifier.register(paymentChannel, paymentNotices(world));
  world.notifier.register(refundChannel, refundNotices(world));
}
