import type { AfterSaleId, Fen, OrderId, ShopId } from "@sanqi/kernel";
import type { Handover, OrderLine } from "./order.ts";
import type { AfterSaleView, OrderView } from "./order-views.ts";

/** A complaint as kitchen and operators see it: the order's number and lines, nothing about the person. */
export type AfterSaleCase = {
  readonly afterSaleId: AfterSaleId;
  readonly orderId: OrderId;
  readonly orderNo: string;
  readonly shopId: ShopId;
  readonly shopName: string;
  readonly placeName: string;
  readonly handover: Handover;
  readonly hasRider: boolean;
  readonly deliveredAt: number | null;
  readonly promise: { readonly earliest: number; readonly latest: number };
  readonly lines: readonly OrderLine[];
  readonly paidLines: OrderView["paidLines"];
  readonly totalFen: Fen;
  readonly afterSale: AfterSaleView;
  /** From then on the kitchen is not waited for. Epoch ms. */
  readonly answerBy: number;
};
