import { between, type Point } from "@sanqi/kernel";
import type { GeoJSONSource } from "maplibre-gl";
import { useEffect } from "react";
import { flowSource } from "./campus-style.ts";
import { useMap } from "./map-canvas.tsx";

export type FlowLine = {
  readonly from: Point;
  readonly to: Point;
  readonly strong: boolean;
  readonly colour?: string;
};

/** A gentle arc, so that a line that stands for a way is not read as one. */
function arc(from: Point, to: Point): Point[] {
  const bend = 0.16;
  const lift: Point = [-(to[1] - from[1]) * bend, (to[0] - from[0]) * bend];
  return Array.from({ length: 21 }, (_, step) => {
    const share = step / 20;
    const [lon, lat] = between(from, to, share);
    const height = 4 * share * (1 - share);
    return [lon + lift[0] * height, lat + lift[1] * height];
  });
}

export function FlowLines({ lines }: { lines: readonly FlowLine[] }) {
  const map = useMap();
  useEffect(() => {
    map?.getSource<GeoJSONSource>(flowSource)?.setData({
      type: "FeatureCollection",
      features: lines.map(({ from, to, strong, colour }) => ({
        type: "Feature",
        properties: { strong, ...(colour && { colour }) },
        geometry: { type: "LineString", coordinates: arc(from, to).map(([lon, lat]) => [lon, lat]) },
      })),
    });
  }, [map, lines]);
  return null;
}
