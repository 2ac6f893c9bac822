import type { Dot } from "./mark.ts";
import type { Sheet } from "./sheet.ts";

/** How one drawing is made. */
export type Recipe = (s: Sheet) => void;
export type Recipes = Readonly<Record<string, Recipe>>;

type Stamp = (x: number, y: number, turn?: number, scale?: number) => string;

/** Stamps pieces on all places, turned within a range, sizes a little uneven. */
export const lay = (
  s: Sheet,
  dots: readonly Dot[],
  stamps: readonly Stamp[],
  [from, to]: [number, number] = [-40, 40],
  size = 1,
): string =>
  dots
    .map(({ x, y }, index) =>
      (stamps[index % stamps.length] as Stamp)(x, y, s.between(from, to), size * s.between(0.88, 1.1)),
    )
    .join("");

/** Stamps one piece again and again along an arc, as a cook fans out slices. */
export const fan = (
  stamp: Stamp,
  count: number,
  [x, y]: [number, number],
  [dx, dy]: [number, number],
  [from, to]: [number, number] = [0, 0],
): string =>
  Array.from({ length: count }, (_, index) => {
    const share = count > 1 ? index / (count - 1) : 0.5;
    return stamp(x + dx * index, y + dy * index - Math.sin(share * Math.PI) * 4, from + (to - from) * share);
  }).join("");
