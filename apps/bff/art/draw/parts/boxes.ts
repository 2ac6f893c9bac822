import { lit, shaded } from "../colour.ts";
import { box, clip, group, linear, n, path } from "../mark.ts";
import type { Sheet } from "../sheet.ts";
import { shadow } from "./table.ts";

/** A compartment: left, top, width, height. */
export type Cell = readonly [x: number, y: number, width: number, height: number];

/** A lacquered bento box with compartments; each cell's food is clipped to it. */
export function bentoBox(
  s: Sheet,
  [outer, inner]: [string, string],
  cells: readonly { cell: Cell; floor?: string; food: string }[],
): string {
  return [
    shadow(s, 168, 196, [168, 44]),
    box(22, 40, [276, 176], 24, shaded(outer, 0.45)),
    box(
      22,
      26,
      [276, 178],
      24,
      linear(
        s,
        [
          [0, lit(outer, 0.35)],
          [1, outer],
        ],
        [0, 0, 1, 1],
      ),
    ),
    box(26, 30, [268, 170], 21, { stroke: lit(outer, 0.55), width: 1.6, opacity: 0.55 }),
    ...cells.map(({ cell: [x, y, width, height], floor, food }) => {
      const id = clip(s, box(x, y, [width, height], 12, {}));
      return (
        box(x, y, [width, height], 12, floor ?? inner) +
        group({ clip: id }, food) +
        path(
          `M${n(x + 5)} ${n(y + height - 1)}Q${n(x + 1)} ${n(y + height)} ${n(x + 1)} ${n(y + height - 8)}V${n(y + 10)}Q${n(x + 1)} ${n(y + 1)} ${n(x + 10)} ${n(y + 1)}H${n(x + width - 10)}`,
          {
            stroke: "#2b0f14",
            width: 3.4,
            opacity: 0.28,
          },
        )
      );
    }),
  ].join("");
}

/** A clear box for cut fruit: the food shows through the front. */
export function clearBox(s: Sheet, food: string): string {
  return [
    shadow(s, 168, 204, [154, 26]),
    path("M36 84H284L270 204Q268 212 258 212H62Q52 212 50 204Z", { fill: "#ffffff", opacity: 0.4 }),
    food,
    path("M36 84H284L270 204Q268 212 258 212H62Q52 212 50 204Z", {
      fill: linear(
        s,
        [
          [0, "#ffffff", 0.08],
          [0.5, "#ffffff", 0.3],
          [1, "#ffffff", 0.05],
        ],
        [0, 0, 1, 0.3],
      ),
    }),
    path("M36 84H284L270 204Q268 212 258 212H62Q52 212 50 204Z", {
      stroke: "#ffffff",
      width: 3,
      opacity: 0.85,
    }),
    path("M58 96L68 190M72 98l2 30", { stroke: "#ffffff", width: 6, opacity: 0.55 }),
    box(24, 76, [272, 13], 6.5, { fill: "#ffffff", opacity: 0.85 }),
  ].join("");
}
