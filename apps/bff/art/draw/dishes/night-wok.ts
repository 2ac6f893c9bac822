import { at, ellipse, group, linear, path, shade, spread, stamp } from "../mark.ts";
import { cup, dew, straw } from "../parts/cups.ts";
import * as green from "../parts/greens.ts";
import * as grill from "../parts/grill.ts";
import * as meat from "../parts/meats.ts";
import { glazes, onPlate, sprinkle } from "../parts/servings.ts";
import { congee, noodles } from "../parts/staples.ts";
import { chopsticks, shadow, steam, type Theme, table } from "../parts/table.ts";
import { board, bowl, broth, oil, plate, pot } from "../parts/vessels.ts";
import { fan, lay, type Recipe, type Recipes } from "../recipe.ts";
import type { Sheet } from "../sheet.ts";

/** A wok of dry, spicy things: what is in it differs, chillies and sesame are always there. */
const wok =
  (theme: Theme, iron: string, pieces: (s: Sheet) => string): Recipe =>
  (s) => {
    table(s, theme);
    const place = { x: 160, y: 104, r: 120 };
    s.add(
      pot(
        s,
        place,
        iron,
        broth(s, place, "#7c2413") +
          oil(s, place, "#e2642a", 5) +
          pieces(s) +
          lay(s, spread(s, 7, [160, 100], [84, 46]), [stamp(s, green.chilli(s, "#c3241a", 28))], [0, 180]) +
          green.seeds(spread(s, 18, [160, 102], [88, 52]), "#fff0c8", 2.6) +
          lay(s, spread(s, 2, [160, 98], [60, 30]), [stamp(s, green.coriander(s))], [-40, 40]),
      ),
      steam(s, 160, 60, 50, 38),
    );
  };

const area: [[number, number], [number, number]] = [
  [160, 104],
  [86, 52],
];

const lotus = (s: Sheet) => stamp(s, green.slice(s, ["#f3dfb6", "#d9b27c"], 19, "holes"));

const woks: Recipes = {
  "dry-wok-beef": wok(
    "night",
    "#4a4443",
    (s) =>
      lay(s, spread(s, 5, ...area), [stamp(s, green.woodEar(s, 17))], [0, 180]) +
      lay(s, spread(s, 6, ...area), [lotus(s)], [-20, 20]) +
      lay(s, spread(s, 5, ...area), [stamp(s, meat.chunk(s, "#edc060", [30, 20]))]) +
      lay(s, spread(s, 12, ...area), [stamp(s, meat.rolledSlice(s, "#9c4a2f"))], [-60, 60], 1.2),
  ),
  "dry-wok-seafood": wok("slate", "#5b6a72", (s) => {
    const squid = stamp(
      s,
      path("M-16-8Q0-16 16-8L14 8Q0 14-14 8Z", shade(s, "#f7e3d3", 0.5, 0.2)) +
        path("M-12-6l6 12M-4-9l6 16M4-9l6 14M-12 4l8-11M-4 8l10-16M5 9l7-12", {
          stroke: "#d98a72",
          width: 1.8,
          opacity: 0.8,
        }),
    );
    return (
      lay(s, spread(s, 5, ...area), [stamp(s, green.broccoli(s, 1.1))], [-10, 10]) +
      lay(s, spread(s, 6, ...area), [stamp(s, meat.cube(s, "#f0d2a0", 26))], [-10, 10]) +
      lay(s, spread(s, 7, ...area), [squid], [-60, 60], 1.1) +
      lay(s, spread(s, 8, ...area), [stamp(s, meat.shrimp(s, "#f0764a"))], [-40, 40], 1.25)
    );
  }),
  "dry-wok-veg": wok("wood", "#6b5a4c", (s) => {
    const floret = stamp(s, green.broccoli(s, 1).replaceAll("#b5dd84", "#fffbe8"));
    return (
      lay(s, spread(s, 5, ...area), [stamp(s, green.lettuce(s, "#c9dd86", [24, 16]))], [0, 180]) +
      lay(s, spread(s, 6, ...area), [stamp(s, green.strip("#35553a", 40, 10, 10))], [-80, 80]) +
      lay(s, spread(s, 8, ...area), [lotus(s)], [-20, 20]) +
      lay(s, spread(s, 5, ...area), [stamp(s, meat.rolledSlice(s, "#dba24c", "#f9e3ae"))], [-60, 60], 1.1) +
      lay(s, spread(s, 5, ...area), [floret], [-10, 10], 1.1)
    );
  }),
  "crayfish-tails": (s) => {
    table(s, "clay");
    const tail = stamp(
      s,
      path(
        "M-20 10C-26-8-12-24 8-20C20-17 24-4 18 6L24 18L10 16C4 4-8 2-8 12C-10 20-18 18-20 10Z",
        shade(s, "#d8311f", 0.35, 0.3),
      ) +
        path("M-19-2Q-10-4-6 4M-12-13Q-5-10-3-1M-1-19Q3-13 2-4M11-17Q10-9 7-3", {
          stroke: "#8a120f",
          width: 2.6,
          opacity: 0.75,
        }) +
        path("M-8 12Q-6 2 8 5", { stroke: "#ffe3cf", width: 5, opacity: 0.9 }) +
        path("M-16-6Q-8-16 4-16", { stroke: "#ffd9b8", width: 2.6, opacity: 0.75 }),
    );
    const place = { x: 160, y: 106, r: 118 };
    s.add(
      bowl(
        s,
        place,
        { ...glazes.black, depth: 46 },
        broth(s, place, "#8f1f10") +
          oil(s, place, "#f0742a", 12) +
          lay(s, spread(s, 18, [160, 102], [82, 48]), [tail], [-90, 90], 1.2) +
          lay(s, spread(s, 5, [160, 100], [78, 42]), [stamp(s, green.chilli(s, "#7d1512", 26))], [0, 180]) +
          green.seeds(spread(s, 22, [160, 100], [86, 48]), "#fff0c8", 2.6) +
          sprinkle(s, 16, [160, 98], [80, 42]) +
          fan(stamp(s, green.coriander(s)), 2, [150, 82], [24, 8], [-30, 30]),
      ),
      steam(s, 160, 60, 48, 36),
    );
  },
};

const grills: Recipes = {
  "pork-belly-skewers": (s) => {
    table(s, "night");
    const one = stamp(
      s,
      grill.skewer(
        s,
        Array.from({ length: 5 }, () => grill.bellyWave(s)),
        33,
        -52,
      ),
    );
    s.add(
      board(s, 160, 122, [282, 198]),
      [46, 84, 122, 160, 198].map((y, index) => one(160 + (index % 2) * 10, y, -3 + index * 1.5)).join(""),
      green.seeds(spread(s, 26, [176, 124], [100, 78]), "#f7e6a8", 2.4),
    );
  },
  "grilled-wings": (s) => {
    table(s, "wood");
    const one = stamp(s, grill.wing(s, "#c4681c"));
    s.add(
      plate(s, { x: 160, y: 122, r: 136 }, "#4a4443", "#c8a06a"),
      lay(
        s,
        [
          { x: 92, y: 84 },
          { x: 232, y: 136 },
        ],
        [stamp(s, green.lettuce(s, "#8fc24a", [34, 20]))],
        [0, 40],
      ),
      one(150, 80, -14, 1.3),
      one(184, 120, 8, 1.3),
      one(142, 156, -8, 1.3),
      green.seeds(spread(s, 26, [160, 116], [74, 46]), "#fff3d0", 2.6),
      at(252, 170, green.slice(s, ["#f4e37a", "#e0bd2e"], 22, "segments")),
      steam(s, 150, 56, 46, 40),
    );
  },
  "garlic-scallops": (s) => {
    table(s, "slate");
    const filling =
      noodles(s, { x: 0, y: -4, r: 26 }, { colour: "#f8efdc", width: 2.4, strands: 14 }) +
      ellipse(0, -3, 14, 9, shade(s, "#fbe3c0", 0.5, 0.14)) +
      meat.mince(spread(s, 12, [0, -4], [20, 12]), "#f0c75e") +
      sprinkle(s, 5, [0, -4], [18, 10], 2.4) +
      green.seeds(spread(s, 4, [0, -4], [18, 10]), "#d7301f", 3.4);
    const one = stamp(s, grill.scallop(s, filling));
    s.add(
      plate(s, { x: 160, y: 124, r: 142 }, "#e9eeee", "#7d9bb0"),
      one(98, 90, -10, 1.12),
      one(204, 84, 8, 1.12),
      one(126, 154, 4, 1.12),
      one(228, 148, -6, 1.12),
    );
  },
  "garlic-eggplant": (s) => {
    table(s, "sage");
    s.add(
      board(s, 160, 124, [292, 160]),
      at(172, 120, grill.eggplant(s), -4, [1.12, 1.4]),
      meat.mince(spread(s, 52, [168, 118], [98, 32]), "#f3d98f"),
      lay(s, spread(s, 12, [168, 118], [92, 30]), [stamp(s, green.ring("#d7301f", 5))]),
      sprinkle(s, 30, [168, 118], [96, 32]),
      steam(s, 164, 78, 48, 46),
    );
  },
  "grilled-leek": (s) => {
    table(s, "clay");
    const bunch = (y: number, turn: number) =>
      at(
        166,
        y,
        grill.skewer(s, [], 1, 0) +
          Array.from({ length: 11 }, (_, i) => {
            const dy = (i - 5) * 5.2;
            const d = `M-78 ${Math.round(dy)}Q-20 ${Math.round(dy * 1.2 + s.between(-5, 5))} 20 ${Math.round(dy)}T104 ${Math.round(dy * 1.15)}`;
            const colour = ["#3f7f2c", "#5a9a35", "#2f6a26"][i % 3] ?? "#3f7f2c";
            return (
              path(d, { stroke: "#214818", width: 7 }) +
              path(d, { stroke: colour, width: 5 }) +
              (i % 2 ? path(d, { stroke: "#a5cf6a", width: 1.2 }) : "")
            );
          }).join("") +
          path("M-40-24V26M26-26V26", { stroke: "#d9b06a", width: 4 }),
        turn,
      );
    s.add(
      plate(s, { x: 160, y: 122, r: 146 }, "#f1ece0", "#a8552f"),
      bunch(88, -5),
      bunch(152, 4),
      green.seeds(spread(s, 44, [170, 120], [84, 54]), "#fff7e0", 2.8),
      green.seeds(spread(s, 18, [170, 120], [84, 54]), "#d7391f", 2.8),
    );
  },
};

const staples: Recipes = {
  "fried-rice-noodles": (s) => {
    table(s, "sun");
    onPlate(
      s,
      ["#f3efe4", "#d9703f"],
      undefined,
      noodles(s, { x: 160, y: 118, r: 96 }, { colour: "#edc074", width: 3, strands: 52 }) +
        green.sprouts(s, spread(s, 8, [160, 116], [72, 44])) +
        lay(
          s,
          spread(s, 7, [160, 114], [66, 40]),
          [stamp(s, ellipse(0, 0, 14, 9, "#f9ca45") + ellipse(-2, -2, 8, 4, "#ffe486"))],
          [0, 180],
        ) +
        lay(s, spread(s, 7, [160, 114], [66, 40]), [stamp(s, green.strip("#e9907a", 26, 8, 3))], [-80, 80]) +
        lay(s, spread(s, 7, [160, 112], [66, 40]), [stamp(s, green.leaf(s, "#4f9a3d", [30, 11]))], [0, 360]) +
        lay(s, spread(s, 6, [160, 112], [64, 38]), [stamp(s, green.strip("#f28a2c", 28, 4, 5))], [-80, 80]),
    );
    s.add(chopsticks(s, 252, 208, -26), steam(s, 156, 62, 44, 34));
  },
  "shrimp-congee": (s) => {
    table(s, "sky");
    const place = { x: 160, y: 106, r: 112 };
    s.add(
      pot(
        s,
        place,
        "#8f6448",
        congee(s, place, "#fdf1d6") +
          lay(s, spread(s, 6, [160, 104], [66, 36]), [stamp(s, meat.shrimp(s))], [-40, 40], 1.5) +
          meat.mince(spread(s, 8, [160, 106], [74, 42]), "#8a6a34") +
          lay(s, spread(s, 14, [160, 104], [74, 42]), [stamp(s, green.strip("#7fbf4a", 9, 5, 1))], [0, 180]) +
          fan(stamp(s, green.coriander(s)), 2, [158, 84], [22, 8], [-30, 30]),
        "#6d4630",
      ),
      steam(s, 160, 62, 50, 36),
    );
  },
  "salt-lemon-soda": (s) => {
    table(s, "clay");
    const shape = { x: 160, top: 44, bottom: 212, wide: 102, narrow: 86 };
    const lime = green.slice(s, ["#d6ea8a", "#7fb83a"], 25, "segments");
    const bubbles = group(
      { stroke: "#ffffff", width: 1.6, opacity: 0.9 },
      ...spread(s, 22, [160, 140], [40, 64]).map(
        ({ x, y }) =>
          `<circle cx="${Math.round(x)}" cy="${Math.round(y)}" r="${s.pick(["2", "3", "1.5"])}"/>`,
      ),
    );
    s.add(
      straw(188, [10, 180], "#3fa87a", 16),
      cup(s, shape, {
        layers: [
          [0, "#eaf7dc"],
          [0.6, "#cbeac9"],
          [1, "#9fd6b0"],
        ],
        ice: 5,
        inside:
          at(136, 100, lime, -18) +
          at(184, 134, lime, 20) +
          at(146, 172, lime, 6) +
          at(178, 86, green.leaf(s, "#4fa84a", [24, 11]), -60) +
          bubbles,
      }),
      path("M112 46h96", {
        stroke: linear(s, [
          [0, "#ffffff"],
          [1, "#e9f0ea"],
        ]),
        width: 6,
      }),
      at(112, 44, lime, -24),
      dew(s, shape),
      shadow(s, 250, 202, [32, 10]),
      at(248, 190, lime, 4, 1.1),
    );
  },
};

export const nightWokDishes: Recipes = { ...woks, ...grills, ...staples };
