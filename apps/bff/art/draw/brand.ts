import { box, disc, ellipse, linear, path, radial } from "./mark.ts";
import type { Recipe } from "./recipe.ts";

/**
 * The mark: a duck, at home on land, on water and in the air. Its body is a bowl; its tail a leaf (land), its
 * wake a wave (water), its back the sun (air).
 */
export const mark: Recipe = (s) =>
  s.add(
    box(
      0,
      0,
      [96, 96],
      22,
      linear(
        s,
        [
          [0, "#ffb24d"],
          [1, "#f0592b"],
        ],
        [0, 0, 1, 1],
      ),
    ),
    ellipse(
      28,
      18,
      56,
      46,
      radial(s, [
        [0, "#ffffff", 0.4],
        [1, "#ffffff", 0],
      ]),
    ),
    disc(52, 42, 22, { fill: "#fff0b8", opacity: 0.9 }),
    path(
      "M70 44C70 32 82 24 90 26C90 38 84 48 72 52Z",
      linear(s, [
        [0, "#a5dc6a"],
        [1, "#3f9a4a"],
      ]),
    ),
    path("M73 48Q78 36 88 28", { stroke: "#e6f7c8", width: 2 }),
    path(
      "M18 44Q10 44 8 38Q16 36 20 36C22 24 36 18 46 26C54 33 48 44 50 50H78Q78 74 56 80H42C26 78 20 64 24 52Q20 50 18 44Z",
      linear(
        s,
        [
          [0, "#fffdf6"],
          [1, "#f6e0bd"],
        ],
        [0.2, 0, 0.8, 1],
      ),
    ),
    path("M20 36Q10 35 7 39Q10 45 20 44Z", "#ffd447"),
    disc(32, 34, 3.4, "#4a2418"),
    disc(31, 33, 1.1, "#ffffff"),
    path("M44 56Q60 60 74 56M48 64Q60 68 70 64", { stroke: "#e3a860", width: 3 }),
    path("M0 78Q12 70 24 78T48 78T72 78T96 78V96H0Z", {
      fill: linear(s, [
        [0, "#5cc3ea"],
        [1, "#2a86c9"],
      ]),
      clip: s.define((id) => `<clipPath id="${id}"><rect width="96" height="96" rx="22"/></clipPath>`),
    }),
    path("M10 85q6-4 12 0t12 0M58 87q6-4 12 0t12 0", { stroke: "#d6f1fb", width: 2.4 }),
  );
