import { createHash } from "node:crypto";
import { billsSection } from "../bills/page-section.ts";
import { defaultFaults } from "../faults.ts";
import type { World } from "../world.ts";
import { type Html, html, trusted, words } from "./html.ts";
import { messagesSection } from "./messages.ts";
import { paymentsSection, refundsSection } from "./payments.ts";
import { script } from "./script.ts";
import { style } from "./style.ts";
import { switchesSection } from "./switches.ts";

const digest = (text: string): string => `sha256-${createHash("sha256").update(text).digest("base64")}`;

const counted = (world: World, ...names: string[]): number =>
  names.reduce((sum, name) => sum + (world.state.counters.get(name) ?? 0), 0);

const figure = (value: number, zh: string, en: string): Html =>
  html`<div><b>${value}</b><span>${zh}</span><span>${en}</span></div>`;

function figures(world: World): Html {
  const { state } = world;
  return html`<div class="figures" id="figures">
${figure(state.wechatPayments.size + state.alipayTrades.size, "支付单", "payments")}
${figure(counted(world, "wechatPay.paid", "alipay.paid"), "已支付", "paid")}
${figure(counted(world, "wechatPay.refunds", "alipay.refunds"), "退款", "refunds")}
${figure(counted(world, "messages.weapp", "messages.alipay", "messages.dd"), "消息", "messages")}
${figure(counted(world, "messages.weapp.refused", "messages.alipay.refused"), "未授权消息", "without consent")}
${figure(state.deliveries.size, "待确认通知", "unheard notices")}
</div>`;
}

/** The one script and the one style sheet that the page may run. */
export const policy = `default-src 'none'; connect-src 'self'; img-src data:; style-src '${digest(style)}'; script-src '${digest(script)}'; form-action 'self'; base-uri 'none'`;

/** The sandbox's page; `query` narrows it to some people. */
export function page(world: World, query: string): string {
  return html`<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1,viewport-fit=cover">
<title>三栖沙箱 Sanqi sandbox</title><link rel="icon" href="data:,">
<style>${trusted(style)}</style></head>
<body data-standard="${JSON.stringify(defaultFaults())}">
<div class="top"><div><h1>${words("三栖沙箱", "Sandbox")}</h1>
<form><input type="search" name="person" value="${query}" placeholder="查找 find" aria-label="按用户查找 find a person"></form>
<nav><a href="#messages">${words("消息", "Messages")}</a><a href="#payments">${words("支付", "Payments")}</a><a href="#refunds">${words("退款", "Refunds")}</a><a href="#bills">${words("账单", "Bills")}</a><a href="#switches">${words("开关", "Switches")}</a></nav></div></div>
${figures(world)}
<main>${messagesSection(world, query)}<div class="stack">${paymentsSection(world, query)}${refundsSection(world)}${billsSection(world)}</div><div class="side">${switchesSection(world)}</div></main>
<p id="told" role="status"></p>
<script>${trusted(script)}</script></body></html>`.markup;
}
