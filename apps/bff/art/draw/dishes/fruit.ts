import { at, ellipse, group, linear, path, shade, spread, stamp } from "../mark.ts";
import { clearBox } from "../parts/boxes.ts";
import { cup, dew, straw } from "../parts/cups.ts";
import * as fruits from "../parts/fruits.ts";
import * as green from "../parts/greens.ts";
import { cloth, shadow, type Theme, table } from "../parts/table.ts";
import { board, bowl, broth, plate } from "../parts/vessels.ts";
import { fan, lay, type Recipe, type Recipes } from "../recipe.ts";
import type { Sheet } from "../sheet.ts";

/** A clear box full of one fruit. */
const boxOf =
  (theme: Theme, food: (s: Sheet) => string): Recipe =>
  (s) => {
    table(s, theme);
    s.add(clearBox(s, food(s)));
  };

const cut: Recipes = {
  "rainbow-fruit-box": boxOf("sky", (s) => {
    const kiwi = stamp(s, fruits.kiwi(s, "#8fc63f", 26));
    const orange = stamp(s, fruits.orangeSlice(s, 27));
    const berry = stamp(s, fruits.strawberry(s, 18));
    const blue = stamp(s, fruits.blueberry(s, 9));
    const dice = (colour: string) =>
      stamp(
        s,
        path("M-14-4L0-13L14-5V9L0 16L-14 8Z", colour) +
          path("M-14-4L0-13L14-5L0 3Z", { fill: "#ffffff", opacity: 0.35 }),
      );
    const mango = dice("#fbb02d");
    const dragon = dice("#c2185b");
    return [
      orange(84, 188, -8),
      kiwi(132, 190, 10),
      mango(170, 192),
      mango(190, 180, 20),
      mango(184, 198, -10),
      dragon(220, 190),
      dragon(244, 182, 14),
      dragon(236, 198),
      berry(70, 146, -16),
      berry(100, 152, 12),
      orange(142, 150, 14),
      kiwi(186, 146, -12),
      berry(220, 148, 10),
      mango(250, 146, 30),
      mango(242, 160),
      kiwi(66, 106, -10),
      orange(108, 108, 8),
      dragon(148, 104),
      dragon(166, 112, 20),
      berry(192, 98, -12),
      orange(226, 108, -10),
      kiwi(258, 104, 12),
      blue(120, 128),
      blue(134, 122),
      blue(168, 134),
      blue(204, 126),
      blue(84, 128),
      blue(246, 126),
      blue(150, 84),
      blue(172, 82),
      blue(88, 84),
      blue(210, 82),
    ].join("");
  }),
  "watermelon-box": (s) => {
    table(s, "mint");
    const wedge = stamp(s, fruits.melonWedge(s));
    s.add(
      plate(s, { x: 160, y: 134, r: 140 }, "#fbf6ea", "#4f9a5a"),
      wedge(92, 92, -24, 1.15),
      wedge(160, 76, 0, 1.2),
      wedge(228, 92, 24, 1.15),
      wedge(120, 138, -12, 1.2),
      wedge(202, 140, 14, 1.2),
      at(250, 180, green.leaf(s, "#4fa048", [32, 14]), -30),
    );
  },
  "mango-box": (s) => {
    table(s, "sage");
    s.add(
      plate(s, { x: 160, y: 134, r: 142 }, "#5d86a8", "#f3e9cf"),
      at(108, 98, fruits.mangoHalf(s), -14, 1.12),
      at(212, 112, fruits.mangoHalf(s), 12, 1.12),
      at(146, 172, fruits.mangoHalf(s), -4, 1.05),
      at(252, 172, green.leaf(s, "#4f9a3d", [40, 16]), -30),
    );
  },
  "pineapple-box": (s) => {
    table(s, "blush");
    const ring = stamp(s, fruits.pineappleRing(s, 46));
    s.add(
      board(s, 160, 132, [286, 180]),
      at(
        250,
        82,
        [-50, -28, -8, 14, 36]
          .map((turn) => at(0, 0, path("M-9 6Q-6-40 2-62Q10-38 9 6Z", shade(s, "#4f8f3c", 0.3, 0.25)), turn))
          .join("") + ellipse(0, 6, 26, 16, "#d9961c"),
      ),
      fan(ring, 3, [84, 98], [58, -4]),
      fan(ring, 3, [106, 160], [62, 2]),
    );
  },
  "dragon-fruit-box": (s) => {
    table(s, "sun");
    s.add(
      plate(s, { x: 160, y: 132, r: 140 }, "#fbf6ea", "#d94f86"),
      at(106, 108, fruits.dragonHalf(s), -16, 1.12),
      at(210, 138, fruits.dragonHalf(s), 10, 1.18),
      path(
        "M248 60Q262 52 270 64L214 132Q206 136 206 128Z",
        linear(s, [
          [0, "#f4f1ea"],
          [1, "#c8c2b6"],
        ]),
      ),
      ellipse(
        258,
        62,
        18,
        14,
        linear(s, [
          [0, "#ffffff"],
          [1, "#c8c2b6"],
        ]),
      ),
    );
  },
  "kiwi-box": (s) => {
    table(s, "clay");
    const greenKiwi = stamp(s, fruits.kiwi(s, "#8fc63f", 33));
    const gold = stamp(s, fruits.kiwi(s, "#f2c832", 33));
    s.add(
      plate(s, { x: 160, y: 126, r: 142 }, "#f6f1e4", "#7d9a4a"),
      fan(greenKiwi, 4, [82, 84], [38, -6], [-20, 10]),
      fan(gold, 4, [104, 128], [42, -4], [-10, 20]),
      fan(greenKiwi, 3, [112, 170], [46, -4], [0, 30]),
      at(254, 72, green.leaf(s, "#5fa044", [34, 15]), 30),
    );
  },
};

const whole: Recipes = {
  "strawberry-box": (s) => {
    table(s, "mint");
    const berry = stamp(s, fruits.strawberry(s, 25));
    const rows: [number, number, number][] = [
      [82, 96, -18],
      [124, 88, 8],
      [166, 84, -6],
      [208, 90, 14],
      [246, 100, -10],
      [66, 138, 12],
      [108, 132, -10],
      [150, 128, 6],
      [192, 130, -14],
      [234, 138, 16],
      [92, 176, -6],
      [136, 172, 14],
      [180, 172, -8],
      [222, 178, 8],
    ];
    s.add(
      shadow(s, 166, 186, [146, 36]),
      path("M36 92L52 206Q54 214 64 214H256Q266 214 268 206L284 92Z", shade(s, "#e9c48a", 0.2, 0.3)),
      path("M36 92Q160 62 284 92L274 160H46Z", "#8f5f2b"),
      rows.map(([x, y, turn]) => berry(x, y, turn)).join(""),
      path(
        "M44 176H276L268 206Q266 216 256 216H64Q54 216 52 206Z",
        linear(s, [
          [0, "#f3d6a3"],
          [1, "#c9985a"],
        ]),
      ),
      path("M48 190H272", { stroke: "#a8743a", width: 2.4, opacity: 0.5 }),
    );
  },
  "grape-box": (s) => {
    table(s, "lilac");
    const one = [
      stamp(s, fruits.grape(s, "#b5cf4a", 17)),
      stamp(s, fruits.grape(s, "#9fc03c", 16)),
      stamp(s, fruits.grape(s, "#c6da66", 16)),
    ];
    const rows = [5, 6, 6, 5, 4, 2];
    s.add(
      plate(s, { x: 160, y: 136, r: 140 }, "#f3efe4", "#8f7db0"),
      path("M152 40Q158 26 176 22", { stroke: "#8a6a34", width: 7 }),
      at(172, 48, green.leaf(s, "#5f9f44", [58, 30]), 14),
      at(146, 50, green.leaf(s, "#6fae50", [50, 26]), 165),
      rows
        .map((count, row) =>
          lay(
            s,
            Array.from({ length: count }, (_, i) => ({
              x: 156 + (i - (count - 1) / 2) * 27 + s.between(-3, 3),
              y: 74 + row * 23 + s.between(-3, 3),
            })),
            one,
            [-10, 10],
            1.08,
          ),
        )
        .join(""),
    );
  },
  "cherry-tomato-box": (s) => {
    table(s, "sage");
    const one = [
      stamp(s, green.cherryTomato(s, 18)),
      stamp(s, green.cherryTomato(s, 17, "#f0562f")),
      stamp(s, green.cherryTomato(s, 17, "#d92b25")),
    ];
    const place = { x: 160, y: 108, r: 114 };
    s.add(
      bowl(
        s,
        place,
        { colour: "#5d86a8", inside: "#dfe8ec", depth: 52, pattern: "waves" },
        lay(s, spread(s, 24, [160, 104], [84, 48]), one, [-10, 10], 1.1) +
          lay(
            s,
            spread(s, 7, [160, 100], [72, 40]),
            [
              stamp(
                s,
                [0, 72, 144, 216, 288]
                  .map((turn) => at(0, 0, green.leaf(s, "#4f9a3d", [11, 4]), turn))
                  .join(""),
              ),
            ],
            [0, 70],
          ),
      ),
    );
  },
  "banana-bunch": (s) => {
    table(s, "sky");
    s.add(
      cloth(s, 160, 130, -4, ["#f6eddc", "#e0a53c"]),
      shadow(s, 168, 176, [120, 26]),
      at(162, 116, fruits.bananas(s), -6, 1.22),
    );
  },
};

const cups: Recipes = {
  "orange-juice": (s) => {
    table(s, "sun");
    const shape = { x: 146, top: 48, bottom: 214, wide: 104, narrow: 84 };
    s.add(
      straw(172, [6, 180], "#4f9a5a", 14),
      cup(s, shape, {
        layers: [
          [0, "#ffcf5a"],
          [0.4, "#ffab2c"],
          [1, "#f28a12"],
        ],
        ice: 3,
        foam: ["#ffe29a", 5],
      }),
      at(100, 50, fruits.orangeSlice(s, 30), -20),
      dew(s, shape),
      shadow(s, 252, 206, [44, 12]),
      at(252, 172, green.cherryTomato(s, 33, "#f7941d")),
      at(252, 142, green.leaf(s, "#4f9a3d", [30, 14]), -20),
      at(228, 204, fruits.orangeSlice(s, 26), 10),
    );
  },
  "fruit-yogurt": (s) => {
    table(s, "blush");
    const place = { x: 160, y: 106, r: 116 };
    const dice = (colour: string) =>
      stamp(
        s,
        path("M-13-4L0-12L13-5V8L0 15L-13 8Z", colour) +
          path("M-13-4L0-12L13-5L0 3Z", { fill: "#ffffff", opacity: 0.35 }),
      );
    s.add(
      bowl(
        s,
        place,
        { colour: "#8fb3c4", inside: "#eef3f2", depth: 54, pattern: "dots" },
        broth(s, place, "#fffaf2") +
          group({}, path("M84 110Q110 84 150 104T232 96", { stroke: "#f3e9dc", width: 14, opacity: 0.8 })) +
          fan(stamp(s, fruits.kiwi(s, "#8fc63f", 23)), 3, [84, 108], [22, -14], [-20, 10]) +
          fan(stamp(s, fruits.strawberry(s, 18)), 3, [150, 78], [28, 4], [-20, 20]) +
          lay(s, spread(s, 6, [214, 116], [24, 16]), [dice("#fbb02d")], [0, 40]) +
          lay(s, spread(s, 5, [112, 138], [24, 10]), [dice("#c2185b")], [0, 40]) +
          lay(s, spread(s, 8, [166, 126], [28, 18]), [stamp(s, fruits.blueberry(s, 9))]) +
          lay(
            s,
            spread(s, 12, [188, 142], [34, 10]),
            [stamp(s, ellipse(0, 0, 8, 5, shade(s, "#cf9446", 0.4, 0.2)))],
            [0, 180],
          ) +
          at(160, 102, green.leaf(s, "#4fa048", [26, 12]), -40),
      ),
    );
  },
};

export const fruitDishes: Recipes = { ...cut, ...whole, ...cups };
