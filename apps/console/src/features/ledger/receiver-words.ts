import type { Words } from "@sanqi/kernel";
import type { Receiver } from "./use-ledger.ts";

export const partyWords: Readonly<Record<Receiver["party"], Words>> = {
  merchant: { zh: "商家", en: "Shop" },
  rider: { zh: "配送方", en: "Carrier" },
};

export const accountKindWords: Readonly<Record<Receiver["kind"], Words>> = {
  merchant: { zh: "商户号", en: "Merchant number" },
  userId: { zh: "支付宝用户号", en: "Alipay user id" },
  loginName: { zh: "支付宝登录名", en: "Alipay log-in name" },
};
