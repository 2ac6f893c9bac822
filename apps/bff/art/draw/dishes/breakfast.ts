import { at, ellipse, group, linear, path, shade, spread, stamp } from "../mark.ts";
import * as dough from "../parts/dough.ts";
import * as green from "../parts/greens.ts";
import * as meat from "../parts/meats.ts";
import { glazes, sprinkle } from "../parts/servings.ts";
import { rice } from "../parts/staples.ts";
import { cloth, shadow, steam, table } from "../parts/table.ts";
import { board, bowl, broth, dip, plate, steamer } from "../parts/vessels.ts";
import { lay, type Recipes } from "../recipe.ts";
import { breakfastBowls } from "./breakfast-bowls.ts";

const steamed: Recipes = {
  "pork-buns": (s) => {
    table(s, "sun");
    const one = stamp(s, dough.bun(s, 43));
    s.add(
      steamer(s, { x: 160, y: 110, r: 120 }, one(160, 78) + one(110, 114) + one(208, 116)),
      steam(s, 160, 56, 46, 44),
    );
  },
  "veg-buns": (s) => {
    table(s, "sage");
    const one = stamp(s, dough.bun(s, 43, "#f8f6e4", "#4f8f3a"));
    s.add(
      steamer(s, { x: 148, y: 112, r: 114 }, one(150, 82) + one(102, 116) + one(196, 118), "#e6eed6"),
      at(268, 60, green.mushroom(s), 12, 1.7),
      at(282, 196, green.choy(s), 200, 0.9),
      steam(s, 148, 60, 46, 40),
    );
  },
  "soup-dumplings": (s) => {
    table(s, "wood");
    const one = stamp(s, dough.bun(s, 27, "#f8ecd6"));
    const spots = [
      [160, 70],
      [112, 82],
      [208, 82],
      [84, 110],
      [160, 104],
      [236, 112],
      [124, 136],
      [198, 138],
    ];
    s.add(
      steamer(
        s,
        { x: 150, y: 104, r: 118 },
        spots.map(([x = 0, y = 0]) => one(x - 10, y)).join(""),
        "#e4edcf",
      ),
      dip(s, 284, 196, "#4a1a12", 28),
      green.seeds(spread(s, 8, [284, 192], [14, 6]), "#f6dc8c", 3),
      steam(s, 150, 54, 46, 46),
    );
  },
  "sticky-shaomai": (s) => {
    table(s, "clay");
    const one = stamp(
      s,
      dough.shaomai(s, "#a8672f", 36) + meat.mince(spread(s, 9, [0, -17], [18, 8]), "#e8c796"),
    );
    s.add(
      steamer(s, { x: 160, y: 112, r: 116 }, one(112, 86) + one(204, 84) + one(120, 132) + one(202, 134)),
      steam(s, 160, 60, 46, 44),
    );
  },
};

const baked: Recipes = {
  "youtiao-soymilk": (s) => {
    table(s, "cream");
    const place = { x: 226, y: 96, r: 78 };
    s.add(
      cloth(s, 150, 130, 4, ["#e8eed8", "#7d9f6a"]),
      bowl(
        s,
        place,
        { ...glazes.blue, depth: 46 },
        broth(s, place, "#f6e8c9") + ellipse(206, 84, 26, 9, { fill: "#fffdf2", opacity: 0.8 }),
      ),
      at(118, 140, dough.youtiao(s, 190), -26),
      at(140, 186, dough.youtiao(s, 190), -12),
      steam(s, 228, 60, 44, 22),
    );
  },
  jianbing: (s) => {
    table(s, "blush");
    const wrap =
      "M60 92L204 44Q226 40 232 58L252 128Q256 144 240 150L104 196Q84 200 78 184L54 114Q50 98 60 92Z";
    s.add(
      shadow(s, 164, 184, [130, 40]),
      path(wrap, shade(s, "#eab65a", 0.4, 0.2)),
      path("M72 112L222 62M84 150L240 100", { stroke: "#b9742a", width: 3, opacity: 0.35 }),
      group(
        {},
        lay(
          s,
          spread(s, 14, [156, 116], [78, 34]),
          [stamp(s, ellipse(0, 0, 8, 5, { fill: "#fdf0c4", opacity: 0.8 }))],
          [-30, 30],
        ),
      ),
      sprinkle(s, 26, [156, 116], [84, 40], 3),
      green.seeds(spread(s, 22, [156, 116], [84, 40]), "#3a2418", 2.6),
      at(72, 150, green.lettuce(s, "#8fc24a", [26, 34]), 20),
      at(
        60,
        140,
        `${path("M-16-26L14-30L18 24L-10 30Z", shade(s, "#e6a743", 0.3, 0.3))}${path("M-8-20L8-22M-6-6L12-8M-4 10L14 8", { stroke: "#b06a20", width: 2.4 })}`,
        -6,
      ),
      path("M54 98Q40 108 48 122Q36 136 52 148Q46 164 66 172", {
        stroke: "#8a2c14",
        width: 6,
        opacity: 0.85,
      }),
      path(
        "M118 236L106 142L256 96L286 236Z",
        linear(
          s,
          [
            [0, "#fff7e4"],
            [1, "#e6cfa6"],
          ],
          [0, 0, 1, 1],
        ),
      ),
      path("M106 142L256 96L262 116L110 164Z", { fill: "#ffffff", opacity: 0.55 }),
      path("M136 236L124 162M172 236L156 152M212 236L192 142M248 236L226 130", {
        stroke: "#d8664a",
        width: 3,
        opacity: 0.35,
      }),
    );
  },
  "scallion-pancake": (s) => {
    table(s, "mint");
    const wedge = path("M0 6L-70-34Q-40-62 0-62T70-34Z", shade(s, "#efb44c", 0.35, 0.16));
    s.add(
      board(s, 160, 124, [270, 184]),
      at(150, 122, dough.pancake(s, [96, 64], "#f2bb55", "#4f8f2f")),
      path("M150 122L74 84M150 122L78 166M150 122L152 184M150 122L238 96", {
        stroke: "#9c5f1e",
        width: 3,
        opacity: 0.6,
      }),
      path("M86 108Q150 62 214 106M98 140Q150 176 204 142M116 118Q150 92 184 116", {
        stroke: "#b06f24",
        width: 2.6,
        opacity: 0.5,
      }),
      at(
        254,
        168,
        wedge +
          sprinkle(s, 8, [0, -34], [40, 16]) +
          path("M-66-32Q0-62 66-32", { stroke: "#fff0c8", width: 3, opacity: 0.6 }),
        18,
        0.72,
      ),
      steam(s, 148, 78, 48, 34),
    );
  },
  "rice-roll": (s) => {
    table(s, "lilac");
    const roll = (x: number, y: number, turn: number, open: boolean) =>
      at(
        x,
        y,
        path("M-70-4Q-72-38-36-42T40-40Q72-36 70-2T38 40Q0 46-38 40T-70-4Z", {
          fill: "#42142a",
          opacity: 0.24,
        }) +
          at(-3, -6, rice(s, [0, 0], [66, 38])) +
          (open
            ? at(
                46,
                -2,
                ellipse(0, 0, 26, 35, shade(s, "#f3e6cc")) +
                  ellipse(1, 0, 18, 26, "#c98a35") +
                  path("M-6-16Q6-8-2 0T4 16", { stroke: "#8a4f18", width: 7 }) +
                  ellipse(6, 8, 7, 6, "#f28a1c") +
                  green.seeds(spread(s, 8, [2, 0], [13, 20]), "#6f8f3a", 3.4),
              )
            : ""),
        turn,
      );
    s.add(
      plate(s, { x: 160, y: 126, r: 132 }, "#eef1ee", "#8a6fa5"),
      roll(128, 100, -14, false),
      roll(186, 146, -8, true),
      steam(s, 130, 66, 44),
    );
  },
};

export const breakfastDishes: Recipes = { ...steamed, ...baked, ...breakfastBowls };
