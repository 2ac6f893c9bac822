import { at, path, spread, stamp } from "../mark.ts";
import { pancake } from "../parts/dough.ts";
import * as green from "../parts/greens.ts";
import { grilled, skewer } from "../parts/grill.ts";
import * as meat from "../parts/meats.ts";
import { glazes, onPlate, riceBowl, sprinkle, toppingArea } from "../parts/servings.ts";
import { noodles, ribbons, sauce } from "../parts/staples.ts";
import { chopsticks, cloth, spoon, steam, table } from "../parts/table.ts";
import { board, bowl, broth, dip, oil, plate } from "../parts/vessels.ts";
import { fan, lay, type Recipes } from "../recipe.ts";

const bowls: Recipes = {
  "beef-noodles": (s) => {
    table(s, "sky");
    const place = { x: 160, y: 106, r: 114 };
    const radish = stamp(s, green.slice(s, ["#f6f3e2", "#e9e6cf"], 15));
    s.add(
      bowl(
        s,
        place,
        glazes.blue,
        broth(s, place, "#c98a3d") +
          noodles(s, { x: 160, y: 108, r: 90 }, { colour: "#f6dd9c", width: 4.6 }) +
          sauce(s, [118, 92], [36, 22], "#c8321b", 0.16) +
          oil(s, { x: 118, y: 90, r: 46 }, "#f07a2a", 6) +
          fan(radish, 3, [196, 84], [16, 9]) +
          fan(stamp(s, meat.beefSlice(s)), 4, [140, 126], [21, -3], [-16, 16]) +
          sprinkle(s, 20, [150, 100], [56, 30]) +
          fan(stamp(s, green.coriander(s)), 2, [170, 92], [18, -6], [-20, 30]),
      ),
      steam(s, 168, 66, 54, 34),
    );
  },
  "double-beef-noodles": (s) => {
    table(s, "clay");
    const place = { x: 160, y: 104, r: 116 };
    s.add(
      bowl(
        s,
        place,
        { ...glazes.white, pattern: "stripes" },
        broth(s, place, "#b96f2b") +
          noodles(s, { x: 166, y: 104, r: 88 }, { colour: "#f3d58c", width: 5 }) +
          fan(stamp(s, meat.beefSlice(s, "#8f4a31", [24, 15])), 6, [82, 120], [23, 3], [-24, 22]) +
          fan(stamp(s, meat.beefSlice(s, "#7d3f2a", [22, 13])), 4, [112, 88], [22, -4], [-10, 20]) +
          at(216, 98, meat.eggHalf(s, [20, 15], "#c58a4e")) +
          sprinkle(s, 20, [160, 96], [62, 28]) +
          fan(stamp(s, green.coriander(s)), 2, [190, 74], [20, 4], [-30, 20]),
      ),
      chopsticks(s, 262, 206, -36),
    );
  },
  "cold-noodles": (s) => {
    table(s, "mint");
    const place = { x: 160, y: 108, r: 110 };
    const cucumber = [
      stamp(s, green.strip("#7fbf4f", 44, 5, 5)),
      stamp(s, green.strip("#a9d86e", 42, 4.6, -4)),
    ];
    s.add(
      bowl(
        s,
        place,
        { ...glazes.ochre, depth: 46 },
        broth(s, place, "#c2561f") +
          ribbons(s, { x: 160, y: 106, r: 106 }, "#f4e3b8", 13, 11) +
          lay(s, spread(s, 6, [150, 110], [56, 34]), [stamp(s, meat.cube(s, "#dcb36b", 22))], [-10, 10]) +
          sauce(s, [176, 96], [30, 16], "#b9301a") +
          lay(s, spread(s, 10, [160, 90], [46, 20]), cucumber, [-50, 50]) +
          green.seeds(spread(s, 24, [162, 98], [66, 38]), "#fff3d3", 2.6),
      ),
    );
  },
  "lamb-paomo": (s) => {
    table(s, "wood");
    const place = { x: 148, y: 104, r: 110 };
    const bread = [
      stamp(s, meat.chunk(s, "#efdcae", [16, 14])),
      stamp(s, meat.chunk(s, "#e3c78c", [15, 13])),
    ];
    s.add(
      bowl(
        s,
        place,
        glazes.rust,
        broth(s, place, "#ead2a2") +
          lay(s, spread(s, 13, [148, 108], [84, 50]), bread) +
          lay(s, spread(s, 4, [150, 104], [70, 40]), [stamp(s, green.woodEar(s, 15))], [0, 180]) +
          fan(stamp(s, meat.beefSlice(s, "#a8714f", [21, 12])), 5, [104, 100], [21, -3], [-20, 20]) +
          sprinkle(s, 18, [150, 100], [66, 36]) +
          fan(stamp(s, green.coriander(s)), 2, [160, 80], [20, 6], [-20, 30]),
      ),
      dip(s, 278, 176, "#f0d8ae", 30),
      at(272, 172, meat.eggHalf(s, [9, 8], "#f3d9a8", "#f3d9a8")),
      at(288, 176, meat.eggHalf(s, [8, 7], "#f3d9a8", "#eec992")),
      steam(s, 146, 62, 50, 34),
    );
  },
};

const plates: Recipes = {
  "fried-noodle-pieces": (s) => {
    table(s, "blush");
    const piece = (colour: string) =>
      stamp(
        s,
        at(1.5, 3, path("M-14-8Q0-12 14-7L12 8Q0 5-13 9Z", { fill: "#42142a", opacity: 0.24 })) +
          path("M-14-8Q0-12 14-7L12 8Q0 5-13 9Z", colour) +
          path("M-11-6Q0-9 10-5", { stroke: "#fffbe8", width: 2.4, opacity: 0.8 }),
      );
    const pepper = [stamp(s, green.strip("#4f9a3d", 22, 9)), stamp(s, green.strip("#d7391f", 20, 8))];
    onPlate(
      s,
      ["#f3ede2", "#b8463a"],
      "#d4532a",
      lay(s, spread(s, 26, [160, 118], [74, 46]), [piece("#f7e3ae"), piece("#f0d592")], [0, 180], 1.1) +
        lay(s, spread(s, 8, [160, 116], [66, 40]), [stamp(s, meat.chunk(s, "#8f5132", [18, 15]))]) +
        lay(s, spread(s, 6, [160, 116], [64, 38]), [stamp(s, green.tomatoWedge(s))], [-60, 60], 0.8) +
        lay(s, spread(s, 8, [160, 114], [64, 38]), pepper, [-90, 90]),
    );
    s.add(chopsticks(s, 250, 214, -20));
  },
  "big-plate-chicken": (s) => {
    table(s, "slate");
    const chicken = [
      stamp(s, meat.chunk(s, "#b5652b", [34, 26])),
      stamp(s, meat.chunk(s, "#c77a37", [30, 24])),
    ];
    const pepper = [stamp(s, green.strip("#4f9a3d", 26, 10)), stamp(s, green.strip("#d7391f", 24, 10))];
    s.add(
      plate(s, { x: 160, y: 118, r: 140 }, "#f3f0e6", "#4f7fa8"),
      sauce(s, [160, 120], [108, 68], "#a53a17", 0.05),
      ribbons(s, { x: 160, y: 126, r: 130 }, "#f3dca3", 15, 7),
      lay(s, spread(s, 8, [160, 116], [76, 46]), [stamp(s, meat.chunk(s, "#e9bd58", [30, 24]))]),
      lay(s, spread(s, 12, [160, 112], [74, 44]), chicken, [-40, 40], 1.2),
      lay(s, spread(s, 8, [160, 110], [74, 44]), pepper, [-90, 90]),
      lay(s, spread(s, 4, [160, 106], [64, 36]), [stamp(s, green.chilli(s, "#8f1c15", 26))], [0, 180]),
      steam(s, 160, 62, 50, 36),
    );
  },
  "beef-pie": (s) => {
    table(s, "sun");
    const pie = pancake(s, [58, 40], "#dca14a");
    s.add(
      plate(s, { x: 160, y: 126, r: 130 }, "#eef0ea", "#9c6a3c"),
      at(118, 112, pie),
      at(206, 142, path("M-58 2Q-56-38 0-40L6-36L-18 36Q-56 30-58 2Z", { fill: "#42142a", opacity: 0.24 })),
      at(204, 132, pie),
      at(
        232,
        158,
        `${path("M-34-6Q0-26 34-10L30 16Q0 2-32 18Z", "#c4873a")}${path("M-30-2Q0-18 30-6L28 8Q0-4-28 10Z", "#7d4326")}`,
      ),
      meat.mince(spread(s, 14, [232, 157], [22, 5]), "#9c5a36"),
      sprinkle(s, 6, [232, 156], [22, 5], 2.4),
      green.seeds(spread(s, 16, [118, 108], [40, 24]), "#fff3d0", 2.6),
      steam(s, 150, 70, 44),
    );
  },
};

const rest: Recipes = {
  "cumin-lamb-rice": (s) => {
    table(s, "wood");
    const [centre, reach] = toppingArea;
    const lamb = [
      stamp(s, meat.beefSlice(s, "#8a4a2a", [19, 10])),
      stamp(s, meat.beefSlice(s, "#9c5a33", [16, 8])),
    ];
    const onion = [stamp(s, green.strip("#d9a5c0", 30, 5, 8)), stamp(s, green.strip("#f3dfe6", 28, 4.6, 7))];
    riceBowl(
      s,
      glazes.plum,
      "#6f3317",
      lay(s, spread(s, 9, centre, reach), onion, [-90, 90]) +
        lay(s, spread(s, 14, centre, reach), lamb, [-70, 70]) +
        green.seeds(spread(s, 26, centre, reach), "#e7c06a", 2.6) +
        lay(s, spread(s, 4, centre, [44, 30]), [stamp(s, green.coriander(s))], [-40, 40], 0.9),
    );
    s.add(steam(s, 200, 66, 46));
  },
  "beef-potato-rice": (s) => {
    table(s, "cream");
    const [centre, reach] = toppingArea;
    const beef = [stamp(s, meat.chunk(s, "#7c3f24", [30, 25])), stamp(s, meat.chunk(s, "#8d4c2c", [27, 23]))];
    riceBowl(
      s,
      glazes.celadon,
      "#8a4a1e",
      lay(s, spread(s, 8, centre, reach), [stamp(s, meat.chunk(s, "#eec25d", [29, 24]))]) +
        lay(s, spread(s, 4, centre, reach), [stamp(s, meat.chunk(s, "#ee8130", [20, 17]))]) +
        lay(s, spread(s, 8, centre, reach), beef) +
        sprinkle(s, 14, centre, reach),
    );
    s.add(spoon(s, 262, 212, -18), steam(s, 196, 66, 46));
  },
  "lamb-skewers": (s) => {
    table(s, "night");
    s.add(board(s, 160, 122, [276, 188]));
    const lamb = [grilled(s, "#a3562b"), grilled(s, "#8f4624", [15, 13]), grilled(s, "#d99a52", [12, 12])];
    const one = stamp(
      s,
      skewer(
        s,
        [0, 1, 2, 0, 1, 0].map((index) => lamb[index] ?? ""),
        28,
        -50,
      ),
    );
    s.add(
      [64, 104, 144, 184].map((y, index) => one(164 + (index % 2) * 8, y, -4 + index * 2)).join(""),
      green.seeds(spread(s, 22, [172, 124], [96, 70]), "#d7391f", 2.6),
      at(62, 182, green.slice(s, ["#f4e37a", "#e0bd2e"], 22, "segments")),
    );
  },
  "braised-eggs": (s) => {
    table(s, "sage");
    s.add(cloth(s, 160, 142, 6, ["#f6ead2", "#8a9a5b"]));
    const place = { x: 160, y: 120, r: 96 };
    s.add(
      bowl(
        s,
        place,
        { ...glazes.black, depth: 42 },
        broth(s, place, "#8a4a1e") +
          at(128, 106, meat.wholeEgg(s, "#b9743a", 34), 20) +
          at(196, 118, meat.eggHalf(s, [34, 27], "#b9743a")) +
          sprinkle(s, 10, [160, 136], [40, 14]) +
          at(106, 140, green.leaf(s, "#5c8a43", [26, 11]), 20),
      ),
    );
  },
  "eight-treasure-tea": (s) => {
    table(s, "lilac");
    const place = { x: 160, y: 104, r: 78 };
    s.add(
      plate(s, { x: 160, y: 172, r: 112 }, "#e9f0f0", "#5d86a8"),
      bowl(
        s,
        place,
        { ...glazes.porcelain, depth: 62 },
        broth(s, place, "#d99a3c") +
          lay(s, spread(s, 3, [160, 106], [44, 24]), [stamp(s, green.cherryTomato(s, 14, "#8a2320"))]) +
          lay(s, spread(s, 2, [164, 104], [44, 24]), [stamp(s, meat.wholeEgg(s, "#7d5230", 12))], [60, 110]) +
          green.seeds(spread(s, 9, [160, 106], [52, 28]), "#e2451f", 6) +
          lay(
            s,
            spread(s, 4, [160, 104], [50, 26]),
            [stamp(s, green.leaf(s, "#7d9a3f", [20, 8]))],
            [0, 360],
          ) +
          at(
            178,
            92,
            [0, 60, 120, 180, 240, 300]
              .map((turn) => at(0, 0, green.leaf(s, "#f7e39a", [14, 7]), turn))
              .join(""),
          ),
      ),
      at(264, 176, meat.chunk(s, "#fff6e2", [24, 20])),
      at(56, 180, meat.chunk(s, "#fff3d8", [22, 18])),
      at(82, 194, green.cherryTomato(s, 12, "#8a2320")),
      steam(s, 160, 64, 50, 26),
    );
  },
};

export const lanzhouDishes: Recipes = { ...bowls, ...plates, ...rest };
