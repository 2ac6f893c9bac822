import { at, box, ellipse, linear, path, shade, spread, stamp } from "../mark.ts";
import { bentoBox, type Cell } from "../parts/boxes.ts";
import { cutlet } from "../parts/dough.ts";
import * as green from "../parts/greens.ts";
import * as meat from "../parts/meats.ts";
import { glazes, sprinkle } from "../parts/servings.ts";
import { noodles, rice, sauce } from "../parts/staples.ts";
import { chopsticks, cloth, shadow, steam, type Theme, table } from "../parts/table.ts";
import { board, bowl, broth, oil, plate } from "../parts/vessels.ts";
import { fan, lay, type Recipe, type Recipes } from "../recipe.ts";
import type { Sheet } from "../sheet.ts";

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
      green.sprouts(s, spread(s, 12, [200, 112], [34, 12]), "#dff0b8") +
      at(224, 82, cutlet(s, 6, [108, 50]), -4) +
      at(272, 112, green.slice(s, ["#f9e88a", "#f0cc3a"], 13, "segments")),
    (s) => green.seeds(spread(s, 26, [96, 110], [50, 62]), "#2f241c", 2.6),
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

const donburi = (s: Sheet, theme: Theme, glaze: keyof typeof glazes, food: string): void => {
  table(s, theme);
  s.add(
    bowl(s, { x: 160, y: 106, r: 114 }, { ...glazes[glaze] }, ellipse(160, 110, 103, 69, "#f6ead2") + food),
  );
};

const bowls: Recipes = {
  gyudon: (s) => {
    donburi(
      s,
      "cream",
      "blue",
      rice(s, [160, 108], [98, 64]) +
        lay(s, spread(s, 8, [160, 104], [72, 42]), [stamp(s, green.strip("#f0dcae", 34, 6, 9))], [-80, 80]) +
        lay(
          s,
          spread(s, 16, [160, 102], [72, 42]),
          [stamp(s, meat.rolledSlice(s, "#95502e", "#e8c79a"))],
          [-60, 60],
          1.2,
        ) +
        at(
          166,
          92,
          ellipse(0, 0, 34, 22, "#fffaf0") +
            ellipse(0, -2, 19, 13, shade(s, "#fbab1e", 0.4, 0.1)) +
            ellipse(-6, -7, 5, 3, { fill: "#fffbe8", opacity: 0.9 }),
        ) +
        lay(s, spread(s, 8, [92, 120], [16, 10]), [stamp(s, green.strip("#e8425a", 16, 3.6, 3))], [-60, 60]) +
        sprinkle(s, 16, [176, 108], [58, 36]),
    );
    s.add(steam(s, 150, 58, 46, 36));
  },
  oyakodon: (s) => {
    const egg = stamp(
      s,
      path("M-30 4Q-26-14-6-14T26-8Q34 6 18 12T-12 13T-30 4Z", {
        fill: shade(s, "#fcc93c", 0.35, 0.1),
        opacity: 0.96,
      }) + path("M-18-2Q-6-10 8-7", { stroke: "#fff6cf", width: 4, opacity: 0.85 }),
    );
    donburi(
      s,
      "mint",
      "red",
      rice(s, [160, 108], [98, 64]) +
        sauce(s, [160, 106], [82, 50], "#e8a83a", 0.05) +
        lay(s, spread(s, 9, [160, 104], [66, 38]), [stamp(s, meat.chunk(s, "#dfa565", [28, 22]))]) +
        lay(s, spread(s, 11, [160, 104], [64, 38]), [egg], [-30, 30]) +
        lay(s, spread(s, 5, [160, 104], [60, 34]), [stamp(s, green.strip("#f3e6c4", 28, 5, 7))], [-60, 60]) +
        fan(stamp(s, green.coriander(s)), 3, [136, 94], [24, -3], [-30, 30]) +
        sprinkle(s, 14, [160, 104], [66, 38]),
    );
    s.add(steam(s, 160, 58, 46, 36));
  },
  "katsu-curry": (s) => {
    table(s, "blush");
    s.add(
      plate(s, { x: 160, y: 120, r: 142 }, "#f6f1e6", "#b9803c"),
      sauce(s, [206, 122], [74, 60], "#b8661a", 0.06),
      lay(s, spread(s, 4, [236, 124], [32, 34]), [stamp(s, meat.chunk(s, "#ef8a30", [22, 18]))]),
      lay(s, spread(s, 4, [230, 130], [34, 34]), [stamp(s, meat.chunk(s, "#edc060", [24, 20]))]),
      rice(s, [100, 114], [58, 52]),
      at(166, 116, cutlet(s, 6, [118, 62]), 62),
      lay(s, spread(s, 7, [70, 150], [16, 8]), [stamp(s, green.strip("#d9304a", 15, 4, 3))], [-60, 60]),
      steam(s, 200, 62, 46, 34),
    );
  },
  "tonkotsu-ramen": (s) => {
    table(s, "slate");
    const place = { x: 160, y: 108, r: 114 };
    const pork = stamp(
      s,
      green.slice(s, ["#e9b08a", "#8a4526"], 28) +
        path("M-12 2Q-8-12 4-8T10 6T-2 9T-6 0", { stroke: "#fbe6cc", width: 4 }),
    );
    s.add(
      at(212, 20, green.nori(s, [44, 56])),
      bowl(
        s,
        place,
        { ...glazes.red, pattern: "waves" },
        broth(s, place, "#f0d9a8") +
          noodles(s, { x: 156, y: 110, r: 86 }, { colour: "#f9df92", width: 3.6, strands: 40 }) +
          fan(pork, 2, [104, 96], [42, -10], [-10, 10]) +
          at(206, 108, meat.eggHalf(s, [24, 18], "#c58a4e", "#f28a1c")) +
          lay(
            s,
            spread(s, 8, [150, 134], [26, 10]),
            [stamp(s, green.strip("#4a3330", 26, 4, 4))],
            [-40, 40],
          ) +
          sprinkle(s, 16, [176, 84], [28, 14]) +
          oil(s, place, "#e8b04a", 7),
      ),
      at(196, 26, green.nori(s, [46, 62])),
      steam(s, 130, 62, 50, 26),
    );
  },
  "tempura-udon": (s) => {
    table(s, "lilac");
    const place = { x: 160, y: 108, r: 112 };
    const tempura =
      path(
        "M-66 4Q-58-18-34-14Q-20-24 0-16Q20-24 34-12Q50-14 54 0Q50 16 32 13Q18 24 0 16Q-22 24-36 14Q-60 18-66 4Z",
        { fill: "#42142a", opacity: 0.26 },
      ) +
      path("M50-2Q66-18 78-12Q72-2 76 12Q62 14 50 4Z", shade(s, "#e8562f", 0.3, 0.2)) +
      path(
        "M-68 0Q-60-22-36-18Q-22-28-2-20Q18-28 32-16Q48-18 54-4Q50 12 32 9Q18 20-2 12Q-24 20-38 10Q-62 14-68 0Z",
        linear(s, [
          [0, "#fde09a"],
          [1, "#d9953a"],
        ]),
      ) +
      path("M-54-6q6-6 12-2M-30-10q6-5 12 0M-4-12q8-4 12 2M20-8q8-3 12 3M-20 4q8 4 14 0M10 4q8 4 14-1", {
        stroke: "#fff3c4",
        width: 4,
        opacity: 0.9,
      });
    s.add(
      bowl(
        s,
        place,
        glazes.black,
        broth(s, place, "#b9772e") +
          noodles(s, { x: 160, y: 108, r: 90 }, { colour: "#fbf1d8", width: 8, strands: 22 }) +
          fan(stamp(s, green.slice(s, ["#fdf4f0", "#f490a8"], 16)), 3, [200, 124], [17, -8]) +
          sprinkle(s, 18, [128, 122], [36, 18]) +
          at(138, 92, tempura, -12),
      ),
      steam(s, 190, 62, 46, 28),
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

export const bentoDishes: Recipes = { ...boxes, ...bowls, ...small };
