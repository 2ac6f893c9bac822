import { at, blob, disc, ellipse, linear, path, radial, shade, spread, stamp } from "../mark.ts";
import { type CupShape, cup, dew, dome, ice, pearls, straw } from "../parts/cups.ts";
import * as fruits from "../parts/fruits.ts";
import * as green from "../parts/greens.ts";
import { cloth, shadow, steam, type Theme, table } from "../parts/table.ts";
import { board, bowl, broth, plate } from "../parts/vessels.ts";
import { lay, type Recipe, type Recipes } from "../recipe.ts";
import type { Sheet } from "../sheet.ts";

const tall: CupShape = { x: 152, top: 54, bottom: 218, wide: 112, narrow: 82 };

/** A take-away cup with a dome and a wide straw; things on the table beside it tell the taste. */
const takeAway =
  (
    theme: Theme,
    strawColour: string,
    drink: (s: Sheet) => Parameters<typeof cup>[2],
    beside: (s: Sheet) => string,
    domed = true,
  ): Recipe =>
  (s) => {
    table(s, theme);
    s.add(
      straw(166, [4, 190], strawColour, 12),
      cup(s, tall, drink(s)),
      domed ? dome(s, tall) : "",
      dew(s, tall),
      beside(s),
    );
  };

const syrup = (colour: string) =>
  path(
    "M100 70Q116 120 104 200M122 64Q112 110 128 160M196 66Q184 120 196 190M178 62Q186 100 174 140M146 66Q154 96 144 130",
    {
      stroke: colour,
      width: 11,
      opacity: 0.75,
    },
  );

const milkTeas: Recipes = {
  "bubble-milk-tea": takeAway(
    "cream",
    "#3a2420",
    (s) => ({
      layers: [
        [0, "#f6e3c6"],
        [0.5, "#dcb184"],
        [1, "#a86b3a"],
      ],
      inside: syrup("#6b3312") + pearls(s, tall),
    }),
    (s) =>
      shadow(s, 256, 210, [34, 9]) +
      lay(
        s,
        [
          { x: 240, y: 200 },
          { x: 262, y: 196 },
          { x: 252, y: 208 },
          { x: 276, y: 206 },
        ],
        [stamp(s, green.cherryTomato(s, 9, "#3a1c14"))],
      ),
  ),
  "taro-milk-tea": takeAway(
    "lilac",
    "#7a5ca8",
    (s) => ({
      layers: [
        [0, "#f9f0ee"],
        [0.45, "#e3cfe8"],
        [1, "#a582c2"],
      ],
      inside:
        path("M96 218V150Q118 132 140 156T186 146T214 160V218Z", { fill: "#9a74bd", opacity: 0.9 }) +
        path("M100 170Q122 158 140 174T200 164", { stroke: "#c5a8dc", width: 7, opacity: 0.7 }) +
        pearls(s, tall, "#5d3a7d", 2),
    }),
    (s) =>
      shadow(s, 258, 208, [40, 11]) +
      at(
        254,
        188,
        path(blob(s, [0, 0], [34, 24], 0.06, 10), shade(s, "#8a6450", 0.3, 0.3)) +
          ellipse(14, 2, 19, 20, shade(s, "#e9dcf0", 0.4, 0.1)) +
          path("M6-6h.1M14 2h.1M20-6h.1M10 10h.1M20 10h.1M26 2h.1", { stroke: "#a582c2", width: 3 }),
      ),
  ),
  "osmanthus-oolong": (s) => {
    table(s, "sun");
    const shape = { x: 150, top: 50, bottom: 216, wide: 106, narrow: 84 };
    s.add(
      cup(s, shape, {
        layers: [
          [0, "#f6c86a"],
          [1, "#cf8a2b"],
        ],
        ice: 3,
        inside:
          green.seeds(spread(s, 30, [150, 130], [40, 66]), "#ffe08a", 4.4) +
          at(134, 190, green.leaf(s, "#7d8f3a", [30, 11]), -20) +
          at(166, 196, green.leaf(s, "#6b7f30", [26, 10]), 200),
      }),
      dew(s, shape),
      at(236, 158, green.leaf(s, "#5f8f3c", [46, 18]), 40),
      at(246, 152, green.leaf(s, "#4f7f34", [44, 17]), -10),
      lay(
        s,
        spread(s, 9, [250, 170], [26, 20]),
        [
          stamp(
            s,
            [0, 90, 180, 270].map((turn) => at(0, 0, ellipse(5, 0, 5, 3.6, "#fbb52f"), turn)).join("") +
              disc(0, 0, 2.4, "#e0861a"),
          ),
        ],
        [0, 90],
      ),
    );
  },
  "matcha-latte": takeAway(
    "sage",
    "#5f8f3c",
    (s) => ({
      layers: [
        [0, "#7fa845"],
        [0.32, "#9cbd5c"],
        [0.5, "#dfe6c0"],
        [1, "#fffaf0"],
      ],
      ice: 5,
      inside: path("M96 140Q120 118 140 142T190 134T214 146", {
        stroke: "#b5cc7d",
        width: 13,
        opacity: 0.75,
      }),
      foam: ["#a9c96a", 6],
      gap: 0.12,
    }),
    (s) =>
      shadow(s, 258, 206, [42, 12]) +
      bowl(
        s,
        { x: 256, y: 178, r: 34 },
        { colour: "#5d4a3c", depth: 20 },
        ellipse(
          256,
          180,
          28,
          18,
          radial(s, [
            [0, "#a5cc5c"],
            [1, "#6b8f2c"],
          ]),
        ),
      ) +
      lay(s, spread(s, 9, [256, 176], [18, 9]), [stamp(s, disc(0, 0, 3, "#bfe07a"))]),
  ),
};

const fruitTeas: Recipes = {
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
    (s) => ({
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
