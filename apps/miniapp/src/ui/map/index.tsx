import type { Point } from "@sanqi/kernel";
import { Map as NativeMap, View } from "@tarojs/components";
import dormIcon from "../../assets/map/dorm.png";
import riderIcon from "../../assets/map/rider.png";
import shopIcon from "../../assets/map/shop.png";
import type { CampusMapProps, MapMarker } from "./campus-map-props";
import { toGcj02 } from "./datum";
import "./map.scss";
import { useGliding } from "./use-gliding";

export type { CampusMapProps, MapMarker } from "./campus-map-props";

const icons = { rider: riderIcon, shop: shopIcon, dorm: dormIcon };

const place = (point: Point) => {
  const [longitude, latitude] = toGcj02(point);
  return { longitude, latitude };
};

const drawn = (marker: MapMarker, index: number) => ({
  id: index + 1,
  ...place(marker.point),
  iconPath: icons[marker.kind],
  width: 36,
  height: 42,
  anchor: { x: 0.5, y: 1 },
  label: {
    content: marker.label,
    color: "#16181D",
    fontSize: 12,
    anchorX: 0,
    anchorY: 0,
    borderRadius: 4,
    bgColor: "#FFFFFF",
    padding: 4,
    textAlign: "center" as const,
  },
});

/** The host's own map. It draws streets and names itself, on GCJ-02; ours are the markers, the way and one outline. */
export function CampusMap({
  centre,
  markers,
  route,
  outline,
  followsRider,
  size = "card",
  label,
}: CampusMapProps) {
  const gliding = useGliding(markers);
  const rider = gliding.find((marker) => marker.kind === "rider");
  const middle = place(followsRider && rider ? rider.point : centre);
  const fitted =
    followsRider && rider
      ? []
      : [...markers.map((marker) => place(marker.point)), ...(route ?? []).map(place)];
  return (
    <View className={`sq-map is-${size}`} aria-label={label}>
      <NativeMap
        className="sq-map__native"
        {...middle}
        scale={16}
        enableScroll={size !== "card"}
        markers={gliding.map(drawn) as never}
        polyline={route && route.length > 1 ? [{ points: route.map(place), color: "#1677FF", width: 5 }] : []}
        polygons={
          outline
            ? [{ points: outline.map(place), strokeColor: "#FF7A1A", fillColor: "#FF7A1A33", strokeWidth: 2 }]
            : []
        }
        includePoints={fitted}
        onError={() => undefined}
      />
    </View>
  );
}
