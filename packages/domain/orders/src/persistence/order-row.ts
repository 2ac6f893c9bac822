import {
  type AccountId,
  type CampusId,
  type CouponId,
  type DishId,
  fen,
  type Host,
  type OrderId,
  type PaymentId,
  type PlaceId,
  type ShopId,
  type TableId,
} from "@sanqi/kernel";
import type {
  AfterSale,
  Fulfilment,
  Handover,
  Order,
  OrderDiscount,
  OrderLine,
  OrderPayment,
  OrderRefund,
} from "../domain/index.ts";

/** A row of `orders` as the database gives it, with its lines gathered. Ids were branded when they were written. */
export type OrderRow = {
  campusId: CampusId;
  orderId: OrderId;
  orderNo: string;
  version: number;
  accountId: AccountId;
  host: Host;
  shopId: ShopId;
  shopName: string;
  shopNameEn: string;
  shopLon: number;
  shopLat: number;
  placeId: PlaceId | null;
  placeName: string;
  placeNameEn: string;
  placeLon: number;
  placeLat: number;
  goodsFen: number;
  packingFen: number;
  deliveryFeeFen: number;
  discountFen: number;
  totalFen: number;
  handover: Handover;
  tableId: TableId | null;
  slotFromAt: number | null;
  slotToAt: number | null;
  byPhone: boolean;
  discounts: readonly OrderDiscount[];
  couponIds: readonly CouponId[];
  refunds: readonly OrderRefund[];
  afterSale: AfterSale | null;
  note: string;
  cutlery: number;
  contactPhone: string | null;
  pickupCode: string;
  fulfilment: Fulfilment;
  payment: OrderPayment;
  paidBy: PaymentId | null;
  riderId: AccountId | null;
  riderName: string | null;
  promiseEarliest: number;
  promiseLatest: number;
  refusal: string | null;
  placedAt: number;
  payBy: number;
  paidAt: number | null;
  acceptBy: number | null;
  unacceptedAt: number | null;
  acceptedAt: number | null;
  deliveredAt: number | null;
  urgedAt: number | null;
  lines: readonly {
    dishId: DishId;
    name: string;
    nameEn: string;
    art: string;
    choices: OrderLine["choices"];
    quantity: number;
    unitFen: number;
    totalFen: number;
  }[];
};

export function toOrder(row: OrderRow): Order {
  return {
    campusId: row.campusId,
    orderId: row.orderId,
    orderNo: row.orderNo,
    version: row.version,
    accountId: row.accountId,
    host: row.host,
    shop: {
      shopId: row.shopId,
      name: row.shopName,
      nameEn: row.shopNameEn,
      point: [row.shopLon, row.shopLat],
    },
    place: {
      placeId: row.placeId,
      name: row.placeName,
      nameEn: row.placeNameEn,
      point: [row.placeLon, row.placeLat],
    },
    lines: row.lines.map((line) => ({ ...line, unitFen: fen(line.unitFen), totalFen: fen(line.totalFen) })),
    amounts: {
      goodsFen: fen(row.goodsFen),
      packingFen: fen(row.packingFen),
      deliveryFeeFen: fen(row.deliveryFeeFen),
      discountFen: fen(row.discountFen),
      totalFen: fen(row.totalFen),
    },
    handover: row.handover,
    tableId: row.tableId,
    slot:
      row.slotFromAt === null || row.slotToAt === null ? null : { from: row.slotFromAt, to: row.slotToAt },
    byPhone: row.byPhone,
    discounts: row.discounts,
    couponIds: row.couponIds,
    refunds: row.refunds,
    afterSale: row.afterSale,
    note: row.note,
    cutlery: row.cutlery,
    contactPhone: row.contactPhone,
    pickupCode: row.pickupCode,
    fulfilment: row.fulfilment,
    payment: row.payment,
    paidBy: row.paidBy,
    rider: row.riderId ? { accountId: row.riderId, name: row.riderName ?? "" } : null,
    promise: { earliest: row.promiseEarliest, latest: row.promiseLatest },
    refusal: row.refusal,
    placedAt: row.placedAt,
    payBy: row.payBy,
    paidAt: row.paidAt,
    acceptBy: row.acceptBy,
    unacceptedAt: row.unacceptedAt,
    acceptedAt: row.acceptedAt,
    deliveredAt: row.deliveredAt,
    urgedAt: row.urgedAt,
  };
}

/** The columns of `orders` that an order fills; keys are camelCase, as the connection translates them. */
export const toRow = (order: Order) => ({
  campusId: order.campusId,
  orderId: order.orderId,
  orderNo: order.orderNo,
  version: order.version,
  accountId: order.accountId,
  host: order.host,
  shopId: order.shop.shopId,
  shopName: order.shop.name,
  shopNameEn: order.shop.nameEn,
  shopLon: order.shop.point[0],
  shopLat: order.shop.point[1],
  placeId: order.place.placeId,
  placeName: order.place.name,
  placeNameEn: order.place.nameEn,
  placeLon: order.place.point[0],
  placeLat: order.place.point[1],
  goodsFen: order.amounts.goodsFen,
  packingFen: order.amounts.packingFen,
  deliveryFeeFen: order.amounts.deliveryFeeFen,
  discountFen: order.amounts.discountFen,
  totalFen: order.amounts.totalFen,
  handover: order.handover,
  tableId: order.tableId,
  slotFromAt: order.slot?.from ?? null,
  slotToAt: order.slot?.to ?? null,
  byPhone: order.byPhone,
  note: order.note,
  cutlery: order.cutlery,
  contactPhone: order.contactPhone,
  pickupCode: order.pickupCode,
  fulfilment: order.fulfilment,
  payment: order.payment,
  promiseEarliest: order.promise.earliest,
  promiseLatest: order.promise.latest,
  placedAt: order.placedAt,
  payBy: order.payBy,
});
