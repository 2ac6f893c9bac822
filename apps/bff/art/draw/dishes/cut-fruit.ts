import { at, ellipse, path, shade, stamp } from "../mark.ts";
import { clearBox } from "../parts/boxes.ts";
import * as fruits from "../parts/fruits.ts";
import * as green from "../parts/greens.ts";
import { type Theme, table } from "../parts/table.ts";
import { board, plate } from "../parts/vessels.ts";
import { fan, type Recipe, type Recipes } from "../recipe.ts";
import type { Sheet } from "../sheet.ts";

/** A clear box full of one fruit. */
const boxOf =
  (theme: Theme, food: (s: Sheet) => string): Recipe =>
  (s) => {
    table(s, theme);
    s.add(clearBox(s, food(s)));
  };

export const cutFruit: Recipes = {
  "rainbow-fruit-box": boxOf("sky", (s) => {
    const kiwi = stamp(s, fruits.kiwi(s, "#8fc63f", 26));
    const orange = stamp(s, fruits.orangeSlice(s, 27));
    const berry = stamp(s, fruits.strawberry(s, 18));
    const blue = stamp(s, fruits.blueberry(s, 9));
    const dice = (colour: string) =>
      stamp(
        s,
        path("M-14-4L0-13L14-5V9L0 16L-14 8Z", colour) +
          path("M-14-4L0-13L14-5L0 3Z", { fill: "#ffffff", opacity: 0.35 }),
      );
    const mango = dice("#fbb02d");
    const dragon = dice("#c2185b");
    return [
      orange(84, 188, -8),
      kiwi(132, 190, 10),
      mango(170, 192),
      mango(190, 180, 20),
      mango(184, 198, -10),
      dragon(220, 190),
      dragon(244, 182, 14),
      dragon(236, 198),
      berry(70, 146, -16),
      berry(100, 152, 12),
      orange(142, 150, 14),
      kiwi(186, 146, -12),
      berry(220, 148, 10),
      mango(250, 146, 30),
      mango(242, 160),
      kiwi(66, 106, -10),
      orange(108, 108, 8),
      dragon(148, 104),
      dragon(166, 112, 20),
      berry(192, 98, -12),
      orange(226, 108, -10),
      kiwi(258, 104, 12),
      blue(120, 128),
      blue(134, 122),
      blue(168, 134),
      blue(204, 126),
      blue(84, 128),
      blue(246, 126),
      blue(150, 84),
      blue(172, 82),
      blue(88, 84),
      blue(210, 82),
    ].join("");
  }),
  "watermelon-box": (s) => {
    table(s, "mint");
    const wedge = stamp(s, fruits.melonWedge(s));
    s.add(
      plate(s, { x: 160, y: 134, r: 140 }, "#fbf6ea", "#4f9a5a"),
      wedge(92, 92, -24, 1.15),
      wedge(160, 76, 0, 1.2),
      wedge(228, 92, 24, 1.15),
      wedge(120, 138, -12, 1.2),
      wedge(202, 140, 14, 1.2),
      at(250, 180, green.leaf(s, "#4fa048", [32, 14]), -30),
    );
  },
  "mango-box": (s) => {
    table(s, "sage");
    s.add(
      plate(s, { x: 160, y: 134, r: 142 }, "#5d86a8", "#f3e9cf"),
      at(108, 98, fruits.mangoHalf(s), -14, 1.12),
      at(212, 112, fruits.mangoHalf(s), 12, 1.12),
      at(146, 172, fruits.mangoHalf(s), -4, 1.05),
      at(252, 172, green.leaf(s, "#4f9a3d", [40, 16]), -30),
    );
  },
  "pineapple-box": (s) => {
    table(s, "blush");
    const ring = stamp(s, fruits.pineappleRing(s, 46));
    s.add(
      board(s, 160, 132, [286, 180]),
      at(
        250,
        82,
        [-50, -28, -8, 14, 36]
          .map((turn) => at(0, 0, path("M-9 6Q-6-40 2-62Q10-38 9 6Z", shade(s, "#4f8f3c", 0.3, 0.25)), turn))
          .join("") + ellipse(0, 6, 26, 16, "#d9961c"),
      ),
      fan(ring, 3, [84, 98], [58, -4]),
      fan(ring, 3, [106, 160], [62, 2]),
    );
  },
  "dragon-fruit-box": (s) => {
    table(s, "sun");
    s.add(
      plate(s, { x: 160, y: 132, r: 140 }, "#fbf6ea", "#d94f86"),
      at(106, 108, fruits.dragonHalf(s), -16, 1.12),
      at(210, 138, fruits.dragonHalf(s), 10, 1.18),
      at(60, 186, green.leaf(s, "#5fa044", [34, 14]), -24),
    );
  },
  "kiwi-box": (s) => {
    table(s, "clay");
    const greenKiwi = stamp(s, fruits.kiwi(s, "#8fc63f", 33));
    const gold = stamp(s, fruits.kiwi(s, "#f2c832", 33));
    s.add(
      plate(s, { x: 160, y: 126, r: 142 }, "#f6f1e4", "#7d9a4a"),
      fan(greenKiwi, 4, [82, 84], [38, -6], [-20, 10]),
      fan(gold, 4, [104, 128], [42, -4], [-10, 20]),
      fan(greenKiwi, 3, [112, 170], [46, -4], [0, 30]),
      at(254, 72, green.leaf(s, "#5fa044", [34, 15]), 30),
    );
  },
};
