import type { Point } from "@sanqi/kernel";

export type MapMarker = { id: string; kind: "rider" | "shop" | "dorm"; point: Point; label: string };

/** Every point is WGS-84 [longitude, latitude]; the native maps' grid is this component's own business. */
export type CampusMapProps = {
  campusId: string;
  /** Shown while there is nothing else to fit into view. */
  centre: Point;
  markers: readonly MapMarker[];
  /** The way along the paths, shop to door. */
  route?: readonly Point[];
  /** A building to point out, as a ring of points. */
  outline?: readonly Point[];
  /** Keeps the rider in view while it moves. */
  followsRider?: boolean;
  /** `card` stands in a scrolling page and does not take its gestures. */
  size?: "card" | "tall" | "full";
  /** What a screen reader says instead of the picture: who is where, how far. */
  label: string;
};
