import { chinaClockText, chinaDay, second } from "@sanqi/kernel";
import type { Message, MessageKind } from "@sanqi/notifications";
import { shorten } from "@sanqi/outbound";

type Line = readonly [label: string, value: string];
type Wording = { readonly title: string; readonly button: string; readonly lines: readonly Line[] };

/** Labels of the lines of each kind, in their order: message value to words, Chinese first. */
export const dingtalkMessageFields = {
  "order-accepted": {
    shop: "商家 Shop",
    orderNo: "订单号 Order",
    eta: "预计送达 Expected",
    note: "备注 Note",
  },
  "order-picked-up": {
    shop: "商家 Shop",
    orderNo: "订单号 Order",
    rider: "骑手 Rider",
    eta: "预计送达 Expected",
  },
  "order-delivered": {
    shop: "商家 Shop",
    orderNo: "订单号 Order",
    place: "取餐地点 Place",
    at: "送达时间 Delivered",
  },
  "order-refunded": {
    shop: "商家 Shop",
    orderNo: "订单号 Order",
    amount: "退款金额 Amount",
    reason: "原因 Reason",
  },
  "care-alert": { department: "院系 Department", count: "待关注人数 Students", at: "时间 Time" },
} as const satisfies { [K in MessageKind]: Readonly<Record<string, string>> };

const titles: Readonly<Record<MessageKind, { readonly title: string; readonly button: string }>> = {
  "order-accepted": { title: "商家已接单 · Order accepted", button: "查看订单 View order" },
  "order-picked-up": { title: "骑手已取餐 · On its way", button: "查看订单 View order" },
  "order-delivered": { title: "订单已送达 · Delivered", button: "查看订单 View order" },
  "order-refunded": { title: "退款已到账 · Refunded", button: "查看订单 View order" },
  "care-alert": { title: "关怀提醒 · Care alert", button: "查看名单 View list" },
};

/** Keeps the whole message far below the platform's 2048 bytes. */
const valueLimit = 60;

/**
 * The `msg` of a work notification: an action card whose button opens the page in our own mini-program.
 * The platform drops a text that the same person had before on that day: the time of its first try makes every message's text
 * its own, and a repetition's the same.
 * @param sentAt epoch ms
 */
export function workNotification(message: Message, page: string, sentAt: number) {
  const { title, button, lines } = wording(message, sentAt);
  const markdown = [`### ${title}`, ...lines.map(([label, value]) => `**${label}**：${plain(value)}`)].join(
    "\n\n",
  );
  return {
    msgtype: "action_card",
    action_card: { title, markdown, single_title: button, single_url: `eapp://${page.replace(/^\//, "")}` },
  } as const;
}

function wording(message: Message, sentAt: number): Wording {
  const values: Readonly<Record<string, string | number>> = message;
  const lines = Object.entries(dingtalkMessageFields[message.kind])
    .map(([name, label]): Line => [label, String(values[name] ?? "")])
    .filter(([, value]) => value !== "");
  const seconds = String(Math.floor(sentAt / second) % 60).padStart(2, "0");
  const sent = `${chinaDay(sentAt)} ${chinaClockText(sentAt)}:${seconds}`;
  return { ...titles[message.kind], lines: [...lines, ["发送 Sent", sent]] };
}

const wide: Readonly<Record<string, string>> = {
  "[": "［",
  "]": "］",
  "(": "（",
  ")": "）",
  "<": "＜",
  ">": "＞",
  "*": "＊",
  "#": "＃",
  _: "＿",
  "~": "～",
  "!": "！",
  "`": "'",
};

/** Names and notes come from people: nothing in them may become a link or a heading. */
function plain(value: string): string {
  const line = value.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ").trim();
  return shorten(line, valueLimit).replace(/[[\]()<>*#_~!`]/g, (sign) => wide[sign] ?? sign);
}
