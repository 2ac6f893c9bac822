import { minute, type Words } from "@sanqi/kernel";
import type { Tone } from "../../ui/pill.tsx";
import type { ConsumerLag } from "./use-failed-events.ts";

type GroupWords = { readonly name: Words; readonly grows: Words };

const groups: Readonly<Record<string, GroupWords>> = {
  own: {
    name: { zh: "订单、钱和账", en: "Orders, money, books" },
    grows: {
      zh: "变长说明后台进程停了、数据库太忙，或支付平台在拖；先看“作业”里有几个后台进程，再看“外部服务”",
      en: "Where it grows, no worker runs, the database is busy, or a payment platform drags: look at the workers under “Jobs”, then at the services outside",
    },
  },
  weapp: {
    name: { zh: "微信通知", en: "WeChat messages" },
    grows: {
      zh: "变长只影响微信通知，不影响下单和付款；微信恢复后按顺序补发",
      en: "Where it grows, only WeChat messages are late; they are sent in order once WeChat is well",
    },
  },
  alipay: {
    name: { zh: "支付宝通知", en: "Alipay messages" },
    grows: {
      zh: "变长只影响支付宝通知，不影响下单和付款；支付宝恢复后按顺序补发",
      en: "Where it grows, only Alipay messages are late; they are sent in order once Alipay is well",
    },
  },
  dd: {
    name: { zh: "钉钉通知", en: "DingTalk messages" },
    grows: {
      zh: "变长影响钉钉通知和辅导员的关怀提醒；等太久就先电话告知辅导员",
      en: "Where it grows, DingTalk messages and counselors' care alerts are late; call a counselor where it takes long",
    },
  },
};
const order = Object.keys(groups);

const unnamed: GroupWords = {
  name: { zh: "没有进程在处理", en: "No process handles these" },
  grows: {
    zh: "属于别的版本：升级当中会短暂出现；升级完还在这里，就交给值班工程师",
    en: "Of another release: seen for a moment during an upgrade; what stays goes to the engineer on duty",
  },
};

export type LagGroup = GroupWords & { readonly key: string; readonly consumers: readonly ConsumerLag[] };

/** Consumers by who shares a reader: our own first, then each platform, then what nobody handles; the worst first in each. */
export function lagGroups(lag: readonly ConsumerLag[]): LagGroup[] {
  const keyed = Map.groupBy(lag, ({ group }) => group ?? "");
  const rank = (key: string) =>
    key === "" ? order.length + 1 : (order.indexOf(key) + order.length) % order.length;
  return [...keyed]
    .sort(([a], [b]) => rank(a) - rank(b) || a.localeCompare(b))
    .map(([key, consumers]) => ({
      key,
      ...(key === "" ? unnamed : (groups[key] ?? { ...unnamed, name: { zh: key, en: key } })),
      consumers: consumers.toSorted(
        (a, b) => b.parked - a.parked || b.oldestMs - a.oldestMs || a.consumer.localeCompare(b.consumer),
      ),
    }));
}

/** Behind by more than this, people notice. */
const slowAfter = minute;

export type LagState = Words & { readonly tone: Tone; readonly todo: Words | null };

/** What a consumer's figures mean, and what to do about it. */
export function lagState({ parked, held, oldestMs }: ConsumerLag): LagState {
  if (parked > 0)
    return {
      ...{ zh: "有停放", en: "Parked", tone: "danger" },
      todo: { zh: "到“事件”看原因，排除后重放", en: "Under “Events”, read the cause, mend it, replay" },
    };
  if (held > 0)
    return {
      ...{ zh: "等轮到", en: "Waits its turn", tone: "warning" },
      todo: {
        zh: "不用动手：对方恢复后按顺序处理，一件不丢",
        en: "Nothing: handled in order once the other side is well, none is lost",
      },
    };
  if (oldestMs > slowAfter)
    return {
      ...{ zh: "积压", en: "Behind", tone: "warning" },
      todo: {
        zh: "只有它慢：多半在等重试，看“事件”；都慢：后台进程没在运行或数据库太忙",
        en: "Where only this one is slow it waits for a try, see “Events”; where all are, no worker runs or the database is busy",
      },
    };
  return { zh: "正常", en: "Fine", tone: "success", todo: null };
}
