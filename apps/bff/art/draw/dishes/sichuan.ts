import { at, blob, path, spread, stamp } from "../mark.ts";
import { cup } from "../parts/cups.ts";
import * as green from "../parts/greens.ts";
import * as meat from "../parts/meats.ts";
import { glazes, onPlate, riceBowl, sprinkle, toppingArea } from "../parts/servings.ts";
import { noodles, sauce } from "../parts/staples.ts";
import { chopsticks, cloth, shadow, spoon, steam, table } from "../parts/table.ts";
import { bowl, broth, oil, pot } from "../parts/vessels.ts";
import { lay, type Recipes } from "../recipe.ts";

const mapo: Recipes = {
  "mapo-tofu-rice": (s) => {
    table(s, "clay");
    const tofu = [stamp(s, meat.cube(s, "#f6dcae", 25)), stamp(s, meat.cube(s, "#f2cf98", 23))];
    const [centre, reach] = toppingArea;
    riceBowl(
      s,
      glazes.blue,
      "#c43d1c",
      lay(s, spread(s, 17, centre, reach), tofu, [-12, 12]) +
        meat.mince(spread(s, 20, centre, [62, 44]), "#7a3a22") +
        green.seeds(spread(s, 20, centre, [60, 44]), "#4b1a12", 2.2) +
        sprinkle(s, 26, centre, [64, 46], 3.2),
    );
    s.add(steam(s, 206, 72));
  },
  "twice-cooked-pork-rice": (s) => {
    table(s, "sage");
    const [centre, reach] = toppingArea;
    const pork = [
      stamp(s, meat.rolledSlice(s, "#b05a34", "#f6dcb6")),
      stamp(s, meat.rolledSlice(s, "#9c4a2c", "#f0cfa2")),
    ];
    const pepper = [stamp(s, green.strip("#4f9a3d", 30, 9)), stamp(s, green.strip("#c8321f", 26, 8))];
    const leek = stamp(s, green.strip("#a8cf6a", 34, 6, 4));
    riceBowl(
      s,
      glazes.red,
      "#8e3a1d",
      lay(s, spread(s, 8, centre, reach), [leek], [-90, 90]) +
        lay(s, spread(s, 9, centre, reach), pepper, [-90, 90]) +
        lay(s, spread(s, 11, centre, reach), pork, [-50, 50], 1.15),
    );
    s.add(chopsticks(s, 250, 212, -24));
  },
  "kung-pao-chicken-rice": (s) => {
    table(s, "sun");
    const [centre, reach] = toppingArea;
    const chicken = [
      stamp(s, meat.chunk(s, "#c77a37", [26, 22])),
      stamp(s, meat.chunk(s, "#b5652b", [23, 20])),
    ];
    const dried = stamp(s, green.chilli(s, "#a3201a", 26));
    const peanut = stamp(s, meat.peanut(s));
    const leek = stamp(s, green.ring("#cfe39a", 7));
    riceBowl(
      s,
      glazes.porcelain,
      "#9a4518",
      lay(s, spread(s, 15, centre, reach), chicken) +
        lay(s, spread(s, 6, centre, [56, 40]), [dried], [0, 180]) +
        lay(s, spread(s, 6, centre, [58, 42]), [leek]) +
        lay(s, spread(s, 8, centre, [60, 44]), [peanut], [0, 180]),
    );
    s.add(steam(s, 196, 70, 48));
  },
  "fish-fragrant-pork-rice": (s) => {
    table(s, "lilac");
    const [centre, reach] = toppingArea;
    const shred = [stamp(s, green.strip("#cf8f62", 34, 7, 5)), stamp(s, green.strip("#e3b582", 30, 6, 7))];
    const bits = [
      stamp(s, green.strip("#f08a2c", 30, 4, 5)),
      stamp(s, green.strip("#5ba045", 30, 4.4, 6)),
      stamp(s, green.strip("#f3e7bf", 28, 4.4, 4)),
    ];
    const ear = stamp(s, green.woodEar(s, 13));
    riceBowl(
      s,
      glazes.celadon,
      "#a8451f",
      lay(s, spread(s, 7, centre, reach), [ear], [0, 180]) +
        lay(s, spread(s, 14, centre, reach), bits, [-90, 90]) +
        lay(s, spread(s, 13, centre, reach), shred, [-80, 80]) +
        green.seeds(spread(s, 12, centre, [60, 42]), "#d7301f", 4),
    );
    s.add(spoon(s, 258, 214, -16));
  },
  "tomato-egg-rice": (s) => {
    table(s, "blush");
    const [centre, reach] = toppingArea;
    const egg = [0, 1, 2].map(() =>
      stamp(
        s,
        at(
          0,
          0,
          path(blob(s, [1, 4], [17, 12], 0.2), { fill: "#42142a", opacity: 0.2 }) +
            path(blob(s, [0, 0], [17, 12], 0.2), "#f7b92f") +
            path(blob(s, [-3, -3], [11, 7], 0.24), "#ffd964"),
        ),
      ),
    );
    const tomato = stamp(s, green.tomatoWedge(s));
    riceBowl(
      s,
      glazes.white,
      "#e2512f",
      lay(s, spread(s, 13, centre, reach), egg, [-90, 90]) +
        lay(s, spread(s, 8, centre, [58, 42]), [tomato], [-60, 60], 0.92) +
        sprinkle(s, 16, centre, [60, 44]),
    );
    s.add(steam(s, 200, 70, 46));
  },
};

const hot: Recipes = {
  "boiled-fish": (s) => {
    table(s, "slate");
    const place = { x: 160, y: 102, r: 124 };
    const fish = [stamp(s, meat.fishSlice(s)), stamp(s, meat.fishSlice(s, "#f3e0c2", [22, 12]))];
    const dried = [stamp(s, green.chilli(s, "#9c1c16", 30)), stamp(s, green.chilli(s, "#c92a1c", 26))];
    s.add(
      bowl(
        s,
        place,
        { ...glazes.white, depth: 52 },
        broth(s, place, "#b02e13") +
          oil(s, place, "#f07b2b", 11) +
          green.sprouts(s, spread(s, 10, [160, 104], [90, 56])) +
          lay(s, spread(s, 17, [160, 100], [84, 50]), fish, [-60, 60], 1.1) +
          lay(s, spread(s, 12, [160, 98], [80, 48]), dried, [0, 180]) +
          green.seeds(spread(s, 30, [160, 100], [86, 52]), "#3b1a12", 3) +
          sprinkle(s, 18, [160, 98], [80, 46]),
      ),
      steam(s, 160, 66, 54, 36),
    );
  },
  maoxuewang: (s) => {
    table(s, "wood");
    const place = { x: 160, y: 104, r: 118 };
    const blood = stamp(s, meat.cube(s, "#7a2a24", 30));
    const ham = stamp(s, meat.cube(s, "#ec9a86", 28));
    const tripe = [stamp(s, green.woodEar(s, 20, "#6f625c")), stamp(s, green.woodEar(s, 18, "#857668"))];
    s.add(
      pot(
        s,
        place,
        "#3f3a39",
        broth(s, place, "#bb2f15") +
          oil(s, place, "#f58b32", 12) +
          green.sprouts(s, spread(s, 8, [160, 106], [88, 54])) +
          lay(s, spread(s, 6, [160, 104], [84, 52]), tripe, [0, 180]) +
          lay(s, spread(s, 13, [160, 104], [82, 50]), [blood, ham], [-14, 14]) +
          lay(s, spread(s, 7, [160, 100], [78, 46]), [stamp(s, green.chilli(s, "#c3241a", 28))], [0, 180]) +
          lay(s, spread(s, 4, [160, 100], [60, 36]), [stamp(s, green.coriander(s))], [-40, 40]) +
          green.seeds(spread(s, 20, [160, 102], [84, 52]), "#f6e0a8", 2.6),
      ),
      steam(s, 160, 62, 52, 38),
    );
  },
  "dry-fried-beans": (s) => {
    table(s, "cream");
    const bean = [
      stamp(s, green.strip("#5d9c36", 64, 9, 6)),
      stamp(s, green.strip("#76ad42", 58, 8, -5)),
      stamp(s, green.strip("#4d8a2f", 60, 9, 3)),
    ];
    const dried = stamp(s, green.chilli(s, "#b3221a", 28));
    onPlate(
      s,
      ["#f4ece0", "#c8843f"],
      undefined,
      lay(s, spread(s, 34, [160, 118], [66, 42]), bean, [-65, 65]) +
        meat.mince(spread(s, 18, [160, 116], [64, 40]), "#8a5a2c") +
        lay(s, spread(s, 8, [160, 114], [60, 38]), [dried], [0, 180]),
    );
    s.add(chopsticks(s, 244, 214, -18));
  },
  "sour-spicy-potato": (s) => {
    table(s, "mint");
    const shred = [
      stamp(s, green.strip("#f6de93", 66, 4.6, 7)),
      stamp(s, green.strip("#fbeab2", 60, 4.2, -6)),
      stamp(s, green.strip("#efd07a", 62, 4.6, 4)),
    ];
    const bits = [stamp(s, green.strip("#d8321f", 44, 5, 6)), stamp(s, green.strip("#57a03f", 44, 5, -6))];
    onPlate(
      s,
      ["#eef0ea", "#6f9fb8"],
      "#f0cf86",
      lay(s, spread(s, 46, [160, 116], [62, 40]), shred, [-70, 70]) +
        lay(s, spread(s, 11, [160, 112], [62, 38]), bits, [-70, 70]) +
        lay(s, spread(s, 4, [160, 110], [56, 32]), [stamp(s, green.chilli(s, "#9c1c16", 24))], [0, 180]),
    );
  },
};

const snacks: Recipes = {
  "dandan-noodles": (s) => {
    table(s, "wood");
    s.add(cloth(s, 160, 150, -8, ["#f3e3c8", "#c4553a"]));
    const place = { x: 160, y: 108, r: 104 };
    s.add(
      bowl(
        s,
        place,
        glazes.red,
        broth(s, place, "#b5371a") +
          noodles(s, { x: 160, y: 106, r: 84 }, { colour: "#f1cf83", width: 5 }) +
          sauce(s, [164, 96], [38, 22], "#9c3417") +
          meat.mince(spread(s, 26, [164, 94], [36, 21]), "#7d3f23") +
          lay(s, spread(s, 9, [166, 98], [54, 32]), [stamp(s, meat.peanut(s))], [0, 180], 0.8) +
          green.seeds(spread(s, 18, [160, 102], [66, 42]), "#fff1cf", 2.6) +
          sprinkle(s, 22, [162, 98], [60, 36]),
      ),
      lay(s, [{ x: 106, y: 128 }], [stamp(s, green.choy(s))], [150, 160], 0.9),
      chopsticks(s, 236, 62, -32),
    );
  },
  "smashed-cucumber": (s) => {
    table(s, "sky");
    const chunk = [0, 1, 2].map((index) =>
      stamp(
        s,
        meat.chunk(s, ["#b9d77c", "#c9e08d", "#a5ca66"][index] ?? "#b9d77c", [32, 24]) +
          path(`M-14 ${6 + index}Q0 13 14 ${5 + index}`, { stroke: "#2f7a35", width: 5 }),
      ),
    );
    const place = { x: 160, y: 112, r: 108 };
    s.add(
      bowl(
        s,
        place,
        { ...glazes.porcelain, depth: 42 },
        broth(s, place, "#d9c98f") +
          oil(s, place, "#d8431f", 10) +
          lay(s, spread(s, 22, [160, 106], [76, 46]), chunk, [-50, 50]) +
          meat.mince(spread(s, 18, [160, 102], [66, 38]), "#f7ecca") +
          green.seeds(spread(s, 22, [160, 104], [70, 42]), "#fff6da", 2.4) +
          lay(s, spread(s, 7, [160, 100], [64, 36]), [stamp(s, green.ring("#d7301f", 5))]),
      ),
    );
  },
  "plum-juice": (s) => {
    table(s, "blush");
    s.add(
      shadow(s, 226, 198, [40, 14]),
      cup(
        s,
        { x: 160, top: 46, bottom: 208, wide: 104, narrow: 84 },
        {
          layers: [
            [0, "#8f2f3f"],
            [1, "#5b1626"],
          ],
          ice: 5,
        },
      ),
      at(226, 186, `${green.seeds([], "#000")}${green.cherryTomato(s, 17, "#5d2436")}`),
      at(252, 198, green.cherryTomato(s, 14, "#74304a")),
      at(232, 164, green.leaf(s, "#5b9b45", [34, 17]), -24),
      at(84, 196, green.slice(s, ["#f2b25a", "#e08a2e"], 24, "segments")),
      green.seeds(spread(s, 14, [160, 66], [36, 8]), "#f7bf3b", 4),
    );
  },
};

export const sichuanDishes: Recipes = { ...mapo, ...hot, ...snacks };
