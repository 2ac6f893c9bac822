import { lit } from "../colour.ts";
import { box, disc, ellipse, linear, radial } from "../mark.ts";
import type { Recipe } from "../recipe.ts";
import type { Sheet } from "../sheet.ts";

/** A wide table with two pools of light; the left third stays calm, for words may lie over it. */
export const wide =
  ([light, deep]: [string, string], food: (s: Sheet) => string[]): Recipe =>
  (s) =>
    s.add(
      box(
        0,
        0,
        [750, 300],
        0,
        linear(
          s,
          [
            [0, light],
            [1, deep],
          ],
          [0, 0, 1, 1],
        ),
      ),
      disc(90, 330, 210, { fill: lit(light, 0.5), opacity: 0.28 }),
      disc(28, 40, 120, { fill: lit(light, 0.6), opacity: 0.24 }),
      ellipse(
        430,
        90,
        380,
        240,
        radial(s, [
          [0, "#fffaf0", 0.5],
          [0.6, "#fffaf0", 0.14],
          [1, "#fffaf0", 0],
        ]),
      ),
      ...food(s),
    );
