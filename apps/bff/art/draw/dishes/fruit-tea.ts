import { at, blob, path, shade, spread, stamp } from "../mark.ts";
import { cup, dew, straw } from "../parts/cups.ts";
import * as fruits from "../parts/fruits.ts";
import * as green from "../parts/greens.ts";
import { shadow, table } from "../parts/table.ts";
import { lay, type Recipes } from "../recipe.ts";
import { takeAway } from "./take-away.ts";

export const fruitTeas: Recipes = {
  "mango-pomelo-sago": takeAway(
    "mint",
    "#f0a52b",
    (s) => ({
      layers: [
        [0, "#fff1c9"],
        [0.35, "#fdcf5a"],
        [1, "#f59d1c"],
      ],
      inside:
        lay(
          s,
          spread(s, 9, [152, 180], [34, 28]),
          [
            stamp(
              s,
              at(0, 0, path("M-8-6L6-8L9 5L-5 8Z", "#ffb52c") + path("M-8-6L6-8L7-3L-7-1Z", "#ffd66b")),
            ),
          ],
          [0, 180],
        ) +
        green.seeds(spread(s, 40, [152, 130], [40, 60]), "#fffdf2", 4.4) +
        lay(
          s,
          spread(s, 6, [152, 90], [36, 14]),
          [stamp(s, path("M-9 2Q0-8 9 0Q2 8-9 2Z", shade(s, "#f2705a")))],
          [0, 180],
        ),
    }),
    (s) => shadow(s, 258, 208, [40, 11]) + at(256, 186, fruits.mangoHalf(s), -10, 0.66),
    true,
  ),
  "grape-cheese-tea": takeAway(
    "sky",
    "#6a4a8a",
    (s) => ({
      layers: [
        [0, "#cbb6dd"],
        [0.4, "#9a6fb5"],
        [1, "#5b2a72"],
      ],
      ice: 3,
      inside: lay(s, spread(s, 11, [152, 168], [36, 38]), [
        stamp(s, fruits.grape(s, "#6f3a8a", 11)),
        stamp(s, fruits.grape(s, "#8f5aa8", 10)),
      ]),
      foam: ["#fbf0d6", 22],
      gap: 0.06,
    }),
    (s) => {
      const one = stamp(s, fruits.grape(s, "#5f2f7d", 14));
      return (
        shadow(s, 258, 208, [42, 11]) +
        one(240, 168) +
        one(266, 164) +
        one(252, 184) +
        one(276, 182) +
        one(262, 202) +
        at(252, 154, green.leaf(s, "#6fa044", [28, 16]), -30)
      );
    },
    false,
  ),
  "pounded-lemon-tea": (s) => {
    table(s, "clay");
    const shape = { x: 150, top: 48, bottom: 218, wide: 120, narrow: 92 };
    const lemon = green.slice(s, ["#f7ef9a", "#c9d94a"], 25, "segments");
    s.add(
      straw(182, [2, 190], "#4f8f3c", 14),
      cup(s, shape, {
        layers: [
          [0, "#f3d68a"],
          [0.6, "#dba64a"],
          [1, "#b9782a"],
        ],
        ice: 6,
        inside:
          at(120, 112, lemon, -24) +
          at(178, 128, lemon, 18) +
          at(132, 168, lemon, 40) +
          at(176, 186, lemon, -10) +
          at(150, 196, green.leaf(s, "#4fa048", [24, 10]), -40),
      }),
      dew(s, shape),
      shadow(s, 258, 206, [38, 11]),
      at(262, 186, lemon, 10, 1.25),
      at(236, 200, path(blob(s, [0, 0], [20, 13], 0.05, 8), shade(s, "#cddc4f", 0.4, 0.2)), -20),
    );
  },
  "strawberry-yogurt": takeAway(
    "blush",
    "#e0405a",
    (s) => ({
      layers: [
        [0, "#fff6f0"],
        [0.45, "#fbd3d0"],
        [1, "#f08a94"],
      ],
      inside:
        path("M98 96Q112 84 122 104T116 160Q106 190 96 200ZM206 90Q190 84 184 110T192 168Q200 190 210 196Z", {
          fill: "#e2354e",
          opacity: 0.85,
        }) +
        lay(
          s,
          [
            { x: 120, y: 120 },
            { x: 184, y: 132 },
            { x: 150, y: 176 },
          ],
          [stamp(s, fruits.strawberry(s, 15))],
          [-30, 30],
        ),
    }),
    (s) =>
      shadow(s, 256, 210, [42, 11]) +
      at(242, 186, fruits.strawberry(s, 20), -14) +
      at(274, 190, fruits.strawberry(s, 18), 20),
  ),
};
