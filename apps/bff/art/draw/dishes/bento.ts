import { at, ellipse, linear, path, shade, spread, stamp } from "../mark.ts";
import { bentoBox, type Cell } from "../parts/boxes.ts";
import { cutlet } from "../parts/dough.ts";
import * as green from "../parts/greens.ts";
import * as meat from "../parts/meats.ts";
import { sprinkle } from "../parts/servings.ts";
import { rice } from "../parts/staples.ts";
import { cloth, shadow, steam, type Theme, table } from "../parts/table.ts";
import { board, bowl, broth } from "../parts/vessels.ts";
import { fan, lay, type Recipe, type Recipes } from "../recipe.ts";
import type { Sheet } from "../sheet.ts";
import { bentoBowls } from "./bento-bowls.ts";

const left: Cell = [34, 38, 122, 152];
const topRight: Cell = [164, 38, 122, 88];
const lowLeft: Cell = [164, 134, 57, 56];
const lowRight: Cell = [229, 134, 57, 56];

const tamago = (s: Sheet) =>
  path(
    "M-20-12H20Q24-12 24-7V8Q24 13 20 13H-20Q-24 13-24 8V-7Q-24-12-20-12Z",
    shade(s, "#fbd04f", 0.35, 0.12),
  ) + path("M-14 6Q-16-6-4-6T10 0T0 6T-4 1", { stroke: "#e3a01f", width: 2.6 });

/** A box with rice on the left, the main dish above right, two sides below. */
const boxed =
  (
    theme: Theme,
    lacquer: [string, string],
    main: (s: Sheet) => string,
    onRice: (s: Sheet) => string,
    sides: [(s: Sheet) => string, (s: Sheet) => string],
  ): Recipe =>
  (s) => {
    table(s, theme);
    const inner = "#fbf3e2";
    s.add(
      bentoBox(s, lacquer, [
        { cell: left, floor: inner, food: rice(s, [96, 114], [72, 84]) + onRice(s) },
        { cell: topRight, floor: lacquer[1], food: main(s) },
        { cell: lowLeft, floor: lacquer[1], food: sides[0](s) },
        { cell: lowRight, floor: lacquer[1], food: sides[1](s) },
      ]),
    );
  };

const eggs = (s: Sheet) => fan(stamp(s, tamago(s)), 2, [192, 150], [2, 24]);
const broccolis = (s: Sheet) =>
  lay(
    s,
    [
      { x: 246, y: 150 },
      { x: 270, y: 156 },
      { x: 254, y: 174 },
    ],
    [stamp(s, green.broccoli(s, 1.05))],
    [-8, 8],
  );
const pickles = (s: Sheet) =>
  fan(stamp(s, green.slice(s, ["#fbe04a", "#eab81f"], 15)), 3, [246, 150], [12, 11]);
const edamame = (s: Sheet) => green.beads(s, spread(s, 16, [193, 162], [22, 20]), "#8fc94a", 6.5);
const plum = (s: Sheet) =>
  at(96, 108, green.cherryTomato(s, 14, "#c2263a")) +
  green.seeds(spread(s, 16, [96, 108], [44, 50]), "#2f241c", 2.4);

const boxes: Recipes = {
  "teriyaki-chicken-bento": boxed(
    "sage",
    ["#9c2f26", "#3a1f1c"],
    (s) => {
      const piece = stamp(s, meat.roastSlice(s, "#7a3410", "#b9682a", [24, 66]));
      return (
        lay(
          s,
          [
            { x: 190, y: 110 },
            { x: 250, y: 60 },
          ],
          [stamp(s, green.lettuce(s, "#8fc24a", [36, 22]))],
          [0, 40],
        ) +
        fan(piece, 5, [184, 82], [19, 0], [-12, 12]) +
        green.seeds(spread(s, 18, [224, 74], [46, 20]), "#fff3d0", 2.6)
      );
    },
    plum,
    [eggs, broccolis],
  ),
  "katsu-bento": boxed(
    "sun",
    ["#3f3a3a", "#2a2424"],
    (s) =>
      green.sprouts(s, spread(s, 9, [200, 112], [34, 12]), "#dff0b8") +
      at(224, 82, cutlet(s, 6, [108, 50]), -4) +
      at(272, 112, green.slice(s, ["#f9e88a", "#f0cc3a"], 13, "segments")),
    (s) => green.seeds(spread(s, 20, [96, 110], [50, 62]), "#2f241c", 2.6),
    [eggs, pickles],
  ),
  "salmon-bento": boxed(
    "sky",
    ["#2f4f6a", "#1f3346"],
    (s) =>
      at(226, 82, meat.salmon(s, [50, 28]), -8) +
      at(184, 112, green.slice(s, ["#f9e88a", "#f0cc3a"], 14, "segments")),
    plum,
    [edamame, pickles],
  ),
  "eel-bento": (s) => {
    table(s, "clay");
    const fillet = (x: number, y: number, turn: number) =>
      at(
        x,
        y,
        path("M-96-26Q0-38 96-26Q104 0 96 26Q0 36-96 26Q-104 0-96-26Z", { fill: "#42142a", opacity: 0.3 }) +
          path(
            "M-98-30Q0-42 94-30Q102-4 94 22Q0 32-98 22Q-106-4-98-30Z",
            linear(s, [
              [0, "#c46f28"],
              [0.5, "#95451a"],
              [1, "#5e240f"],
            ]),
          ) +
          path("M-98-4Q0-12 94-4M-70-30l-6 54M-36-34l-6 60M0-35l-5 62M36-34l-5 60M70-32l-4 56", {
            stroke: "#4b1a0b",
            width: 2.4,
            opacity: 0.55,
          }) +
          path("M-88-20Q-30-32 40-28M-84 4Q-30-2 20 0", { stroke: "#ffdf9e", width: 4, opacity: 0.6 }) +
          path("M-60-6h14M-10-16h16M30 4h14M60-14h12", { stroke: "#3a1208", width: 5, opacity: 0.35 }),
        turn,
      );
    s.add(
      bentoBox(
        s,
        ["#2b2022", "#a3241c"],
        [
          {
            cell: [34, 38, 252, 152],
            floor: "#fbf3e2",
            food:
              rice(s, [160, 114], [138, 84]) +
              fillet(160, 86, -3) +
              fillet(164, 144, 2) +
              green.seeds(spread(s, 20, [160, 112], [90, 44]), "#6f8f3a", 2.8) +
              at(262, 62, green.leaf(s, "#4f9a3d", [26, 12]), 120),
          },
        ],
      ),
    );
  },
};

const small: Recipes = {
  onigiri: (s) => {
    table(s, "sage");
    const ball = (x: number, y: number, turn: number, crown: string) =>
      at(
        x,
        y,
        path("M0-62Q14-62 22-48L58 22Q66 44 44 48H-44Q-66 44-58 22L-22-48Q-14-62 0-62Z", {
          fill: "#42142a",
          opacity: 0.22,
        }) +
          path(
            "M-4-68Q10-68 18-54L54 16Q62 38 40 42H-48Q-70 38-62 16L-26-54Q-18-68-4-68Z",
            shade(s, "#fdf8ec", 0.4, 0.12),
          ) +
          green.seeds(spread(s, 50, [-4, -6], [34, 34]), "#ece0c8", 3.2) +
          path("M-30-2H22Q26-2 26 2V42H-34V2Q-34-2-30-2Z", shade(s, "#2c4634", 0.14, 0.3)) +
          path("M-26 8H18M-26 20H18M-26 32H18", { stroke: "#6f9472", width: 1.4, opacity: 0.5 }) +
          crown,
        turn,
      );
    s.add(
      board(s, 160, 134, [278, 160]),
      ball(
        108,
        128,
        -6,
        at(-4, -46, lay(s, spread(s, 6, [0, 0], [12, 7]), [stamp(s, meat.chunk(s, "#f2885a", [14, 11]))])),
      ),
      ball(218, 132, 6, at(-4, -44, green.cherryTomato(s, 12, "#c2263a"))),
      lay(
        s,
        [
          { x: 160, y: 186 },
          { x: 178, y: 190 },
        ],
        [stamp(s, green.slice(s, ["#fbe04a", "#eab81f"], 13))],
      ),
    );
  },
  takoyaki: (s) => {
    table(s, "sun");
    const ball = stamp(
      s,
      ellipse(3, 15, 29, 15, { fill: "#42142a", opacity: 0.28 }) +
        ellipse(
          0,
          0,
          29,
          26,
          linear(s, [
            [0, "#f3c173"],
            [0.6, "#d58a33"],
            [1, "#9c5415"],
          ]),
        ) +
        path("M-24-8Q-18-28 2-26T25-6Q14 4 2-2T-14 4T-24-8Z", shade(s, "#6b2a10", 0.25, 0.2)) +
        path("M-18-12L-10 0L-2-16L6-2L14-16L20-4", { stroke: "#fff6dc", width: 3 }),
    );
    const flake = stamp(
      s,
      path("M-14 2Q-8-10 2-8T15-4Q8 6-2 5T-14 2Z", { fill: "#f3b9a0", opacity: 0.85 }) +
        path("M-9 0Q0-6 10-3", { stroke: "#c97b5f", width: 1.6, opacity: 0.7 }),
    );
    s.add(
      shadow(s, 166, 190, [150, 36]),
      path(
        "M34 96Q160 60 286 96L262 196Q160 222 58 196Z",
        linear(s, [
          [0, "#e9c48a"],
          [1, "#b98545"],
        ]),
      ),
      path("M46 102Q160 70 274 102L254 184Q160 206 66 184Z", "#8f5f2b"),
      [
        [104, 108],
        [160, 100],
        [216, 108],
        [108, 154],
        [162, 150],
        [214, 154],
      ]
        .map(([x = 0, y = 0]) => ball(x, y))
        .join(""),
      green.seeds(spread(s, 40, [160, 124], [84, 42]), "#4f8f2f", 2.8),
      lay(s, spread(s, 13, [160, 120], [86, 40]), [flake], [-60, 60]),
      path("M226 196L296 128", { stroke: "#c98f4b", width: 5 }),
      steam(s, 160, 78, 48, 44),
    );
  },
  "miso-soup": (s) => {
    table(s, "wood");
    const place = { x: 160, y: 108, r: 104 };
    s.add(
      cloth(s, 160, 152, 4, ["#e9e3d0", "#5d6f8a"]),
      bowl(
        s,
        place,
        { colour: "#7c2a22", inside: "#3a1a17", depth: 58, pattern: "band" },
        broth(s, place, "#d39a4f") +
          path("M84 104Q120 78 150 100T220 92T246 118", { stroke: "#efc27a", width: 12, opacity: 0.5 }) +
          lay(s, spread(s, 6, [160, 108], [64, 36]), [stamp(s, green.woodEar(s, 18, "#3c6a3f"))], [0, 180]) +
          lay(s, spread(s, 8, [160, 106], [62, 34]), [stamp(s, meat.cube(s, "#fdf3dc", 27))], [-14, 14]) +
          sprinkle(s, 20, [160, 106], [66, 38]),
      ),
      steam(s, 160, 62, 50, 32),
    );
  },
};

export const bentoDishes: Recipes = { ...boxes, ...bentoBowls, ...small };
