import type { Words } from "@sanqi/kernel";

/** What stands behind a breaker, and what becomes of people's things while it is open. */
type Meaning = {
  readonly what: Words;
  readonly affects: Words;
  readonly todo: Words;
};

const message = (zh: string, en: string): Meaning => ({
  what: { zh: `${zh}消息`, en: `Messages through ${en}` },
  affects: {
    zh: `${zh}通知排队等候，不会丢失也不会重复；小程序内的消息照常写入，下单和付款不受影响。`,
    en: `Notifications through ${en} wait in line, none is lost or doubled. The in-app inbox, orders and payments go on.`,
  },
  todo: {
    zh: `无需操作：恢复后按顺序自动发出，过时的不再提醒。若持续超过半小时，检查${zh}平台公告、应用密钥和服务器 IP 白名单。`,
    en: `Nothing: they are sent in order once it is well again; what is out of date is not rung for. If it lasts for more than half an hour, look at ${en}'s notices, the app's secret and the allowed server addresses.`,
  },
});

const payment = (zh: string, en: string): Meaning => ({
  what: { zh: `${zh}支付`, en: `Payment through ${en}` },
  affects: {
    zh: "顾客点付款时会被告知支付暂停，订单保留到付款截止时间；退款稍后自动发出。",
    en: "People are told that payment is paused and until when their order is kept; refunds are sent later by themselves.",
  },
  todo: {
    zh: `无需操作：平台应答后自动恢复。持续不恢复时检查${zh}平台公告和商户证书，并提醒前台可用另一平台的付款码。`,
    en: `Nothing: it resumes once the platform answers. If it does not, look at ${en}'s notices and the merchant certificate; a pay code works through the other platform.`,
  },
});

export const breakerMeanings = {
  "messages-weapp": message("微信", "WeChat"),
  "messages-alipay": message("支付宝", "Alipay"),
  "messages-dd": message("钉钉", "DingTalk"),
  "pay-wechat": payment("微信", "WeChat"),
  "pay-alipay": payment("支付宝", "Alipay"),
  "shipping-weapp": {
    what: { zh: "微信发货信息", en: "WeChat shipping information" },
    affects: {
      zh: "发货信息延后上传；超过数日未上传时微信会暂缓结算货款。",
      en: "Hand-overs are told to WeChat later; money is held back for what is not told within days.",
    },
    todo: {
      zh: "无需操作：恢复后自动补传。超过一天会另有告警。",
      en: "Nothing: they are uploaded once it is well again. After a day there is an alarm of its own.",
    },
  },
  redis: {
    what: { zh: "Redis 缓存", en: "The Redis cache" },
    affects: {
      zh: "订单页面直接读数据库，稍慢但不会过时；实时推送改为定期刷新。",
      en: "Order pages are read from the database: slower, never out of date. Live hints may fall back to polling.",
    },
    todo: {
      zh: "检查 Redis 是否在运行、内存是否已满；恢复后自动重新使用。",
      en: "See whether Redis runs and has memory left; it is used again by itself.",
    },
  },
} as const satisfies Record<string, Meaning>;

export type BreakerName = keyof typeof breakerMeanings;
