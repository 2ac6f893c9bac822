import type { Words } from "@sanqi/kernel";

/** The two ways in which money reaches us; DingTalk pays by Alipay. */
export const channelWords: Readonly<Record<"wechatPay" | "alipay", Words>> = {
  wechatPay: { zh: "微信支付", en: "WeChat Pay" },
  alipay: { zh: "支付宝", en: "Alipay" },
};
