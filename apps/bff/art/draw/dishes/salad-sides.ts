import { at, blob, ellipse, linear, path, shade, spread, stamp } from "../mark.ts";
import { cup } from "../parts/cups.ts";
import * as fruit from "../parts/fruits.ts";
import * as green from "../parts/greens.ts";
import * as meat from "../parts/meats.ts";
import { glazes } from "../parts/servings.ts";
import { cloth, shadow, steam, table } from "../parts/table.ts";
import { board, bowl, broth, plate } from "../parts/vessels.ts";
import { fan, lay, type Recipes } from "../recipe.ts";

const rolls: Recipes = {
  "chicken-wrap": (s) => {
    table(s, "sun");
    const half = (x: number, y: number, turn: number) =>
      at(
        x,
        y,
        path("M-56-38Q0-48 40-40V46Q0 52-56 42Q-70 0-56-38Z", { fill: "#42142a", opacity: 0.22 }) +
          path(
            "M-60-44Q0-54 40-44V42Q0 48-60 38Q-74-4-60-44Z",
            linear(s, [
              [0, "#fbe3b0"],
              [1, "#cf9c54"],
            ]),
          ) +
          lay(
            s,
            spread(s, 6, [-20, -4], [30, 26]),
            [stamp(s, ellipse(0, 0, 9, 5, { fill: "#b97d35", opacity: 0.4 }))],
            [0, 90],
          ) +
          ellipse(40, -1, 24, 44, "#f3d396") +
          ellipse(41, -1, 19, 38, "#6fae3d") +
          at(41, -16, green.lettuce(s, "#a5d25c", [15, 15])) +
          at(38, -4, meat.chunk(s, "#e0a860", [22, 22])) +
          at(46, 14, meat.chunk(s, "#d4924c", [20, 20])) +
          green.corn(spread(s, 4, [40, 4], [12, 22])) +
          at(42, 24, green.cherryTomato(s, 8)),
        turn,
      );
    s.add(
      board(s, 160, 126, [280, 182]),
      half(128, 92, -12),
      half(182, 154, 10),
      at(58, 178, green.cherryTomato(s, 13)),
      at(80, 190, green.cherryTomato(s, 11)),
    );
  },
  "tuna-sandwich": (s) => {
    table(s, "blush");
    const layer = (y: number, height: number, fill: string, wave = 0) =>
      path(
        `M-96 ${y}Q-48 ${y - wave} 0 ${y}T96 ${y}V${y + height}Q48 ${y + height + wave} 0 ${y + height}T-96 ${y + height}Z`,
        fill,
      );
    const bread = (y: number) =>
      path(
        `M-98 ${y}Q-98 ${y - 8} -90 ${y - 8}H90Q98 ${y - 8} 98 ${y}V${y + 16}Q98 ${y + 22} 90 ${y + 22}H-90Q-98 ${y + 22} -98 ${y + 16}Z`,
        linear(s, [
          [0, "#f6d9a0"],
          [1, "#e0b36b"],
        ]),
      ) +
      green.seeds(spread(s, 14, [0, y + 7], [88, 9]), "#b9803c", 2.6) +
      path(`M-97 ${y - 1}Q-97 ${y - 9} -90 ${y - 9}H90Q97 ${y - 9} 97 ${y - 1}`, {
        stroke: "#a8672a",
        width: 5,
      });
    s.add(
      plate(s, { x: 160, y: 158, r: 138 }, "#f3efe4", "#d9886a"),
      at(
        160,
        96,
        shadow(s, 4, 84, [112, 18]) +
          bread(58) +
          layer(44, 14, "#7fbc46", 10) +
          fan(stamp(s, ellipse(0, 0, 30, 7, shade(s, "#e4472f", 0.2, 0.2))), 4, [-62, 42], [42, 0]) +
          layer(20, 16, "#e6b79a", 5) +
          green.seeds(spread(s, 26, [0, 28], [90, 7]), "#fbe3cf", 4) +
          fan(
            stamp(s, at(0, 0, ellipse(0, 0, 27, 8, "#fffaf0") + ellipse(2, 0, 13, 6, "#f6ac28"))),
            3,
            [-58, 14],
            [58, 0],
          ) +
          layer(0, 10, "#a9d45c", 10) +
          bread(-18),
      ),
      path("M160 30V78", { stroke: "#d9a860", width: 4 }),
      at(160, 34, green.cherryTomato(s, 12, "#6f9f3a")),
    );
  },
};

const sides: Recipes = {
  "pumpkin-soup": (s) => {
    table(s, "wood");
    const at0 = { x: 160, y: 108, r: 106 };
    s.add(
      cloth(s, 160, 150, -6, ["#f6e6c8", "#b9803c"]),
      bowl(
        s,
        at0,
        { ...glazes.white, pattern: "dots" },
        broth(s, at0, "#f29a22") +
          path("M104 106C120 76 196 72 208 100S150 144 130 118S176 86 186 106S160 124 156 114", {
            stroke: "#fff6e0",
            width: 6.5,
            opacity: 0.92,
          }) +
          lay(
            s,
            spread(s, 7, [164, 106], [56, 30]),
            [stamp(s, green.leaf(s, "#7d9a4a", [14, 6]))],
            [0, 360],
          ) +
          at(166, 98, green.coriander(s), 10, 0.9),
      ),
      steam(s, 160, 64, 48, 32),
    );
  },
  "yogurt-granola": (s) => {
    table(s, "lilac");
    const shape = { x: 160, top: 66, bottom: 214, wide: 128, narrow: 96 };
    const clumps = (y: number) =>
      lay(
        s,
        spread(s, 16, [160, y], [58, 9]),
        [stamp(s, meat.chunk(s, "#cf9446", [17, 14])), stamp(s, meat.chunk(s, "#b0722c", [15, 12]))],
        [0, 180],
      );
    const berries = (y: number) =>
      lay(
        s,
        spread(s, 8, [160, y], [56, 7]),
        [stamp(s, fruit.blueberry(s)), stamp(s, green.cherryTomato(s, 10, "#d8304a", true))],
        [0, 90],
      );
    s.add(
      cup(s, shape, {
        layers: [
          [0, "#fffaf2"],
          [1, "#f6ece0"],
        ],
        gap: 0.06,
        inside: clumps(190) + berries(158) + clumps(122),
      }),
      lay(
        s,
        spread(s, 8, [160, 66], [50, 9]),
        [stamp(s, fruit.blueberry(s)), stamp(s, meat.chunk(s, "#cf9446", [20, 16]))],
        [0, 90],
      ),
      at(138, 52, fruit.strawberry(s), -20, 0.8),
      at(182, 50, fruit.strawberry(s), 24, 0.8),
      at(162, 44, green.leaf(s, "#5fa848", [24, 12]), -60),
    );
  },
  "steamed-roots": (s) => {
    table(s, "mint");
    const cob = (x: number, y: number, turn: number) =>
      at(
        x,
        y,
        path("M-44-18Q0-26 44-18Q54 0 44 20Q0 28-44 20Q-54 0-44-18Z", { fill: "#42142a", opacity: 0.24 }) +
          path("M-46-22Q0-30 44-22Q54-2 44 16Q0 24-46 16Q-54-2-46-22Z", shade(s, "#f6c435", 0.4, 0.2)) +
          green.corn(
            [-17, -8, 1, 10].flatMap((dy, row) =>
              Array.from({ length: 9 }, (_, i) => ({ x: -38 + i * 9.4 + (row % 2) * 4, y: dy })),
            ),
          ) +
          ellipse(45, -3, 9, 19, "#f9e6a0") +
          ellipse(45, -3, 4, 9, "#d9b25a"),
        turn,
      );
    const root = (skin: string, flesh: string) =>
      path("M-34 6Q-34-22 0-24T34 4Q30 24 0 26T-34 6Z", { fill: "#42142a", opacity: 0.2 }) +
      path("M-36 2Q-36-26-2-28T34 0Q30 20-2 22T-36 2Z", shade(s, skin, 0.25, 0.2)) +
      path(blob(s, [0, -8], [27, 16], 0.06, 9), shade(s, flesh, 0.35, 0.1)) +
      path("M-16-10q8-8 18-6", { stroke: "#fff8e4", width: 2.6, opacity: 0.7 });
    s.add(
      plate(s, { x: 160, y: 124, r: 138 }, "#f4efe2", "#8fae7a"),
      cob(110, 84, -16),
      at(206, 88, root("#5b2a5f", "#8f4f9a"), 10, 1.1),
      at(104, 142, root("#b4482f", "#f28f33"), -8, 1.15),
      at(172, 132, root("#6b3170", "#a562ae"), 20, 0.95),
      at(
        230,
        138,
        `${path("M-34 8Q-20-34 32-26Q28 20-14 24Z", shade(s, "#f2a526", 0.35, 0.16))}${path("M-34 8Q-30 24-14 24Q28 20 32-26Q38-20 36-8Q30 34-16 32Q-34 28-34 8Z", "#3f6b35")}`,
      ),
      steam(s, 150, 60, 46, 40),
    );
  },
};

export const saladSides: Recipes = { ...rolls, ...sides };
