import { at, ellipse, path, radial, shade, spread, stamp } from "../mark.ts";
import * as green from "../parts/greens.ts";
import * as meat from "../parts/meats.ts";
import { glazes } from "../parts/servings.ts";
import { grains } from "../parts/staples.ts";
import { steam, table } from "../parts/table.ts";
import { bowl, type Glaze } from "../parts/vessels.ts";
import { fan, lay, type Recipes } from "../recipe.ts";
import type { Sheet } from "../sheet.ts";
import { saladSides } from "./salad-sides.ts";

const place = { x: 160, y: 104, r: 120 };
const kraft: Glaze = { colour: "#cf9d62", inside: "#e6c495", depth: 56 };
const lettuceBed = (s: Sheet, count = 11) =>
  ellipse(
    160,
    107,
    106,
    70,
    radial(s, [
      [0, "#3f7a2c"],
      [1, "#5d9a3a"],
    ]),
  ) +
  lay(
    s,
    spread(s, count, [160, 106], [84, 50]),
    [
      stamp(s, green.lettuce(s, "#8fc24a")),
      stamp(s, green.lettuce(s, "#a9d162")),
      stamp(s, green.lettuce(s, "#6fae3d")),
    ],
    [0, 360],
  );

const salads: Recipes = {
  "chicken-salad": (s) => {
    table(s, "sage");
    s.add(
      bowl(
        s,
        place,
        kraft,
        lettuceBed(s) +
          green.corn(spread(s, 16, [96, 92], [28, 18])) +
          lay(
            s,
            spread(s, 4, [210, 78], [26, 12]),
            [stamp(s, green.cherryTomato(s, 14, "#e23d2b", true))],
            [0, 180],
          ) +
          fan(stamp(s, green.slice(s, ["#d3ea9f", "#4f9a43"], 15, "seeds")), 4, [204, 128], [14, -8]) +
          at(108, 130, meat.eggHalf(s, [21, 16])) +
          fan(
            stamp(s, meat.roastSlice(s, "#b06a22", "#f6e2bd", [22, 54])),
            6,
            [126, 100],
            [16, 1],
            [-18, 10],
          ),
      ),
    );
  },
  "shrimp-avocado-salad": (s) => {
    table(s, "mint");
    s.add(
      bowl(
        s,
        place,
        { ...glazes.white, depth: 54 },
        lettuceBed(s) +
          at(196, 92, green.avocadoFan(s, 7), 14, 1.3) +
          lay(s, spread(s, 5, [150, 132], [56, 16]), [stamp(s, meat.cube(s, "#fbb52f", 20))], [-10, 10]) +
          fan(stamp(s, meat.shrimp(s)), 4, [86, 104], [24, -10], [-30, 20]) +
          fan(stamp(s, meat.shrimp(s, "#ee7d4d")), 3, [104, 128], [28, -4], [-10, 40]) +
          lay(
            s,
            spread(s, 4, [170, 116], [70, 34]),
            [stamp(s, green.cherryTomato(s, 11, "#e23d2b", true))],
            [0, 180],
          ),
      ),
    );
  },
  "caesar-salad": (s) => {
    table(s, "cream");
    const shaving = stamp(
      s,
      at(1, 3, path("M-18 3Q-4-12 18-6L16 2Q0-4-14 9Z", { fill: "#42142a", opacity: 0.2 })) +
        path("M-18 3Q-4-12 18-6L16 2Q0-4-14 9Z", shade(s, "#fdf0b9", 0.4, 0.1)),
    );
    s.add(
      bowl(
        s,
        place,
        { ...glazes.black, depth: 50 },
        lettuceBed(s, 11) +
          lay(s, spread(s, 9, [160, 102], [80, 42]), [stamp(s, meat.cube(s, "#e2a548", 26))], [-12, 12]) +
          lay(
            s,
            spread(s, 9, [160, 102], [78, 42]),
            [stamp(s, meat.rolledSlice(s, "#b5452f", "#f6cfae"))],
            [-40, 60],
            0.7,
          ) +
          lay(s, spread(s, 8, [160, 98], [76, 40]), [shaving], [0, 180]) +
          path("M96 88Q130 70 150 96T206 92T232 108", { stroke: "#fffbe9", width: 6, opacity: 0.85 }),
      ),
    );
  },
};

const bowls: Recipes = {
  "salmon-poke": (s) => {
    table(s, "sky");
    s.add(
      bowl(
        s,
        place,
        { ...glazes.blue, depth: 54 },
        grains(s, [160, 106], [106, 70], ["#d9b98a", "#f3e2bd", "#b98a55"]) +
          lay(s, spread(s, 8, [106, 92], [32, 24]), [stamp(s, green.woodEar(s, 13, "#2f5a3a"))], [0, 180]) +
          at(214, 84, green.avocadoFan(s, 6), 24, 1.2) +
          lay(s, spread(s, 14, [212, 126], [32, 16]), [
            stamp(s, green.beads(s, [{ x: 0, y: 0 }], "#8fc94a", 6.5)),
          ]) +
          fan(stamp(s, green.slice(s, ["#f9b9c6", "#e0567a"], 13)), 4, [96, 136], [15, 5]) +
          lay(s, spread(s, 13, [158, 104], [36, 30]), [stamp(s, meat.cube(s, "#f47f4e", 27))], [-12, 12]) +
          green.seeds(spread(s, 22, [160, 104], [40, 32]), "#2f241c", 2.4),
      ),
    );
  },
  "beef-quinoa-bowl": (s) => {
    table(s, "clay");
    s.add(
      bowl(
        s,
        place,
        { ...glazes.ochre, depth: 54 },
        grains(s, [160, 106], [106, 70], ["#e3c690", "#a34b32", "#5b3a2c"]) +
          lay(s, spread(s, 5, [98, 92], [30, 22]), [stamp(s, green.broccoli(s, 1.1))], [-10, 10]) +
          lay(
            s,
            spread(s, 9, [214, 84], [30, 18]),
            [stamp(s, green.strip("#f2b52b", 34, 9)), stamp(s, green.strip("#dd3a26", 32, 9))],
            [-50, 50],
          ) +
          fan(stamp(s, green.slice(s, ["#f59a3e", "#e07a1c"], 14)), 4, [196, 134], [15, -6]) +
          lay(s, spread(s, 12, [150, 112], [44, 28]), [
            stamp(s, meat.chunk(s, "#6f3520", [29, 24])),
            stamp(s, meat.chunk(s, "#7d3f26", [26, 22])),
          ]) +
          green.seeds(spread(s, 20, [150, 108], [44, 26]), "#f7e6b4", 2.2),
      ),
      steam(s, 150, 62, 44, 30),
    );
  },
  "tofu-veg-bowl": (s) => {
    table(s, "lilac");
    s.add(
      bowl(
        s,
        place,
        { ...glazes.celadon, depth: 54 },
        lettuceBed(s, 9) +
          lay(
            s,
            spread(s, 18, [98, 92], [30, 22]),
            [stamp(s, green.strip("#8a3f8f", 34, 5, 7)), stamp(s, green.strip("#b06ab5", 30, 4.6, 5))],
            [-60, 60],
          ) +
          lay(
            s,
            spread(s, 14, [212, 88], [28, 18]),
            [stamp(s, green.strip("#f2923a", 34, 5, 5))],
            [-60, 60],
          ) +
          lay(s, spread(s, 4, [206, 128], [28, 12]), [stamp(s, green.mushroom(s))], [-30, 30], 1.1) +
          lay(s, spread(s, 10, [140, 118], [42, 26]), [stamp(s, meat.cube(s, "#eab04c", 34))], [-10, 10]) +
          green.seeds(spread(s, 26, [144, 112], [50, 30]), "#fff7df", 2.4),
      ),
    );
  },
};

export const saladDishes: Recipes = { ...salads, ...bowls, ...saladSides };
