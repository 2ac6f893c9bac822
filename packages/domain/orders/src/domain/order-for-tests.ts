import { type AccountId, fen, type OrderId, toId } from "@sanqi/kernel";
import type { Actor, Order } from "./order.ts";

const id = <K extends Parameters<typeof toId>[0]>(kind: K, prefix: string, n: number) =>
  toId(kind, `${prefix}_${String(n).padStart(20, "0")}`);

export const someone = (n: number): AccountId => id("account", "acc", n);
export const shopId = id("shop", "shp", 1);
export const kitchen: Actor = { kind: "merchant", accountId: someone(90), name: "何阿姨", shopIds: [shopId] };
export const rider = (n = 80): Actor => ({ kind: "rider", accountId: someone(n), name: `骑手${n}` });
export const student: Actor = { kind: "student", accountId: someone(1) };

/** A placed order of 2,300 fen; tests change what they are about. */
export function anOrder(over: Partial<Order> = {}): Order {
  const dishId = id("dish", "dsh", 1);
  return {
    campusId: id("campus", "cmp", 1),
    orderId: id("order", "ord", 1) as OrderId,
    orderNo: "A001",
    version: 1,
    accountId: someone(1),
    host: "weapp",
    shop: { shopId, name: "川味小馆", nameEn: "Sichuan", point: [120, 30] },
    place: { placeId: id("place", "plc", 1), name: "1 号楼", nameEn: "No. 1", point: [120.001, 30.001] },
    lines: [
      {
        dishId,
        name: "盖饭",
        nameEn: "Rice",
        art: "rice",
        choices: [],
        quantity: 2,
        unitFen: fen(1000),
        totalFen: fen(2000),
      },
    ],
    amounts: {
      goodsFen: fen(2000),
      packingFen: fen(100),
      deliveryFeeFen: fen(200),
      discountFen: fen(0),
      totalFen: fen(2300),
    },
    handover: "delivery",
    tableId: null,
    slot: null,
    byPhone: false,
    discounts: [],
    couponIds: [],
    refunds: [],
    afterSale: null,
    note: "",
    cutlery: 1,
    contactPhone: null,
    pickupCode: "4711",
    fulfilment: "placed",
    payment: "unpaid",
    paidBy: null,
    rider: null,
    promise: { earliest: 2_000_000, latest: 2_600_000 },
    refusal: null,
    placedAt: 1_000_000,
    payBy: 1_900_000,
    paidAt: null,
    acceptBy: null,
    unacceptedAt: null,
    acceptedAt: null,
    deliveredAt: null,
    urgedAt: null,
    ...over,
  };
}
