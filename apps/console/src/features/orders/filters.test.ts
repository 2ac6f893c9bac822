import { type Fen, fen, minute, toId } from "@sanqi/kernel";
import type { Stage } from "@sanqi/orders";
import { describe, expect, it } from "vitest";
import {
  applyFilters,
  countLanes,
  noFilters,
  type OrderFilters,
  readFilters,
  writeFilters,
} from "./filters.ts";
import type { OrderRow } from "./use-orders.ts";

/** 12:00 in China. */
const noon = Date.UTC(2026, 10, 22, 4);

function row(index: number, stage: Stage, change: Partial<OrderRow> = {}): OrderRow {
  return {
    orderId: toId("order", `ord_${String(index).padStart(20, "0")}`),
    orderNo: `A${100 + index}`,
    shopId: toId("shop", "shp_00000000000000000001"),
    shopName: "川味小馆",
    placeId: toId("place", "plc_00000000000000000001"),
    placeName: "沁园1号楼",
    handover: "delivery",
    slot: null,
    byPhone: false,
    afterSaleState: null,
    refundedFen: fen(0),
    host: "weapp",
    fulfilment: "placed",
    payment: "paid",
    stage,
    totalFen: fen(1800) as Fen,
    riderName: null,
    placedAt: noon - 20 * minute,
    deliveredAt: null,
    promise: { earliest: noon + 5 * minute, latest: noon + 15 * minute },
    version: 1,
    ...change,
  };
}

const today: OrderFilters = { day: "2026-11-22", ...noFilters };

describe("filters in the address", () => {
  const read = (query: string) => readFilters(new URLSearchParams(query), noon);

  it("means today and everything where nothing stands there", () => {
    expect(read("")).toEqual(today);
  });

  it("forgives what it does not understand", () => {
    expect(read("day=yesterday&stage=burnt&by=drone&with=love")).toEqual(today);
    expect(read("day=2026-13-45").day).toBe("2026-11-22");
  });

  it("comes back from the address as it went in", () => {
    const filters: OrderFilters = {
      day: "2026-11-20",
      lane: "late",
      handover: "table",
      mark: "afterSale",
      text: "沁园 & A1",
    };
    expect(readFilters(writeFilters(filters, noon), noon)).toEqual(filters);
  });

  it("leaves defaults out, so that a bookmark of today is still today tomorrow", () => {
    expect(writeFilters(today, noon).toString()).toBe("");
  });
});

describe("rows", () => {
  const late = { promise: { earliest: noon - 12 * minute, latest: noon - 2 * minute } };
  const rows = [
    row(1, "waitingForKitchen", late),
    row(2, "cooking", { riderName: "周师傅" }),
    row(3, "onTheWay", { ...late, shopName: "清真牛肉面" }),
    row(4, "completed", late),
    row(5, "refused"),
  ];

  it("counts every order in exactly one lane, and late ones once more", () => {
    const { late: lateCount, ...counts } = countLanes(rows, noon);
    expect(Object.values(counts).reduce((sum, n) => sum + n, 0)).toBe(rows.length);
    expect(counts).toMatchObject({ waitingForKitchen: 1, cooking: 1, onTheWay: 1, done: 1, ended: 1 });
    expect(lateCount).toBe(2);
  });

  it("finds by number, shop, place and rider, whatever the case", () => {
    const find = (text: string) => applyFilters(rows, { ...noFilters, text }, noon).map((r) => r.orderNo);
    expect(find("a102")).toEqual(["A102"]);
    expect(find("牛肉面")).toEqual(["A103"]);
    expect(find("周师傅")).toEqual(["A102"]);
    expect(find(" 沁园1号楼 ")).toHaveLength(5);
    expect(find("没有")).toEqual([]);
  });

  it("joins lane and text", () => {
    const numbers = (some: Partial<OrderFilters>) =>
      applyFilters(rows, { ...noFilters, ...some }, noon).map((r) => r.orderNo);
    expect(numbers({ lane: "late", text: "川味" })).toEqual(["A101"]);
    expect(numbers({ lane: "done" })).toEqual(["A104"]);
  });

  it("finds by the way of handing over and by what is special", () => {
    const special = [
      row(6, "readyToCollect", { handover: "pickup", byPhone: true }),
      row(7, "scheduled", { handover: "table", slot: { from: noon, to: noon + minute } }),
      row(8, "completed", { afterSaleState: "opened", refundedFen: fen(500) }),
      row(9, "completed", { afterSaleState: "closed" }),
    ];
    const find = (some: Partial<OrderFilters>) =>
      applyFilters(special, { ...noFilters, ...some }, noon).map((r) => r.orderNo);
    expect(find({ handover: "pickup" })).toEqual(["A106"]);
    expect(find({ mark: "phone" })).toEqual(["A106"]);
    expect(find({ mark: "preOrder" })).toEqual(["A107"]);
    expect(find({ mark: "afterSale" })).toEqual(["A108"]);
    expect(find({ mark: "refund", handover: "table" })).toEqual([]);
  });
});
