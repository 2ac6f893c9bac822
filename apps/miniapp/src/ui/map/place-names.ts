import type { Point } from "@sanqi/kernel";

export type PlaceName = { text: string; point: Point; tone: "food" | "home" | "plain"; rank: number };

const ranks: Record<string, { rank: number; tone: PlaceName["tone"] }> = {
  canteen: { rank: 0, tone: "food" },
  dormitory: { rank: 1, tone: "home" },
  library: { rank: 2, tone: "plain" },
  parcel: { rank: 3, tone: "plain" },
  academic: { rank: 4, tone: "plain" },
};

/** The middle of a shape's outer ring by its bounds: good enough to write a name on. */
function middle(shape: GeoJSON.Geometry): Point | null {
  const ring =
    shape.type === "Polygon"
      ? shape.coordinates[0]
      : shape.type === "MultiPolygon"
        ? shape.coordinates[0]?.[0]
        : null;
  if (!ring?.length) return null;
  const lons = ring.map((at) => at[0] ?? 0);
  const lats = ring.map((at) => at[1] ?? 0);
  return [(Math.min(...lons) + Math.max(...lons)) / 2, (Math.min(...lats) + Math.max(...lats)) / 2];
}

/** Names to write on the map, the most looked-for first; they are HTML, since map glyphs would come from elsewhere. */
export function placeNames(campus: GeoJSON.FeatureCollection): PlaceName[] {
  const names: PlaceName[] = [];
  for (const { properties, geometry } of campus.features) {
    const point = properties?.layer === "building" && properties.name ? middle(geometry) : null;
    if (!point) continue;
    const { rank, tone } = ranks[String(properties?.kind)] ?? { rank: 5, tone: "plain" as const };
    names.push({ text: String(properties?.name), point, tone, rank });
  }
  return names.sort((a, b) => a.rank - b.rank);
}

export type Box = { x: number; y: number; width: number; height: number };

/** Which boxes may be seen together when earlier ones win. */
export function withoutOverlap(boxes: readonly Box[]): boolean[] {
  const kept: Box[] = [];
  return boxes.map((box) => {
    const free = kept.every(
      (other) =>
        Math.abs(other.x - box.x) * 2 > other.width + box.width ||
        Math.abs(other.y - box.y) * 2 > other.height + box.height,
    );
    if (free) kept.push(box);
    return free;
  });
}
