import type { PaymentAction } from "../admin/payment-actions.ts";
import { alipayTradeView, type PaymentView, refundViews, wechatPaymentView } from "../admin/payment-view.ts";
import { alipayTime } from "../beijing-time.ts";
import type { World } from "../world.ts";
import { type Html, html, words } from "./html.ts";

const shown = 60;

const stateWords: Record<string, readonly [zh: string, en: string, tone: string]> = {
  NOTPAY: ["待支付", "unpaid", "wait"],
  WAIT_BUYER_PAY: ["待支付", "unpaid", "wait"],
  SUCCESS: ["已支付", "paid", "good"],
  TRADE_SUCCESS: ["已支付", "paid", "good"],
  TRADE_FINISHED: ["已完结", "finished", "good"],
  REFUND: ["转入退款", "refunded", "back"],
  CLOSED: ["已关闭", "closed", "off"],
  TRADE_CLOSED: ["已关闭", "closed", "off"],
  PROCESSING: ["处理中", "processing", "wait"],
  ABNORMAL: ["异常", "abnormal", "bad"],
};

const channelMarks = {
  wechatPay: ["weapp", "微信支付", "WeChat Pay"],
  alipay: ["alipay", "支付宝", "Alipay"],
} as const;

const planWords: Record<string, string> = {
  normal: "正常通知 normal",
  twice: "通知两次 twice",
  late: "延迟通知 late",
  never: "不通知 never",
};

export const money = (fen: number): string => `¥${(fen / 100).toFixed(2)}`;

const pill = (state: string): Html => {
  const [zh, en, tone] = stateWords[state] ?? [state, "", "off"];
  return html`<span class="pill ${tone}" title="${state}">${zh} <em>${en}</em></span>`;
};

const button = (payment: PaymentView, action: PaymentAction, zh: string, en: string): Html => html`<button
  type="button" data-act="${`/admin/payments/${payment.channel}/${encodeURIComponent(payment.outTradeNo)}/${action}`}"
  class="${action}" title="${en}">${zh}<em>${en}</em></button>`;

function buttons(payment: PaymentView): Html {
  const paid = payment.paidAt !== null;
  return html`<div class="buttons">
  ${payment.open ? [button(payment, "pay", "支付成功", "pay"), button(payment, "fail", "失败", "fail")] : null}
  ${paid ? button(payment, "notify", "再次通知", "notify") : null}
  ${
    paid || payment.open
      ? [
          button(payment, "notify-twice", "通知两次", "twice"),
          button(payment, "notify-late", "延迟通知", "late"),
          button(payment, "never-notify", "不通知", "never"),
        ]
      : null
  }
</div>`;
}

function notified({ notify, paidAt }: PaymentView): Html {
  const plan = planWords[notify.mode] ?? notify.mode;
  if (paidAt === null) return html`<p class="fine">付款后 after paying: ${plan}</p>`;
  const heard = notify.acknowledgedAt !== null;
  return html`<p class="fine ${heard ? "heard" : "unheard"}">${heard ? "✓ 商户已确认 acknowledged" : "… 商户未确认 not acknowledged"} · ${notify.attempts}× · ${plan}${notify.lastAnswer === null || heard ? "" : ` · ${notify.lastAnswer}`}</p>`;
}

const card = (payment: PaymentView): Html => html`
<article class="payment">
  <header><b class="chip ${channelMarks[payment.channel][0]}">${channelMarks[payment.channel][1]}</b><span class="who">${payment.payer}</span>${pill(payment.state)}</header>
  <p class="sum"><strong>${money(payment.amountFen)}</strong><span>${payment.title}</span></p>
  <p class="fine"><code>${payment.outTradeNo}</code> · ${alipayTime(payment.createdAt).slice(5)}${payment.refundedFen > 0 ? ` · 已退 ${money(payment.refundedFen)} refunded` : ""}${payment.failedAttempts > 0 ? ` · 失败 ${payment.failedAttempts} 次` : ""}</p>
  ${notified(payment)}
  ${buttons(payment)}
</article>`;

/** The newest payments of both platforms. */
export function newestPayments(world: World, query: string): PaymentView[] {
  const wechat = [...world.state.wechatPayments.values()]
    .filter((one) => one.person.includes(query))
    .slice(-shown);
  const alipay = [...world.state.alipayTrades.values()]
    .filter((one) => one.person.includes(query))
    .slice(-shown);
  return [
    ...wechat.map((one) => wechatPaymentView(world, one)),
    ...alipay.map((one) => alipayTradeView(world, one)),
  ]
    .sort((a, b) => b.createdAt - a.createdAt)
    .slice(0, shown);
}

export function paymentsSection(world: World, query: string): Html {
  const total = world.state.wechatPayments.size + world.state.alipayTrades.size;
  const payments = newestPayments(world, query);
  return html`
<section class="panel" id="payments">
  <h2>${words("支付", "Payments")}<small>${total} 笔</small></h2>
  ${payments.length === 0 ? html`<p class="empty">还没有支付<br>No payments yet</p>` : null}
  ${payments.map(card)}
  ${total > payments.length && query === "" ? html`<p class="more">只显示最近 ${payments.length} 笔 newest ${payments.length} only</p>` : null}
</section>`;
}

export function refundsSection(world: World): Html {
  const refunds = refundViews(world).sort((a, b) => b.at - a.at);
  return html`
<section class="panel" id="refunds">
  <h2>${words("退款", "Refunds")}<small>${refunds.length} 笔</small></h2>
  ${refunds.length === 0 ? html`<p class="empty">还没有退款<br>No refunds yet</p>` : null}
  ${refunds.slice(0, shown).map(
    (refund) => html`
<article class="payment">
  <header><b class="chip ${channelMarks[refund.channel][0]}">${channelMarks[refund.channel][1]}</b><span class="who">${refund.reason ?? "—"}</span>${
    refund.state === "SUCCESS"
      ? html`<span class="pill back">已退款 <em>refunded</em></span>`
      : pill(refund.state)
  }</header>
  <p class="sum"><strong>${money(refund.amountFen)}</strong><span class="fine"><code>${refund.refundNo}</code></span></p>
  <p class="fine">订单 for <code>${refund.outTradeNo}</code> · ${alipayTime(refund.at).slice(5)}</p>
</article>`,
  )}
</section>`;
}
