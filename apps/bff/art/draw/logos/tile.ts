import { lit } from "../colour.ts";
import { box, ellipse, linear, path, radial } from "../mark.ts";
import type { Recipe } from "../recipe.ts";
import type { Sheet } from "../sheet.ts";

/** Signs of the shops: one bold figure on a coloured tile, readable at 40 px. */
export const tile =
  ([light, deep]: [string, string], figure: (s: Sheet) => string): Recipe =>
  (s) =>
    s.add(
      box(
        0,
        0,
        [96, 96],
        22,
        linear(
          s,
          [
            [0, light],
            [1, deep],
          ],
          [0, 0, 1, 1],
        ),
      ),
      ellipse(
        30,
        22,
        52,
        44,
        radial(s, [
          [0, "#ffffff", 0.34],
          [1, "#ffffff", 0],
        ]),
      ),
      figure(s),
    );

export const cream = "#fff6e4";
export const under = (x: number, y: number, rx: number) =>
  ellipse(x, y, rx, rx * 0.16, { fill: "#3a1420", opacity: 0.22 });

export const bowlShape = (s: Sheet, y: number, colour: string, band: string) =>
  path(
    `M18 ${y}H78Q77 ${y + 26} 58 ${y + 30}V${y + 34}H38V${y + 30}Q19 ${y + 26} 18 ${y}Z`,
    linear(
      s,
      [
        [0, lit(colour, 0.3)],
        [1, colour],
      ],
      [0, 0, 1, 1],
    ),
  ) + path(`M21 ${y + 9}Q48 ${y + 15} 75 ${y + 9}`, { stroke: band, width: 3 });
