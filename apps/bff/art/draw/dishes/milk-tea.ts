import { at, blob, disc, ellipse, path, radial, shade, spread, stamp } from "../mark.ts";
import { cup, dew, pearls } from "../parts/cups.ts";
import * as green from "../parts/greens.ts";
import { shadow, table } from "../parts/table.ts";
import { bowl } from "../parts/vessels.ts";
import { lay, type Recipes } from "../recipe.ts";
import { takeAway, tall } from "./take-away.ts";

const syrup = (colour: string) =>
  path(
    "M100 70Q116 120 104 200M122 64Q112 110 128 160M196 66Q184 120 196 190M178 62Q186 100 174 140M146 66Q154 96 144 130",
    {
      stroke: colour,
      width: 11,
      opacity: 0.75,
    },
  );

export const milkTeas: Recipes = {
  "bubble-milk-tea": takeAway(
    "cream",
    "#3a2420",
    (s) => ({
      layers: [
        [0, "#f6e3c6"],
        [0.5, "#dcb184"],
        [1, "#a86b3a"],
      ],
      inside: syrup("#6b3312") + pearls(s, tall),
    }),
    (s) =>
      shadow(s, 256, 210, [34, 9]) +
      lay(
        s,
        [
          { x: 240, y: 200 },
          { x: 262, y: 196 },
          { x: 252, y: 208 },
          { x: 276, y: 206 },
        ],
        [stamp(s, green.cherryTomato(s, 9, "#3a1c14"))],
      ),
  ),
  "taro-milk-tea": takeAway(
    "lilac",
    "#7a5ca8",
    (s) => ({
      layers: [
        [0, "#f9f0ee"],
        [0.45, "#e3cfe8"],
        [1, "#a582c2"],
      ],
      inside:
        path("M96 218V150Q118 132 140 156T186 146T214 160V218Z", { fill: "#9a74bd", opacity: 0.9 }) +
        path("M100 170Q122 158 140 174T200 164", { stroke: "#c5a8dc", width: 7, opacity: 0.7 }) +
        pearls(s, tall, "#5d3a7d", 2),
    }),
    (s) =>
      shadow(s, 258, 208, [40, 11]) +
      at(
        254,
        188,
        path(blob(s, [0, 0], [34, 24], 0.06, 10), shade(s, "#8a6450", 0.3, 0.3)) +
          ellipse(14, 2, 19, 20, shade(s, "#e9dcf0", 0.4, 0.1)) +
          path("M6-6h.1M14 2h.1M20-6h.1M10 10h.1M20 10h.1M26 2h.1", { stroke: "#a582c2", width: 3 }),
      ),
  ),
  "osmanthus-oolong": (s) => {
    table(s, "sun");
    const shape = { x: 150, top: 50, bottom: 216, wide: 106, narrow: 84 };
    s.add(
      cup(s, shape, {
        layers: [
          [0, "#f6c86a"],
          [1, "#cf8a2b"],
        ],
        ice: 3,
        inside:
          green.seeds(spread(s, 30, [150, 130], [40, 66]), "#ffe08a", 4.4) +
          at(134, 190, green.leaf(s, "#7d8f3a", [30, 11]), -20) +
          at(166, 196, green.leaf(s, "#6b7f30", [26, 10]), 200),
      }),
      dew(s, shape),
      at(236, 158, green.leaf(s, "#5f8f3c", [46, 18]), 40),
      at(246, 152, green.leaf(s, "#4f7f34", [44, 17]), -10),
      lay(
        s,
        spread(s, 9, [250, 170], [26, 20]),
        [
          stamp(
            s,
            [0, 90, 180, 270].map((turn) => at(0, 0, ellipse(5, 0, 5, 3.6, "#fbb52f"), turn)).join("") +
              disc(0, 0, 2.4, "#e0861a"),
          ),
        ],
        [0, 90],
      ),
    );
  },
  "matcha-latte": takeAway(
    "sage",
    "#5f8f3c",
    () => ({
      layers: [
        [0, "#7fa845"],
        [0.32, "#9cbd5c"],
        [0.5, "#dfe6c0"],
        [1, "#fffaf0"],
      ],
      ice: 5,
      inside: path("M96 140Q120 118 140 142T190 134T214 146", {
        stroke: "#b5cc7d",
        width: 13,
        opacity: 0.75,
      }),
      foam: ["#a9c96a", 6],
      gap: 0.12,
    }),
    (s) =>
      shadow(s, 258, 206, [42, 12]) +
      bowl(
        s,
        { x: 256, y: 178, r: 34 },
        { colour: "#5d4a3c", depth: 20 },
        ellipse(
          256,
          180,
          28,
          18,
          radial(s, [
            [0, "#a5cc5c"],
            [1, "#6b8f2c"],
          ]),
        ),
      ) +
      lay(s, spread(s, 9, [256, 176], [18, 9]), [stamp(s, disc(0, 0, 3, "#bfe07a"))]),
  ),
};
