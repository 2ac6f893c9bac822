import { describe, expect, it } from "vitest";
import { fromGcj02, toGcj02, toWgs84 } from "./datum";

// pairs published with eviltransform's tests, [lon, lat]
const pairs = [
  { wgs: [121.5272106, 31.1774276], gcj: [121.531541859215, 31.17530398364597] },
  { wgs: [113.912316, 22.543847], gcj: [113.9171764808363, 22.540796131694766] },
  { wgs: [116.377817, 39.911954], gcj: [116.38404722455657, 39.91334545536069] },
] as const;

describe("the two grids", () => {
  it.each(pairs)("bends $wgs as published", ({ wgs, gcj }) => {
    const [lon, lat] = toGcj02(wgs);
    expect(lon).toBeCloseTo(gcj[0], 9);
    expect(lat).toBeCloseTo(gcj[1], 9);
  });

  it.each(pairs)("comes back to $wgs", ({ wgs }) => {
    const [lon, lat] = fromGcj02(toGcj02(wgs));
    expect(lon).toBeCloseTo(wgs[0], 8);
    expect(lat).toBeCloseTo(wgs[1], 8);
  });

  it("leaves the rest of the world alone", () => {
    expect(toGcj02([13.4, 52.5])).toEqual([13.4, 52.5]);
  });

  it("turns only what is not WGS-84 already", () => {
    expect(toWgs84({ point: [121.5, 31.2], datum: "wgs84" })).toEqual([121.5, 31.2]);
    expect(toWgs84({ point: [121.5, 31.2], datum: "gcj02" })).not.toEqual([121.5, 31.2]);
  });
});
