import type { Point } from "@sanqi/kernel";
import { useQuery } from "@tanstack/react-query";
import { rpc } from "../../rpc/client.ts";
import { useClientConfig } from "../../rpc/client-config.ts";
import { keys } from "../../rpc/keys.ts";

type Properties = {
  readonly layer: "campus" | "building" | "path" | "area" | "waterway" | "poi" | "gate";
  readonly kind?: string;
  readonly name?: string;
  readonly "name:en"?: string;
  readonly centroid?: Point;
};
export type CampusMap = {
  readonly type: "FeatureCollection";
  readonly features: readonly {
    readonly type: "Feature";
    readonly properties: Properties;
    readonly geometry: { readonly type: string; readonly coordinates: unknown };
  }[];
};

export type Bounds = readonly [west: number, south: number, east: number, north: number];

/** The campus as GeoJSON in WGS-84 with its bounds and whom to credit; it changes only when somebody imports a new one. */
export function useCampusMap() {
  const campusId = useClientConfig().data?.campusId;
  return useQuery({
    queryKey: keys.campusMap,
    enabled: campusId !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async () => {
      const [answer, { bounds, attribution }] = await Promise.all([
        fetch(`/campus/${campusId}/map.geojson`),
        rpc.campus.info.query({ campusId: campusId ?? "" }),
      ]);
      if (!answer.ok) throw new Error(`map.geojson: ${answer.status}`);
      return { map: (await answer.json()) as CampusMap, bounds, attribution };
    },
  });
}

export type NamedBuilding = {
  readonly name: string;
  readonly nameEn: string;
  readonly kind: string;
  readonly at: Point;
};

/** Buildings that carry a name and say where their middle is. */
export const namedBuildings = (map: CampusMap): NamedBuilding[] =>
  map.features.flatMap(({ properties: p }) =>
    p.layer === "building" && p.name && p.centroid
      ? [{ name: p.name, nameEn: p["name:en"] ?? p.name, kind: p.kind ?? "other", at: p.centroid }]
      : [],
  );

export type Campus = NonNullable<ReturnType<typeof useCampusMap>["data"]>;

/** The bounds of some points, at least one. */
export function boundsOf(points: readonly Point[]): Bounds {
  const lons = points.map(([lon]) => lon);
  const lats = points.map(([, lat]) => lat);
  return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)];
}
