import { at, ellipse, group, linear, path, shade, spread, stamp } from "../mark.ts";
import { cup, dew, straw } from "../parts/cups.ts";
import * as fruits from "../parts/fruits.ts";
import * as green from "../parts/greens.ts";
import { cloth, shadow, table } from "../parts/table.ts";
import { bowl, broth, plate } from "../parts/vessels.ts";
import { fan, lay, type Recipes } from "../recipe.ts";
import { cutFruit } from "./cut-fruit.ts";

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

export const fruitDishes: Recipes = { ...cutFruit, ...whole, ...cups };
