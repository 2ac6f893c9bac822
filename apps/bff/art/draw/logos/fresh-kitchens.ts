import { at, disc, ellipse, linear, path } from "../mark.ts";
import * as fruits from "../parts/fruits.ts";
import type { Recipes } from "../recipe.ts";
import { cream, tile, under } from "./tile.ts";

export const freshLogos: Recipes = {
  breakfast: tile(["#ffd98a", "#f2953f"], (s) =>
    [
      disc(48, 40, 19, "#fff3c4"),
      path("M48 8V15M25 17L30 23M71 17L66 23M12 38H20M76 38H84", { stroke: cream, width: 4.6 }),
      under(48, 86, 32),
      path(
        "M26 54Q30 38 48 38T70 54Z",
        linear(s, [
          [0, "#fffdf6"],
          [1, "#f0dcbc"],
        ]),
      ),
      path("M48 40Q40 44 36 52M48 40Q48 46 48 53M48 40Q56 44 60 52", { stroke: "#d9bd90", width: 2.4 }),
      path(
        "M16 54H80V66Q80 70 76 70H20Q16 70 16 66ZM18 71H78V80Q78 84 74 84H22Q18 84 18 80Z",
        linear(
          s,
          [
            [0, "#e9bd74"],
            [1, "#b9783a"],
          ],
          [0, 0, 1, 0],
        ),
      ),
      path("M16 62H80M18 77H78", { stroke: "#8d5a26", width: 2, opacity: 0.6 }),
    ].join(""),
  ),
  dumplings: tile(["#f7a58a", "#cf4f4a"], (s) =>
    [
      under(48, 74, 32),
      path(
        "M12 62C12 38 30 26 48 26S84 38 84 62C82 74 66 74 48 74S14 74 12 62Z",
        linear(s, [
          [0, "#fffdf4"],
          [1, "#f0d9b4"],
        ]),
      ),
      path(
        "M12 62C14 40 30 27 48 27S82 40 84 62C76 46 62 42 48 42S20 46 12 62Z",
        linear(s, [
          [0, "#fffefa"],
          [1, "#f8e8cb"],
        ]),
      ),
      path("M24 46L18 38M34 42L30 31M46 41L45 29M57 42L60 31M70 47L76 39", { stroke: "#d9b98a", width: 3.2 }),
      disc(38, 57, 3, "#5b2f24") + disc(58, 57, 3, "#5b2f24"),
      path("M43 62Q48 67 53 62", { stroke: "#5b2f24", width: 2.8 }),
      ellipse(31, 63, 5, 3, { fill: "#f79a86", opacity: 0.7 }) +
        ellipse(65, 63, 5, 3, { fill: "#f79a86", opacity: 0.7 }),
    ].join(""),
  ),
  bento: tile(["#fbf0e0", "#ecc9a8"], (s) =>
    [
      disc(
        48,
        46,
        32,
        linear(s, [
          [0, "#f2604a"],
          [1, "#c9282c"],
        ]),
      ),
      under(48, 84, 28),
      path(
        "M48 20Q56 20 60 28L80 66Q84 80 70 80H26Q12 80 16 66L36 28Q40 20 48 20Z",
        linear(s, [
          [0, "#fffefa"],
          [1, "#efe4d2"],
        ]),
      ),
      path(
        "M34 56H62Q64 56 64 58V80H32V58Q32 56 34 56Z",
        linear(s, [
          [0, "#3d5a47"],
          [1, "#22352a"],
        ]),
      ),
      path("M40 40h.1M54 38h.1M46 47h.1M60 50h.1M34 50h.1", { stroke: "#d9cbb4", width: 4 }),
    ].join(""),
  ),
  "tea-coffee": tile(["#f6c8cf", "#c8566d"], (s) => {
    const petal = path(
      "M0 0C-16-8-15-27 0-30C15-27 16-8 0 0Z",
      linear(s, [
        [0, "#fff7f6"],
        [1, "#f79fae"],
      ]),
    );
    return [
      at(
        48,
        50,
        path(
          "M-34 20Q-14 8 0 18Q-10 36-34 20Z",
          linear(s, [
            [0, "#7fbf6a"],
            [1, "#3f8a4a"],
          ]),
        ),
      ),
      at(
        48,
        50,
        path(
          "M34 20Q14 8 0 18Q10 36 34 20Z",
          linear(s, [
            [0, "#8fcf7a"],
            [1, "#4a9a54"],
          ]),
        ),
      ),
      [0, 72, 144, 216, 288].map((turn) => at(48, 48, petal, turn, 1.1)).join(""),
      disc(48, 48, 11, "#ffd25a"),
      path("M48 41v.1M42 45v.1M54 45v.1M44 53v.1M52 53v.1M48 48v.1", { stroke: "#d9862a", width: 3.6 }),
    ].join("");
  }),
  fruit: tile(["#fff0a8", "#f7b53a"], (s) =>
    [
      under(48, 84, 26),
      at(50, 52, fruits.orangeSlice(s, 33)),
      path("M48 26Q48 16 56 12", { stroke: "#7a4f24", width: 4.6 }),
      path(
        "M54 20C62 6 78 8 84 14C78 24 64 28 54 20Z",
        linear(s, [
          [0, "#a8dc6a"],
          [1, "#4a9a3c"],
        ]),
      ),
      path("M57 19Q68 15 79 14", { stroke: "#e3f5c0", width: 2.2 }),
    ].join(""),
  ),
};
