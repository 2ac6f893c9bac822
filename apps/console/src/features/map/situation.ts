import type { Point } from "@sanqi/kernel";
import { isLate } from "../orders/lateness.ts";
import { inLane, runningLanes } from "../orders/stages.ts";
import type { OrderRow } from "../orders/use-orders.ts";

type Shop = {
  readonly name: string;
  readonly buildingName: string;
  readonly point: Point;
  readonly open: boolean;
};
type Place = {
  readonly name: string;
  readonly kind: "dormitory" | "pickupPoint";
  readonly group: string;
  readonly point: Point;
};

/** A building that cooks, with the running orders of all its shops. */
export type Kitchen = {
  readonly name: string;
  readonly point: Point;
  readonly shopNames: readonly string[];
  readonly open: boolean;
  readonly orders: number;
  readonly late: number;
};
/** Where riders hand over, with what is coming. */
export type Door = Place & { readonly orders: number; readonly late: number };

export const isRunningRow = (row: Pick<OrderRow, "stage">): boolean =>
  runningLanes.some((lane) => inLane(row.stage, lane));

const meanOf = (points: readonly Point[]): Point => [
  points.reduce((sum, [lon]) => sum + lon, 0) / points.length,
  points.reduce((sum, [, lat]) => sum + lat, 0) / points.length,
];

/** Shops of one building share a kitchen marker, at the middle of their points. */
export function kitchensOf(shops: readonly Shop[], rows: readonly OrderRow[], now: number): Kitchen[] {
  const byBuilding = Map.groupBy(shops, (shop) => shop.buildingName);
  return [...byBuilding].map(([name, group]) => {
    const shopNames = group.map((shop) => shop.name);
    const own = rows.filter((row) => shopNames.includes(row.shopName));
    return {
      name,
      point: meanOf(group.map((shop) => shop.point)),
      shopNames,
      open: group.some((shop) => shop.open),
      orders: own.length,
      late: own.filter((row) => isLate(row, now)).length,
    };
  });
}

export const doorsOf = (places: readonly Place[], rows: readonly OrderRow[], now: number): Door[] =>
  places.map((place) => {
    const own = rows.filter((row) => row.placeName === place.name);
    return { ...place, orders: own.length, late: own.filter((row) => isLate(row, now)).length };
  });

/** The names under which people know groups of dormitories, each in the middle of its buildings. */
export const groupNames = (places: readonly Place[]): { name: string; point: Point }[] =>
  [...Map.groupBy(places, (place) => place.group)].flatMap(([name, group]) =>
    group.length > 1 && name ? [{ name, point: meanOf(group.map((place) => place.point)) }] : [],
  );
