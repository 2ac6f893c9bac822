import { BulbOutlined, FileSearchOutlined, RightOutlined, TranslationOutlined } from "@ant-design/icons";
import { isId, type Words } from "@sanqi/kernel";
import type { ReactNode } from "react";
import type { Language, Say } from "../../ui/language.tsx";
import type { OrderRow } from "../orders/use-orders.ts";
import { pages } from "../shell/pages.tsx";

export type Entry = {
  readonly key: string;
  readonly group: string;
  readonly icon: ReactNode;
  readonly label: string;
  readonly note?: ReactNode;
  readonly run: () => void;
};

type Desk = {
  say: Say;
  language: Language;
  dark: boolean;
  go: (path: string) => void;
  toggleLanguage: () => void;
  toggleDark: () => void;
};

/** What stands a step behind the navigation, found by name only. */
const partsOfPages: readonly { key: string; name: Words }[] = [
  { key: "money/statement", name: { zh: "对账单（商家、骑手）", en: "Statements" } },
  { key: "money/payouts", name: { zh: "发薪", en: "Pay-outs" } },
  { key: "money/terms", name: { zh: "佣金和骑手约定", en: "Terms: commission, rider pay" } },
  { key: "money/receivers", name: { zh: "分账账户", en: "Share receivers" } },
  { key: "operations/events", name: { zh: "停放的事件", en: "Parked events" } },
  { key: "operations/consumers", name: { zh: "各消费者进度", en: "Lag per consumer" } },
  { key: "operations/breakers", name: { zh: "外部服务（断路器）", en: "Services outside, breakers" } },
  { key: "operations/sagas", name: { zh: "退款与关单流程", en: "Refunds and closings, sagas" } },
  { key: "operations/jobs", name: { zh: "定时作业", en: "Jobs" } },
  { key: "operations/messages", name: { zh: "不确定的消息", en: "Messages of unknown outcome" } },
];

/** Pages and switches whose Chinese or English name holds the text. */
export function deskEntries(text: string, desk: Desk): Entry[] {
  const { say } = desk;
  const wanted = text.trim().toLowerCase();
  const has = (...names: string[]) => names.some((name) => name.toLowerCase().includes(wanted));
  const toPages = pages
    .filter((page) => has(page.name.zh, page.name.en, page.key))
    .map((page) => ({
      key: page.key,
      group: say("页面", "Pages"),
      icon: page.icon,
      label: say(page.name),
      note: page.name[desk.language === "zh" ? "en" : "zh"],
      run: () => desk.go(page.path),
    }));
  const toParts = partsOfPages
    .filter((part) => wanted !== "" && has(part.name.zh, part.name.en))
    .map((part) => ({
      key: part.key,
      group: say("页面", "Pages"),
      icon: <RightOutlined />,
      label: say(part.name),
      note: part.name[desk.language === "zh" ? "en" : "zh"],
      run: () => desk.go(`/${part.key}`),
    }));
  const switches: Entry[] = [];
  if (has("切换语言", "language english 中文")) {
    const label = desk.language === "zh" ? "Switch to English" : "切换到中文";
    const group = say("操作", "Actions");
    switches.push({ key: "language", group, icon: <TranslationOutlined />, label, run: desk.toggleLanguage });
  }
  if (has("切换深色浅色外观", "dark light appearance")) {
    const label = desk.dark ? say("切换到浅色", "Light appearance") : say("切换到深色", "Dark appearance");
    const group = say("操作", "Actions");
    switches.push({ key: "dark", group, icon: <BulbOutlined />, label, run: desk.toggleDark });
  }
  return [...toPages, ...toParts, ...switches];
}

/** A whole order id, pasted from a log, opens that order on whatever day it was. */
export const pastedOrder = (text: string, { say, go }: Pick<Desk, "say" | "go">): Entry[] => {
  const orderId = text.trim();
  if (!isId("order", orderId)) return [];
  const group = say("订单", "Orders");
  const label = say(`打开订单 ${orderId}`, `Open order ${orderId}`);
  return [{ key: orderId, group, icon: <FileSearchOutlined />, label, run: () => go(`/orders/${orderId}`) }];
};

export const orderEntries = (
  rows: readonly OrderRow[],
  { say, go, note }: Pick<Desk, "say" | "go"> & { note: (row: OrderRow) => ReactNode },
): Entry[] =>
  rows.map((row) => ({
    key: row.orderId,
    group: say("订单", "Orders"),
    icon: <FileSearchOutlined />,
    label: `${row.orderNo} · ${row.shopName} → ${row.placeName}`,
    note: note(row),
    run: () => go(`/orders/${row.orderId}`),
  }));
