import { at, ellipse, path, shade, spread, stamp } from "../mark.ts";
import { bentoBox } from "../parts/boxes.ts";
import { cup, dome, paperCup, pearls, straw } from "../parts/cups.ts";
import * as dough from "../parts/dough.ts";
import * as fruits from "../parts/fruits.ts";
import * as green from "../parts/greens.ts";
import * as meat from "../parts/meats.ts";
import { glazes } from "../parts/servings.ts";
import { rice } from "../parts/staples.ts";
import { chopsticks, shadow, steam } from "../parts/table.ts";
import { bowl, broth, dip, plate, steamer } from "../parts/vessels.ts";
import { lay, type Recipes } from "../recipe.ts";
import { wide } from "./wide.ts";

export const freshCovers: Recipes = {
  breakfast: wide(["#fff0c4", "#f2ae5c"], (s) => {
    const one = stamp(s, dough.bun(s, 54));
    const place = { x: 646, y: 124, r: 92 };
    return [
      steamer(s, { x: 392, y: 142, r: 150 }, one(392, 100) + one(328, 148) + one(456, 150)),
      bowl(
        s,
        place,
        glazes.porcelain,
        broth(s, place, "#f8ebcf") + ellipse(622, 110, 30, 10, { fill: "#fffdf2", opacity: 0.85 }),
      ),
      at(636, 236, dough.youtiao(s, 210), -14),
      at(660, 264, dough.youtiao(s, 200), -8),
      at(176, 232, meat.wholeEgg(s, "#b98152", 40, true), -20),
      at(236, 252, meat.eggHalf(s, [30, 23], "#c58a4e")),
      steam(s, 390, 70, 56, 56),
    ];
  }),
  dumplings: wide(["#f9cdb4", "#c65a4a"], (s) => {
    const one = stamp(s, dough.dumpling(s, "#fdf1dc", "#9cbb6a"));
    const spots: [number, number, number][] = [
      [330, 92, -16],
      [406, 76, -4],
      [482, 88, 14],
      [296, 140, -22],
      [372, 134, -6],
      [448, 134, 6],
      [522, 144, 20],
      [340, 186, -8],
      [416, 190, 0],
      [490, 188, 12],
    ];
    return [
      plate(s, { x: 410, y: 148, r: 182 }, "#4f7ba3", "#c9dcea"),
      spots.map(([x, y, turn]) => one(x, y, turn, 1.32)).join(""),
      dip(s, 650, 116, "#5b2012", 52),
      green.seeds(spread(s, 12, [650, 110], [30, 14]), "#fff0c8", 3.4),
      dip(s, 676, 226, "#b9301a", 44),
      chopsticks(s, 166, 232, -24),
      steam(s, 410, 72, 54, 50),
    ];
  }),
  bento: wide(["#f6e3d0", "#c98a6c"], (s) => {
    const place = { x: 672, y: 138, r: 86 };
    return [
      at(
        250,
        6,
        bentoBox(
          s,
          ["#9c2f26", "#3a1f1c"],
          [
            {
              cell: [34, 38, 122, 152],
              floor: "#fbf3e2",
              food: rice(s, [96, 114], [72, 84]) + at(96, 108, green.cherryTomato(s, 15, "#c2263a")),
            },
            { cell: [164, 38, 122, 88], food: at(226, 82, meat.salmon(s, [50, 28]), -8) },
            {
              cell: [164, 134, 57, 56],
              food: green.beads(s, spread(s, 14, [193, 162], [22, 20]), "#8fc94a", 6.5),
            },
            {
              cell: [229, 134, 57, 56],
              food: lay(
                s,
                [
                  { x: 246, y: 150 },
                  { x: 270, y: 156 },
                  { x: 254, y: 176 },
                ],
                [stamp(s, green.broccoli(s, 1.05))],
                [-8, 8],
              ),
            },
          ],
        ),
        0,
        1.2,
      ),
      bowl(
        s,
        place,
        { colour: "#7c2a22", inside: "#3a1a17", pattern: "band" },
        broth(s, place, "#d39a4f") +
          lay(s, spread(s, 6, [672, 136], [52, 28]), [stamp(s, meat.cube(s, "#fdf3dc", 28))], [-14, 14]) +
          green.scallions(spread(s, 8, [672, 136], [56, 32]), 3.6),
      ),
      chopsticks(s, 150, 244, -12),
      steam(s, 672, 96, 50, 26),
    ];
  }),
  "tea-coffee": wide(["#f9dfe0", "#c98a94"], (s) => {
    const first = { x: 320, top: 62, bottom: 272, wide: 142, narrow: 104 };
    const second = { x: 486, top: 84, bottom: 276, wide: 132, narrow: 98 };
    const bean = stamp(
      s,
      ellipse(0, 0, 12, 8.4, shade(s, "#6b3a1c", 0.3, 0.3)) +
        path("M-10 0Q-3-4 1 0T10 0", { stroke: "#32170a", width: 2.2 }),
    );
    return [
      straw(338, [4, 240], "#3a2420", 14),
      cup(s, first, {
        layers: [
          [0, "#f6e3c6"],
          [0.5, "#dcb184"],
          [1, "#a86b3a"],
        ],
        inside:
          path(
            "M262 84Q280 150 266 240M300 78Q286 140 304 200M360 80Q346 150 358 230M336 76Q346 120 332 170",
            { stroke: "#6b3312", width: 13, opacity: 0.75 },
          ) + pearls(s, first),
      }),
      dome(s, first),
      straw(504, [34, 240], "#5f8f3c", 12),
      cup(s, second, {
        layers: [
          [0, "#7fa845"],
          [0.3, "#9cbd5c"],
          [0.5, "#dfe6c0"],
          [1, "#fffaf0"],
        ],
        ice: 5,
        inside: path("M420 176Q450 150 474 180T534 170T560 184", {
          stroke: "#b5cc7d",
          width: 15,
          opacity: 0.75,
        }),
      }),
      paperCup(s, { x: 644, top: 118, bottom: 274, wide: 122, narrow: 96 }, ["#f9f2e6", "#b9566d"]),
      steam(s, 644, 108, 50, 26),
      lay(s, spread(s, 7, [160, 250], [80, 24]), [bean], [0, 180]),
    ];
  }),
  fruit: wide(["#fff3b8", "#f2a63c"], (s) => {
    const wedge = stamp(s, fruits.melonWedge(s));
    const berry = stamp(s, fruits.strawberry(s, 30));
    const grape = stamp(s, fruits.grape(s, "#b5cf4a", 22));
    const orange = stamp(s, fruits.orangeSlice(s, 44));
    const kiwi = stamp(s, fruits.kiwi(s, "#8fc63f", 38));
    return [
      plate(s, { x: 440, y: 160, r: 214 }, "#fbf6ea", "#7fb04a"),
      wedge(330, 88, -22, 1.4),
      wedge(412, 70, 0, 1.4),
      [
        [500, 76],
        [536, 66],
        [572, 80],
        [518, 102],
        [554, 102],
        [536, 128],
      ]
        .map(([x = 0, y = 0]) => grape(x, y))
        .join(""),
      orange(312, 170, -8),
      orange(372, 192, 12),
      kiwi(448, 156, 0),
      kiwi(504, 180, 10),
      berry(572, 168, 14),
      berry(604, 196, -10),
      berry(548, 210, 6),
      at(420, 228, fruits.dragonHalf(s), -4, 0.86),
      lay(s, spread(s, 8, [300, 226], [40, 18]), [stamp(s, fruits.blueberry(s, 13))]),
      at(600, 130, green.leaf(s, "#4fa048", [46, 20]), -30),
      shadow(s, 150, 262, [80, 14]),
      at(150, 224, green.cherryTomato(s, 42, "#f7941d")),
      at(152, 186, green.leaf(s, "#4f9a3d", [40, 18]), -24),
    ];
  }),
};
