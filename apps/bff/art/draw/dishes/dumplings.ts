import { lit } from "../colour.ts";
import { at, blob, echo, linear, path, shade, spread, stamp } from "../mark.ts";
import { dumpling, wonton } from "../parts/dough.ts";
import * as green from "../parts/greens.ts";
import * as meat from "../parts/meats.ts";
import { glazes, onPlate, sprinkle } from "../parts/servings.ts";
import { chopsticks, steam, type Theme, table } from "../parts/table.ts";
import { bowl, broth, dip, oil, plate } from "../parts/vessels.ts";
import { fan, lay, type Recipe, type Recipes } from "../recipe.ts";

type Look = { skin?: string; filling: string; dish: string };

/** A round plate of boiled dumplings with a dip and what is in them beside it. */
const platter =
  (theme: Theme, { skin = "#fdf1dc", filling, dish }: Look, beside: Recipe): Recipe =>
  (s) => {
    table(s, theme);
    const one = stamp(s, dumpling(s, skin, filling));
    const rows: [number, number, number][] = [
      [92, 76, -16],
      [144, 66, -4],
      [196, 76, 12],
      [66, 110, -22],
      [120, 106, -6],
      [174, 106, 6],
      [226, 112, 20],
      [90, 144, -10],
      [144, 142, 0],
      [198, 146, 12],
    ];
    s.add(
      plate(s, { x: 146, y: 116, r: 132 }, dish, lit(dish, 0.5)),
      rows.map(([x, y, turn]) => one(x, y, turn, 1.05)).join(""),
      steam(s, 140, 58, 46, 36),
    );
    beside(s);
  };

const boiled: Recipes = {
  "pork-chive-dumplings": platter("sage", { filling: "#7fb04a", dish: "#6f9c84" }, (s) =>
    s.add(
      dip(s, 280, 186, "#5b2012", 30),
      lay(
        s,
        [
          { x: 262, y: 70 },
          { x: 270, y: 78 },
          { x: 276, y: 88 },
        ],
        [stamp(s, green.strip("#4f9a3d", 64, 6, 6))],
        [50, 62],
      ),
    ),
  ),
  "pork-cabbage-dumplings": platter("cream", { filling: "#e9d59a", dish: "#c27f3d" }, (s) =>
    s.add(
      at(282, 74, green.lettuce(s, "#d6e59a", [26, 36]), 10),
      at(284, 82, path("M-6 30Q-12-6 0-26Q12-6 6 30Z", shade(s, "#fdfbe9", 0.4, 0.1)), 10),
      dip(s, 280, 188, "#b9301a", 30),
    ),
  ),
  "three-delicacy-dumplings": platter("sky", { skin: "#fdf3e6", filling: "#f4865a", dish: "#4f7ba3" }, (s) =>
    s.add(
      at(276, 66, meat.shrimp(s), 20, 1.3),
      at(288, 102, meat.eggHalf(s, [15, 12])),
      dip(s, 280, 186, "#5b2012", 30),
      green.seeds(spread(s, 8, [280, 182], [16, 7]), "#fff0c8", 2.6),
    ),
  ),
  "beef-celery-dumplings": platter("clay", { filling: "#a8643f", dish: "#4a4443" }, (s) =>
    s.add(
      lay(
        s,
        [
          { x: 268, y: 70 },
          { x: 282, y: 76 },
        ],
        [stamp(s, green.strip("#a5cf5c", 70, 12, 8))],
        [58, 70],
      ),
      at(262, 44, green.leaf(s, "#5fa03f", [22, 13]), -60),
      at(284, 46, green.leaf(s, "#6fb04a", [22, 13]), -40),
      dip(s, 280, 188, "#3f1710", 30),
    ),
  ),
  "tomato-egg-dumplings": platter("blush", { skin: "#f9bd6a", filling: "#e2512f", dish: "#f6efe2" }, (s) =>
    s.add(
      at(276, 76, green.cherryTomato(s, 25)),
      at(276, 54, green.leaf(s, "#4f9a3d", [20, 9]), -30),
      at(276, 54, green.leaf(s, "#5fa84a", [18, 8]), 190),
      dip(s, 280, 188, "#5b2012", 30),
    ),
  ),
};

const inSoup: Recipes = {
  "sour-soup-dumplings": (s) => {
    table(s, "wood");
    const place = { x: 160, y: 106, r: 114 };
    const one = stamp(s, dumpling(s, "#fdf1dc", "#b98a4a"));
    s.add(
      bowl(
        s,
        place,
        glazes.blue,
        broth(s, place, "#a8481c") +
          oil(s, place, "#e8521f", 16) +
          (
            [
              [104, 86, -18],
              [164, 74, 0],
              [218, 92, 18],
              [130, 118, -6],
              [192, 124, 10],
            ] as const
          )
            .map(([x, y, turn]) => one(x, y, turn, 1.05))
            .join("") +
          lay(s, spread(s, 6, [160, 106], [80, 44]), [stamp(s, meat.shrimp(s, "#f2a582"))], [0, 360], 0.5) +
          green.seeds(spread(s, 24, [160, 106], [86, 50]), "#fff3d0", 2.8) +
          sprinkle(s, 22, [160, 106], [84, 46]) +
          fan(stamp(s, green.coriander(s)), 3, [134, 96], [26, -2], [-30, 30]),
      ),
      steam(s, 160, 60, 50, 34),
    );
  },
  "chilli-wontons": (s) => {
    table(s, "night");
    const place = { x: 160, y: 108, r: 112 };
    s.add(
      bowl(
        s,
        place,
        { ...glazes.white, depth: 44 },
        broth(s, place, "#b3260f") +
          oil(s, place, "#f0662a", 16) +
          lay(s, spread(s, 8, [160, 104], [72, 40]), [stamp(s, wonton(s, "#e08a6a"))], [-50, 50], 1.1) +
          oil(s, { x: 160, y: 112, r: 88 }, "#d8381a", 8) +
          meat.mince(spread(s, 12, [160, 104], [66, 36]), "#f6e3b4") +
          green.seeds(spread(s, 20, [160, 104], [78, 44]), "#fff3d0", 2.8) +
          sprinkle(s, 20, [160, 102], [74, 40]),
      ),
      chopsticks(s, 256, 60, -36),
    );
  },
  "wonton-soup": (s) => {
    table(s, "mint");
    const place = { x: 160, y: 106, r: 112 };
    const egg = stamp(s, green.strip("#fbd458", 34, 5, 6));
    s.add(
      bowl(
        s,
        place,
        glazes.porcelain,
        broth(s, place, "#f0dba0") +
          lay(s, spread(s, 5, [160, 108], [76, 44]), [stamp(s, green.woodEar(s, 15, "#33402f"))], [0, 180]) +
          lay(s, spread(s, 8, [160, 104], [72, 40]), [stamp(s, wonton(s, "#f0a58a"))], [-60, 60]) +
          lay(s, spread(s, 10, [160, 102], [68, 36]), [egg], [-80, 80]) +
          lay(s, spread(s, 5, [160, 104], [70, 38]), [stamp(s, meat.shrimp(s, "#f2a582"))], [0, 360], 0.45) +
          sprinkle(s, 20, [160, 104], [76, 42]),
      ),
      steam(s, 160, 60, 50, 34),
    );
  },
  "seaweed-egg-soup": (s) => {
    table(s, "lilac");
    const place = { x: 160, y: 108, r: 106 };
    const cloud = (fill: string) =>
      stamp(s, path(blob(s, [0, 0], [24, 13], 0.3, 9), { fill, opacity: 0.92 }));
    s.add(
      bowl(
        s,
        place,
        glazes.celadon,
        broth(s, place, "#e9cf86") +
          lay(s, spread(s, 7, [160, 108], [70, 40]), [stamp(s, green.woodEar(s, 20, "#2f3a36"))], [0, 180]) +
          lay(s, spread(s, 12, [160, 106], [72, 40]), [cloud("#fbd75c"), cloud("#fff1b8")], [-40, 40]) +
          oil(s, place, "#f0b84a", 8) +
          sprinkle(s, 22, [160, 106], [72, 40]),
      ),
      steam(s, 160, 62, 50, 32),
    );
  },
};

const cold: Recipes = {
  potstickers: (s) => {
    table(s, "sun");
    const one = stamp(
      s,
      echo(
        s,
        "M-21 34C-26-4-20-34 0-36S26-4 21 34Q0 42-21 34Z",
        { x: 3, y: 6, fill: "#42142a", opacity: 0.26 },
        {
          fill: linear(s, [
            [0, "#fdf0d6"],
            [0.45, "#f6d79c"],
            [1, "#b9651c"],
          ]),
        },
      ) +
        path("M-2-34Q5-26-3-19T3-4T-3 9", { stroke: "#d9ab63", width: 3.4 }) +
        path("M-13 10Q-14-14-6-24", { stroke: "#fffbea", width: 3, opacity: 0.8 }) +
        path("M-16 31Q0 37 16 31", { stroke: "#7d3c0e", width: 4, opacity: 0.55 }),
    );
    const lace = path(blob(s, [158, 122], [112, 66], 0.08, 16), {
      fill: "#e8b45a",
      opacity: 0.55,
      stroke: "#c98a35",
      width: 2,
    });
    s.add(
      plate(s, { x: 154, y: 122, r: 138 }, "#3f4a52", "#a8b8c0"),
      lace,
      [0, 1]
        .map((row) => [0, 1, 2, 3].map((i) => one(86 + i * 46 + row * 6, 92 + row * 58, -6 + i * 4)).join(""))
        .join(""),
      green.seeds(spread(s, 26, [158, 118], [90, 50]), "#2f2018", 2.4),
      sprinkle(s, 16, [158, 118], [86, 48]),
      dip(s, 288, 200, "#5b2012", 26),
      steam(s, 150, 56, 42, 38),
    );
  },
  "spiced-beef": (s) => {
    table(s, "slate");
    const slice = stamp(
      s,
      meat.beefSlice(s, "#8f4a34", [34, 24]) +
        path("M-20 2Q-8-12 2-4T22-6M-12 12Q0 2 12 10", { stroke: "#f0d3a8", width: 3.2, opacity: 0.85 }),
    );
    s.add(
      plate(s, { x: 160, y: 122, r: 138 }, "#f3efe6", "#8a4a30"),
      fan(slice, 6, [84, 98], [29, 0], [-14, 14]),
      fan(slice, 5, [98, 138], [31, 0], [-12, 12]),
      fan(stamp(s, green.coriander(s)), 3, [138, 78], [22, -2], [-30, 30]),
      green.seeds(spread(s, 16, [160, 118], [76, 38]), "#fff1d0", 2.6),
      at(252, 166, green.ring("#d7301f", 7)),
      at(60, 160, green.ring("#d7301f", 6)),
    );
  },
  "wood-ear-salad": (s) => {
    table(s, "blush");
    onPlate(
      s,
      ["#f1f0e6", "#b8463a"],
      "#5b3018",
      lay(
        s,
        spread(s, 22, [160, 116], [68, 42]),
        [stamp(s, green.woodEar(s, 23)), stamp(s, green.woodEar(s, 20, "#3b2a2c"))],
        [0, 180],
      ) +
        lay(s, spread(s, 8, [160, 112], [62, 38]), [
          stamp(s, green.ring("#d7301f", 6)),
          stamp(s, green.ring("#f0a52b", 5)),
        ]) +
        meat.mince(spread(s, 14, [160, 112], [62, 38]), "#f6e6bc") +
        fan(stamp(s, green.coriander(s)), 4, [122, 100], [26, 2], [-40, 40]) +
        green.seeds(spread(s, 18, [160, 112], [64, 40]), "#fff3d0", 2.8),
    );
  },
};

export const dumplingDishes: Recipes = { ...boiled, ...inSoup, ...cold };
