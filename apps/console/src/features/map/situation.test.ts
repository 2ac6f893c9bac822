import { minute } from "@sanqi/kernel";
import { describe, expect, it } from "vitest";
import type { OrderRow } from "../orders/use-orders.ts";
import { doorsOf, groupNames, isRunningRow, kitchensOf } from "./situation.ts";

const now = Date.UTC(2026, 10, 22, 4);
const row = (shopName: string, placeName: string, stage: OrderRow["stage"], latest = now + 30 * minute) =>
  ({ shopName, placeName, stage, promise: { earliest: latest - 10 * minute, latest } }) as OrderRow;
const shops = [
  { name: "川味小馆", buildingName: "听澜餐厅", point: [120.9, 30.9] as const, open: false },
  { name: "粥铺", buildingName: "听澜餐厅", point: [120.902, 30.904] as const, open: true },
  { name: "牛肉面", buildingName: "沁香餐厅", point: [120.91, 30.91] as const, open: false },
];
const rows = [
  row("川味小馆", "沁园1号楼", "cooking", now - minute),
  row("粥铺", "沁园1号楼", "onTheWay"),
  row("牛肉面", "澜园2号楼", "waitingForKitchen"),
];

describe("situation on the map", () => {
  it("joins the shops of a building into one kitchen", () => {
    const [first, second] = kitchensOf(shops, rows, now);
    expect(first).toMatchObject({
      name: "听澜餐厅",
      shopNames: ["川味小馆", "粥铺"],
      open: true,
      orders: 2,
      late: 1,
    });
    expect(first?.point[0]).toBeCloseTo(120.901, 6);
    expect(second).toMatchObject({ name: "沁香餐厅", open: false, orders: 1, late: 0 });
  });

  it("counts what comes to each door, also nothing", () => {
    const places = ["沁园1号楼", "朗园4号楼"].map((name) => ({
      name,
      kind: "dormitory" as const,
      group: name.slice(0, 2),
      point: [0, 0] as const,
    }));
    expect(doorsOf(places, rows, now).map((d) => [d.name, d.orders, d.late])).toEqual([
      ["沁园1号楼", 2, 1],
      ["朗园4号楼", 0, 0],
    ]);
  });

  it("names a group of dormitories in its middle, and no single building", () => {
    const place = (name: string, group: string, lon: number) => ({
      name,
      kind: "dormitory" as const,
      group,
      point: [lon, 30] as const,
    });
    const groups = groupNames([
      place("沁园1号楼", "沁园", 120),
      place("沁园2号楼", "沁园", 122),
      place("独楼", "独", 1),
    ]);
    expect(groups).toEqual([{ name: "沁园", point: [121, 30] }]);
  });

  it("takes only orders that somebody still has to move", () => {
    expect(isRunningRow({ stage: "awaitingPayment" })).toBe(false);
    expect(isRunningRow({ stage: "onTheWay" })).toBe(true);
    expect(isRunningRow({ stage: "delivered" })).toBe(false);
  });
});
