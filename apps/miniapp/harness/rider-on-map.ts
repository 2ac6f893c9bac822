import type { MiniProgram } from "./mini-program.ts";
import { screenOf, seen } from "./screen.ts";

export type Point = readonly [lon: number, lat: number];

/** Where the native map was told to draw something, on its own grid. */
function onMap(program: MiniProgram, kind: "rider" | "dorm"): Point | null {
  const map = screenOf(program).all((node) => node.tag === "map")[0];
  const markers = (map?.attribute("markers") ?? []) as {
    iconPath: string;
    longitude: number;
    latitude: number;
  }[];
  const found = markers.find((marker) => marker.iconPath.includes(kind));
  return found ? [found.longitude, found.latitude] : null;
}

/** Two metres. */
const near = 0.00002;

/**
 * The rider is drawn at this point of the campus. Native maps draw on GCJ-02, some hundred metres off; so close
 * together, rider and dormitory are off by the same.
 */
export const riderStands = (program: MiniProgram, point: Point, dormitoryPoint: Point) =>
  seen(program, () => {
    const rider = onMap(program, "rider");
    const door = onMap(program, "dorm");
    if (!rider || !door) return false;
    const off = [0, 1].map((axis) => (door[axis] ?? 0) - (dormitoryPoint[axis] ?? 0));
    return (
      Math.hypot(...off) > 0.0005 &&
      [0, 1].every((axis) => Math.abs((rider[axis] ?? 0) - (point[axis] ?? 0) - (off[axis] ?? 0)) < near)
    );
  });
