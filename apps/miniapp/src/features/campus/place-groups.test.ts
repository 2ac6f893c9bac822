import { describe, expect, it } from "vitest";
import { groupPlaces, type Place, shortName } from "./place-groups";

const place = (name: string, group: string, kind: Place["kind"] = "dormitory", nameEn = name): Place =>
  ({ placeId: `plc_${name}`, kind, name, nameEn, group, point: [120, 30] }) as unknown as Place;
const places = [
  place("沁园1号楼", "沁园", "dormitory", "Qinyuan Hall 1"),
  place("沁园门廊取餐点", "沁园", "pickupPoint"),
  place("澜园2号楼", "澜园"),
];

describe("groupPlaces", () => {
  it("keeps dormitories and pick-up points of one group together", () => {
    const [first, second] = groupPlaces(places, "");
    expect(first?.dormitories).toHaveLength(1);
    expect(first?.pickupPoints).toHaveLength(1);
    expect(second?.group).toBe("澜园");
  });
  it("finds Chinese and English names without minding spaces and case", () => {
    expect(groupPlaces(places, " hall1 ")[0]?.dormitories[0]?.name).toBe("沁园1号楼");
    expect(groupPlaces(places, "澜园")).toHaveLength(1);
    expect(groupPlaces(places, "没有")).toEqual([]);
  });
  it("shortens a name only by its own group", () => {
    expect(places.map(shortName)).toEqual(["1号楼", "门廊取餐点", "2号楼"]);
    expect(shortName(place("东门取餐点", "沁园"))).toBe("东门取餐点");
  });
});
