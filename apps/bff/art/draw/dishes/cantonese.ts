import { at, blob, ellipse, path, shade, spread, stamp } from "../mark.ts";
import { cup, dew, straw } from "../parts/cups.ts";
import { dumpling, wonton } from "../parts/dough.ts";
import * as green from "../parts/greens.ts";
import * as meat from "../parts/meats.ts";
import { glazes, onPlate, riceBowl, sprinkle } from "../parts/servings.ts";
import { noodles, ribbons, rice, sauce } from "../parts/staples.ts";
import { chopsticks, shadow, steam, type Theme, table } from "../parts/table.ts";
import { bowl, broth, dip, pot, steamer } from "../parts/vessels.ts";
import { fan, lay, type Recipe, type Recipes } from "../recipe.ts";

type Cut = { skin: string; flesh: string; size?: [number, number] };

/** A row of cut roast over rice, with greens behind and half an egg beside. */
const roastRice =
  (theme: Theme, glaze: keyof typeof glazes, cuts: readonly Cut[], extra: Recipe = () => undefined): Recipe =>
  (s) => {
    table(s, theme);
    const rows = cuts.map(({ skin, flesh, size = [24, 58] }, row) => {
      const cut = stamp(s, meat.roastSlice(s, skin, flesh, size));
      return cuts.length > 1
        ? fan(
            cut,
            5,
            [
              [124, 92],
              [176, 124],
            ][row] as [number, number],
            [15, 2],
            [-20, 6],
          )
        : fan(cut, 7, [134, 88], [18, 2], [-24, 8]) + fan(cut, 6, [150, 130], [19, -2], [-16, 14]);
    });
    riceBowl(
      s,
      glazes[glaze],
      undefined,
      fan(stamp(s, green.choy(s)), 3, [150, 60], [27, 5], [-16, 18]) +
        rows.join("") +
        at(88, 134, meat.eggHalf(s, [22, 17], "#c58a4e")),
    );
    extra(s);
  };

const roasts: Recipes = {
  "roast-duck-rice": roastRice("sun", "black", [{ skin: "#8f340f", flesh: "#cf8450" }], (s) =>
    s.add(dip(s, 282, 190, "#b3562a", 28)),
  ),
  "char-siu-rice": roastRice("sage", "white", [{ skin: "#a3180f", flesh: "#d4603c" }], (s) =>
    s.add(chopsticks(s, 256, 214, -22)),
  ),
  "soy-chicken-rice": (s) => {
    table(s, "sky");
    riceBowl(
      s,
      glazes.ochre,
      undefined,
      fan(stamp(s, green.choy(s)), 3, [190, 62], [14, 10], [150, 190]) +
        sauce(s, [182, 132], [62, 32], "#7a3c14") +
        at(182, 112, meat.drumstick(s, "#a65a1c"), -10, 1.5) +
        at(86, 138, meat.eggHalf(s, [18, 14], "#c58a4e")) +
        green.seeds(spread(s, 14, [172, 104], [40, 20]), "#fff1cf", 2.6),
    );
    s.add(steam(s, 176, 62, 44));
  },
  "white-cut-chicken-rice": roastRice("mint", "porcelain", [{ skin: "#e9b23c", flesh: "#fae7bf" }], (s) =>
    s.add(
      dip(s, 284, 188, "#a9c46a", 29),
      sprinkle(s, 12, [284, 184], [16, 8], 2.4),
      green.seeds(spread(s, 10, [284, 186], [16, 8]), "#f6e6a8", 3),
    ),
  ),
  "crispy-pork-rice": roastRice(
    "clay",
    "celadon",
    [{ skin: "#cf7a1c", flesh: "#efb68a", size: [27, 50] }],
    (s) => s.add(dip(s, 282, 192, "#e8b72e", 24)),
  ),
  "double-roast-rice": roastRice(
    "blush",
    "red",
    [
      { skin: "#8f340f", flesh: "#cf8450" },
      { skin: "#a3180f", flesh: "#d4603c" },
    ],
    (s) => s.add(chopsticks(s, 258, 216, -20)),
  ),
};

const woks: Recipes = {
  "claypot-rice": (s) => {
    table(s, "wood");
    const place = { x: 160, y: 102, r: 112 };
    const sausage = stamp(s, green.slice(s, ["#c8503c", "#8f2a20"], 17));
    const bacon = stamp(s, meat.roastSlice(s, "#7c3a1c", "#d98a5c", [20, 42]));
    s.add(
      pot(
        s,
        place,
        "#8a6b52",
        ellipse(160, 105, 102, 69, "#c99243") +
          rice(s, [160, 102], [92, 60]) +
          fan(stamp(s, green.choy(s)), 3, [196, 66], [16, 10], [150, 196]) +
          fan(sausage, 5, [88, 118], [22, 6], [-20, 20]) +
          fan(bacon, 5, [120, 82], [17, 2], [-24, 10]) +
          at(204, 122, meat.friedEgg(s, 30)) +
          sprinkle(s, 14, [140, 108], [60, 28]),
        "#5a4230",
      ),
      steam(s, 150, 60, 52, 34),
    );
  },
  "wonton-noodles": (s) => {
    table(s, "cream");
    const place = { x: 160, y: 106, r: 112 };
    s.add(
      bowl(
        s,
        place,
        glazes.blue,
        broth(s, place, "#dfb15a") +
          noodles(s, { x: 166, y: 108, r: 84 }, { colour: "#f2c964", width: 3, strands: 46 }) +
          fan(stamp(s, wonton(s, "#ef8f6a")), 4, [88, 112], [30, -6], [-12, 10]) +
          fan(stamp(s, green.choy(s)), 2, [200, 86], [14, 14], [150, 180]) +
          sprinkle(s, 16, [150, 116], [70, 30]),
      ),
      steam(s, 160, 64, 50, 32),
    );
  },
  "beef-chow-fun": (s) => {
    table(s, "slate");
    onPlate(
      s,
      ["#f1eee6", "#7d9bb0"],
      undefined,
      ribbons(s, { x: 160, y: 118, r: 124 }, "#d9a45c", 11, 18) +
        green.sprouts(s, spread(s, 8, [160, 116], [76, 44])) +
        lay(
          s,
          spread(s, 9, [160, 114], [70, 42]),
          [stamp(s, meat.beefSlice(s, "#7a3d22", [18, 11]))],
          [-60, 60],
        ) +
        lay(
          s,
          spread(s, 12, [160, 112], [72, 44]),
          [stamp(s, green.strip("#b8cf4a", 34, 5, 6)), stamp(s, green.strip("#5fa040", 30, 5, -5))],
          [-90, 90],
        ),
    );
    s.add(steam(s, 160, 66, 48, 34));
  },
};

const dimSum: Recipes = {
  "har-gow": (s) => {
    table(s, "sage");
    const one = stamp(s, dumpling(s, "#f7ede6", "#f2875f"));
    s.add(
      steamer(
        s,
        { x: 160, y: 104, r: 116 },
        [
          [118, 84],
          [200, 82],
          [112, 122],
          [198, 124],
        ]
          .map(([x = 0, y = 0]) => one(x, y, 0, 1.22))
          .join(""),
      ),
      steam(s, 156, 62, 50, 40),
    );
  },
  "choy-sum": (s) => {
    table(s, "lilac");
    onPlate(
      s,
      ["#eef1ec", "#6f9f8a"],
      "#b9803a",
      fan(stamp(s, green.choy(s, "#347f3a")), 7, [96, 100], [21, 1], [74, 106]) +
        fan(stamp(s, green.choy(s, "#4a9647")), 6, [106, 134], [22, 0], [70, 108]) +
        green.seeds(spread(s, 16, [160, 128], [70, 26]), "#f8e4a0", 4) +
        lay(s, spread(s, 6, [160, 124], [60, 24]), [stamp(s, green.strip("#d7391f", 20, 4, 4))], [-60, 60]),
    );
  },
  "iced-lemon-tea": (s) => {
    table(s, "sun");
    const shape = { x: 160, top: 44, bottom: 212, wide: 108, narrow: 84 };
    const lemon = green.slice(s, ["#f9e88a", "#f0cc3a"], 27, "segments");
    s.add(
      straw(186, [8, 180], "#c8503c", 18),
      cup(s, shape, {
        layers: [
          [0, "#d98a2e"],
          [1, "#96420f"],
        ],
        ice: 5,
        inside: at(132, 96, lemon, -20) + at(186, 128, lemon, 24) + at(142, 158, lemon, 8),
      }),
      at(112, 46, lemon, -30),
      dew(s, shape),
      shadow(s, 248, 206, [34, 10]),
      at(
        246,
        194,
        `${path(blob(s, [0, 0], [30, 22], 0.04, 10), shade(s, "#f4d43e", 0.5, 0.2))}${path("M26-6q10 0 12 5", { stroke: "#e3bd2b", width: 8 })}`,
      ),
      at(244, 176, green.leaf(s, "#5c9f43", [30, 14]), -28),
    );
  },
};

export const cantoneseDishes: Recipes = { ...roasts, ...woks, ...dimSum };
