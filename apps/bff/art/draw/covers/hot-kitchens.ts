import { at, ellipse, path, radial, spread, stamp } from "../mark.ts";
import * as dough from "../parts/dough.ts";
import * as green from "../parts/greens.ts";
import { bellyWave, grilled, skewer } from "../parts/grill.ts";
import * as meat from "../parts/meats.ts";
import { glazes } from "../parts/servings.ts";
import { noodles, rice } from "../parts/staples.ts";
import { steam } from "../parts/table.ts";
import { board, bowl, broth, dip, oil, pot, steamer } from "../parts/vessels.ts";
import { fan, lay, type Recipes } from "../recipe.ts";
import { wide } from "./wide.ts";

export const hotCovers: Recipes = {
  sichuan: wide(["#f0a06a", "#b8442c"], (s) => {
    const place = { x: 420, y: 134, r: 148 };
    const dried = [stamp(s, green.chilli(s, "#c3241a", 34)), stamp(s, green.chilli(s, "#8f1a16", 30))];
    return [
      pot(
        s,
        place,
        "#3f3a39",
        broth(s, place, "#b92c12") +
          oil(s, place, "#f58b32", 10) +
          lay(s, spread(s, 11, [420, 132], [100, 62]), [stamp(s, meat.fishSlice(s))], [-60, 60], 1.3) +
          lay(s, spread(s, 9, [420, 128], [104, 60]), dried, [0, 180], 1.1) +
          green.scallions(spread(s, 16, [420, 128], [104, 62]), 4),
      ),
      bowl(s, { x: 646, y: 186, r: 82 }, glazes.blue, rice(s, [646, 180], [70, 50])),
      lay(s, spread(s, 7, [180, 220], [100, 46]), dried, [0, 180], 1.3),
      steam(s, 420, 72, 60, 46),
    ];
  }),
  lanzhou: wide(["#bfe0dc", "#3f8a94"], (s) => {
    const place = { x: 440, y: 138, r: 150 };
    const cubes = [grilled(s, "#a3562b"), grilled(s, "#8f4624")];
    const stick = stamp(
      s,
      skewer(
        s,
        [0, 1, 0, 1].map((i) => cubes[i] ?? ""),
        30,
        -40,
      ),
    );
    return [
      bowl(
        s,
        place,
        glazes.blue,
        broth(s, place, "#c98a3d") +
          noodles(s, { x: 440, y: 140, r: 116 }, { colour: "#f6dd9c", width: 6, strands: 30 }) +
          fan(stamp(s, meat.beefSlice(s, "#8a4a30", [34, 20])), 5, [372, 164], [34, -3], [-16, 16]) +
          green.scallions(spread(s, 18, [430, 122], [80, 36]), 4) +
          at(392, 116, ellipse(0, 0, 42, 22, { fill: "#c8321b", opacity: 0.85 })) +
          fan(stamp(s, green.coriander(s)), 3, [450, 110], [26, -6], [-30, 30]),
      ),
      stick(664, 104, -16, 0.95),
      stick(676, 158, -12, 0.95),
      stick(680, 212, -8, 0.95),
      steam(s, 440, 78, 60, 46),
    ];
  }),
  cantonese: wide(["#fbd68a", "#d97a2c"], (s) => {
    const duck = stamp(s, meat.roastSlice(s, "#8f340f", "#cf8450", [30, 84]));
    const pork = stamp(s, meat.roastSlice(s, "#a3180f", "#d4603c", [28, 78]));
    return [
      board(s, 390, 158, [390, 216]),
      fan(duck, 9, [262, 124], [30, 1], [-22, 12]),
      fan(pork, 8, [290, 206], [30, -1], [-18, 14]),
      lay(
        s,
        [
          { x: 546, y: 92 },
          { x: 552, y: 226 },
        ],
        [stamp(s, green.choy(s))],
        [10, 30],
        1.3,
      ),
      steamer(
        s,
        { x: 670, y: 150, r: 100 },
        fan(stamp(s, dough.dumpling(s, "#f7ede6", "#f2875f")), 2, [642, 122], [58, 0]) +
          at(668, 164, dough.dumpling(s, "#f7ede6", "#f2875f")),
      ),
      dip(s, 232, 252, "#b3562a", 34),
      steam(s, 668, 92, 50, 36),
    ];
  }),
  salad: wide(["#dcebb8", "#7fae52"], (s) => {
    const place = { x: 430, y: 138, r: 156 };
    return [
      bowl(
        s,
        place,
        { colour: "#f3ede2", depth: 70 },
        ellipse(430, 142, 140, 92, "#4f8a35") +
          lay(
            s,
            spread(s, 12, [430, 138], [108, 62]),
            [stamp(s, green.lettuce(s, "#8fc24a")), stamp(s, green.lettuce(s, "#a9d162"))],
            [0, 360],
            1.25,
          ) +
          at(488, 112, green.avocadoFan(s, 7), 12, 1.5) +
          fan(stamp(s, meat.shrimp(s)), 4, [346, 128], [34, -12], [-30, 20]) +
          at(376, 178, meat.eggHalf(s, [30, 23])) +
          lay(
            s,
            spread(s, 6, [460, 176], [60, 22]),
            [stamp(s, green.cherryTomato(s, 17, "#e23d2b", true))],
            [0, 180],
          ),
      ),
      at(652, 104, green.slice(s, ["#f9e88a", "#f0cc3a"], 36, "segments"), 10),
      at(690, 190, green.cherryTomato(s, 26)),
      at(640, 214, green.cherryTomato(s, 22, "#f0562f")),
      at(202, 236, green.leaf(s, "#4f9a3d", [60, 26]), -30),
      at(170, 252, green.leaf(s, "#6fb04a", [52, 22]), 10),
    ];
  }),
  "night-wok": wide(["#5d4f8a", "#1f1836"], (s) => {
    const place = { x: 400, y: 138, r: 148 };
    const belly = stamp(
      s,
      skewer(
        s,
        Array.from({ length: 4 }, () => bellyWave(s)),
        34,
        -46,
      ),
    );
    return [
      ellipse(
        420,
        130,
        330,
        200,
        radial(s, [
          [0, "#ffb45e", 0.55],
          [1, "#ffb45e", 0],
        ]),
      ),
      path("M40 28V60M150 8V30", { stroke: "#2a2140", width: 3 }),
      at(
        40,
        90,
        ellipse(
          0,
          0,
          30,
          34,
          radial(s, [
            [0, "#ffd98a"],
            [1, "#e2522f"],
          ]),
        ),
      ),
      at(
        150,
        56,
        ellipse(
          0,
          0,
          24,
          28,
          radial(s, [
            [0, "#ffd98a"],
            [1, "#e2522f"],
          ]),
        ),
      ),
      pot(
        s,
        place,
        "#4a4443",
        broth(s, place, "#7c2413") +
          lay(
            s,
            spread(s, 9, [400, 136], [104, 62]),
            [stamp(s, green.slice(s, ["#f3dfb6", "#d9b27c"], 25, "holes"))],
            [-20, 20],
          ) +
          lay(s, spread(s, 8, [400, 132], [104, 60]), [stamp(s, meat.shrimp(s, "#f0764a"))], [-40, 40], 1.6) +
          lay(
            s,
            spread(s, 8, [400, 132], [100, 58]),
            [stamp(s, meat.rolledSlice(s, "#9c4a2f"))],
            [-60, 60],
            1.5,
          ) +
          lay(s, spread(s, 7, [400, 128], [100, 56]), [stamp(s, green.chilli(s, "#c3241a", 32))], [0, 180]) +
          green.seeds(spread(s, 24, [400, 130], [110, 64]), "#fff0c8", 3),
      ),
      belly(654, 104, -18, 1.05),
      belly(668, 168, -14, 1.05),
      belly(676, 232, -10, 1.05),
      steam(s, 400, 76, 62, 50),
    ];
  }),
};
