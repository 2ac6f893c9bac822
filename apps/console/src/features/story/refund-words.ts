import { isId, type Words } from "@sanqi/kernel";
import { orderEndedKey } from "@sanqi/orders";

/** What a refund is for, by its key; keys of other makers are told by their reason alone. */
export function refundPurpose(key: string): Words {
  if (isId("afterSale", key)) return { zh: "售后退款", en: "Complaint" };
  if (key === orderEndedKey) return { zh: "订单结束退款", en: "Order ended" };
  return { zh: "退款", en: "Refund" };
}
