import { at, blob, ellipse, linear, path, radial, shade, spread, stamp } from "../mark.ts";
import { cup, dew, ice, straw } from "../parts/cups.ts";
import * as fruits from "../parts/fruits.ts";
import * as green from "../parts/greens.ts";
import { cloth, shadow, steam, table } from "../parts/table.ts";
import { board, bowl, broth, plate } from "../parts/vessels.ts";
import { lay, type Recipes } from "../recipe.ts";
import type { Sheet } from "../sheet.ts";
import { fruitTeas } from "./fruit-tea.ts";
import { milkTeas } from "./milk-tea.ts";
import { takeAway } from "./take-away.ts";

/** Coffee beans around a place. */
const beans = (s: Sheet, x: number, y: number, count: number) =>
  lay(
    s,
    spread(s, count, [x, y], [30, 14]),
    [
      stamp(
        s,
        ellipse(1, 3, 9, 6, { fill: "#42142a", opacity: 0.25 }) +
          ellipse(0, 0, 9, 6.4, shade(s, "#6b3a1c", 0.3, 0.3)) +
          path("M-8 0Q-2-3 1 0T8 0", { stroke: "#32170a", width: 1.8 }),
      ),
    ],
    [0, 180],
  );

const coffees: Recipes = {
  "iced-americano": (s) => {
    table(s, "sky");
    const shape = { x: 150, top: 46, bottom: 216, wide: 108, narrow: 82 };
    s.add(
      straw(176, [4, 180], "#3a2a24", 14),
      cup(s, shape, {
        layers: [
          [0, "#8a4a1e"],
          [0.3, "#4b2110"],
          [1, "#2a1008"],
        ],
        ice: 6,
      }),
      at(138, 92, ice(s, 28), 20),
      dew(s, shape, 16),
      beans(s, 254, 200, 7),
    );
  },
  "hot-latte": (s) => {
    table(s, "wood");
    const place = { x: 160, y: 104, r: 78 };
    s.add(
      cloth(s, 160, 160, -4, ["#f0e3cc", "#7d5a3c"]),
      plate(s, { x: 160, y: 164, r: 118 }, "#f3ede2", "#c9a27a"),
      path("M232 108Q284 96 276 138Q268 166 222 158", { stroke: "#e0d3bf", width: 14 }),
      path("M232 106Q282 96 274 136", { stroke: "#fffaf0", width: 5, opacity: 0.8 }),
      bowl(
        s,
        place,
        { colour: "#f3ede2", depth: 60 },
        broth(s, place, "#9c5a26") +
          ellipse(160, 106, 56, 36, "#c98a4c") +
          path(
            "M160 136C112 112 124 82 146 88Q156 90 160 100Q164 90 174 88C196 82 208 112 160 136Z",
            "#fff3dc",
          ) +
          path(
            "M160 126C134 110 140 98 150 100Q158 102 160 108Q162 102 170 100C180 98 186 110 160 126Z",
            "#c98a4c",
          ) +
          path(
            "M160 120C148 112 150 106 155 107Q159 108 160 112Q161 108 165 107C170 106 172 112 160 120Z",
            "#fff3dc",
          ),
      ),
      beans(s, 66, 204, 4),
      steam(s, 156, 62, 50, 26),
    );
  },
  "coconut-latte": takeAway(
    "mint",
    "#5d4632",
    () => ({
      layers: [
        [0, "#8a5228"],
        [0.24, "#b98a5c"],
        [0.5, "#f0e3cf"],
        [1, "#fffdf6"],
      ],
      ice: 6,
      inside: path("M94 120Q120 100 142 130T190 116T216 132", { stroke: "#d9b58a", width: 12, opacity: 0.8 }),
    }),
    (s) =>
      shadow(s, 258, 208, [44, 12]) +
      at(
        256,
        184,
        ellipse(0, 2, 40, 28, shade(s, "#6b4426", 0.3, 0.3)) +
          ellipse(0, -2, 37, 24, "#8a5a34") +
          ellipse(0, -2, 33, 21, "#fffdf4") +
          ellipse(
            1,
            1,
            25,
            15,
            linear(s, [
              [0, "#d9d0bd"],
              [1, "#f9f4e6"],
            ]),
          ),
      ) +
      at(222, 204, path("M-12-6L14-10L10 8L-14 8Z", { fill: "#fffdf4", stroke: "#8a5a34", width: 2 })),
    false,
  ),
};

const sweets: Recipes = {
  "basque-cheesecake": (s) => {
    table(s, "blush");
    s.add(
      plate(s, { x: 160, y: 132, r: 134 }, "#e9eeee", "#8fa3ad"),
      shadow(s, 166, 168, [104, 24]),
      path(
        "M62 118L212 74L262 104L258 164L118 196L66 172Z",
        linear(
          s,
          [
            [0, "#fde7a8"],
            [1, "#e9b65c"],
          ],
          [0, 0, 0, 1],
        ),
      ),
      path("M62 118L118 142L118 196L66 172Z", shade(s, "#f3cf7f", 0.2, 0.2)),
      path(
        "M118 142L262 104L258 164L118 196Z",
        linear(s, [
          [0, "#fff0bd"],
          [0.7, "#fbdc8a"],
          [1, "#d9a04c"],
        ]),
      ),
      path(
        "M62 118Q58 108 72 104L204 70Q216 66 226 74L264 98Q270 106 258 110L128 146Q118 150 108 144L64 124Z",
        linear(
          s,
          [
            [0, "#a8622a"],
            [0.5, "#7c3c14"],
            [1, "#5b2609"],
          ],
          [0, 0, 1, 1],
        ),
      ),
      path("M84 112Q130 92 196 82M120 130Q170 112 236 100", { stroke: "#d9964c", width: 5, opacity: 0.55 }),
      path("M130 164Q170 150 240 136", { stroke: "#fffbe2", width: 6, opacity: 0.7 }),
      at(88, 182, fruits.strawberry(s, 17), -20),
      at(64, 174, fruits.blueberry(s, 9)),
      at(112, 196, fruits.blueberry(s, 8)),
      at(244, 180, green.leaf(s, "#4fa048", [28, 13]), -30),
    );
  },
  "egg-tarts": (s) => {
    table(s, "sage");
    const tart =
      shadow(s, 4, 26, [70, 24]) +
      path(
        "M-60-4L-50 32Q0 50 50 32L60-4Z",
        linear(s, [
          [0, "#f3c67a"],
          [1, "#b9742a"],
        ]),
      ) +
      path("M-44 4l5 32M-26 10l4 34M-6 12l1 36M14 12l-1 35M34 8l-4 34M50 2l-6 32", {
        stroke: "#8f5218",
        width: 2.4,
        opacity: 0.5,
      }) +
      path(blob(s, [0, -4], [62, 37], 0.07, 18), shade(s, "#eab45c", 0.4, 0.2)) +
      ellipse(0, -4, 50, 28, "#b9742a") +
      ellipse(
        0,
        -3,
        48,
        26,
        radial(s, [
          [0, "#ffdf6b"],
          [0.8, "#fbbd2c"],
          [1, "#e2931a"],
        ]),
      ) +
      lay(
        s,
        spread(s, 7, [0, -4], [34, 17]),
        [stamp(s, ellipse(0, 0, 9, 5, { fill: "#8a3f10", opacity: 0.75 }))],
        [-30, 30],
        0.9,
      ) +
      path("M-34-10Q-20-24 4-24", { stroke: "#fff6cc", width: 4.5, opacity: 0.8 });
    s.add(board(s, 160, 130, [284, 172]), at(104, 104, tart), at(212, 146, tart), steam(s, 108, 62, 42, 24));
  },
};

export const teaCoffeeDishes: Recipes = { ...milkTeas, ...fruitTeas, ...coffees, ...sweets };
