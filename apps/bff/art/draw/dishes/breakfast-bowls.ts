import { at, blob, ellipse, path, shade, spread, stamp } from "../mark.ts";
import * as green from "../parts/greens.ts";
import * as meat from "../parts/meats.ts";
import { glazes, sprinkle } from "../parts/servings.ts";
import { congee } from "../parts/staples.ts";
import { chopsticks, cloth, spoon, steam, table } from "../parts/table.ts";
import { bowl, broth } from "../parts/vessels.ts";
import { lay, type Recipes } from "../recipe.ts";

export const breakfastBowls: Recipes = {
  "century-egg-congee": (s) => {
    table(s, "sky");
    const place = { x: 160, y: 106, r: 110 };
    const wedge =
      path("M-20-4Q-14-16 2-15T22-2Q10 12-4 11T-20-4Z", shade(s, "#3d4a3c", 0.3, 0.3)) +
      ellipse(0, -3, 9, 5, "#7f7440") +
      path("M-12-8Q-4-12 6-11", { stroke: "#dfe6c4", width: 2.4, opacity: 0.7 });
    s.add(
      bowl(
        s,
        place,
        glazes.white,
        congee(s, place, "#fdf4df") +
          lay(s, spread(s, 6, [160, 106], [62, 36]), [stamp(s, wedge)], [-50, 50], 1.15) +
          lay(
            s,
            spread(s, 10, [160, 106], [66, 38]),
            [stamp(s, green.strip("#d99a78", 24, 7, 4))],
            [-70, 70],
          ) +
          sprinkle(s, 22, [160, 104], [70, 40]),
      ),
      spoon(s, 262, 206, -24),
      steam(s, 156, 62, 50, 34),
    );
  },
  "millet-pumpkin-congee": (s) => {
    table(s, "cream");
    const place = { x: 160, y: 106, r: 108 };
    s.add(
      cloth(s, 160, 150, 5, ["#f1d9b4", "#c8823a"]),
      bowl(
        s,
        place,
        glazes.celadon,
        congee(s, place, "#f9cd50") +
          lay(s, spread(s, 9, [160, 106], [62, 36]), [stamp(s, meat.cube(s, "#f0892a", 26))], [-12, 12]) +
          green.seeds(spread(s, 7, [160, 104], [66, 38]), "#c9301c", 7),
      ),
      steam(s, 160, 62, 50, 34),
    );
  },
  "tofu-pudding": (s) => {
    table(s, "clay");
    const place = { x: 160, y: 106, r: 108 };
    const curd = (x: number, y: number, rx: number) =>
      at(
        x,
        y,
        path(blob(s, [0, 0], [rx, rx * 0.56], 0.1, 9), shade(s, "#fdf6e6", 0.5, 0.1)) +
          path(`M${-rx * 0.6}-4Q${-rx * 0.2}-${rx * 0.4} ${rx * 0.4}-${rx * 0.3}`, {
            stroke: "#ffffff",
            width: 4,
            opacity: 0.8,
          }),
      );
    s.add(
      bowl(
        s,
        place,
        { ...glazes.black },
        broth(s, place, "#a85c20") +
          curd(126, 92, 44) +
          curd(196, 96, 42) +
          curd(158, 122, 48) +
          lay(
            s,
            spread(s, 6, [160, 104], [56, 30]),
            [stamp(s, meat.chunk(s, "#d9963c", [20, 16]))],
            [0, 180],
          ) +
          lay(s, spread(s, 5, [160, 108], [60, 34]), [stamp(s, green.woodEar(s, 12, "#2f3d33"))], [0, 180]) +
          meat.mince(spread(s, 14, [160, 104], [60, 32]), "#a8a04a") +
          lay(s, spread(s, 6, [160, 104], [56, 30]), [stamp(s, meat.shrimp(s, "#f2a582"))], [0, 360], 0.5) +
          sprinkle(s, 18, [160, 104], [64, 36]),
      ),
      steam(s, 160, 62, 48, 32),
    );
  },
  "tea-eggs": (s) => {
    table(s, "wood");
    const place = { x: 160, y: 112, r: 104 };
    s.add(
      bowl(
        s,
        place,
        { ...glazes.rust, depth: 48 },
        broth(s, place, "#7a3c17") +
          at(120, 96, meat.wholeEgg(s, "#b98152", 35, true), -24) +
          at(196, 94, meat.wholeEgg(s, "#a8703f", 35, true), 20) +
          at(160, 124, meat.wholeEgg(s, "#c08a5a", 36, true), 84) +
          at(
            106,
            138,
            [0, 45, 90, 135, 180, 225, 270, 315]
              .map((turn) => at(0, 0, green.leaf(s, "#6f3a1c", [16, 6]), turn))
              .join(""),
            0,
            [1, 0.7],
          ) +
          at(196, 146, green.leaf(s, "#5f7f3a", [34, 12]), -14),
      ),
      steam(s, 160, 60, 48, 34),
      chopsticks(s, 262, 212, -30),
    );
  },
};
