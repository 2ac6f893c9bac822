import { at, ellipse, linear, path, shade, spread, stamp } from "../mark.ts";
import { cutlet } from "../parts/dough.ts";
import * as green from "../parts/greens.ts";
import * as meat from "../parts/meats.ts";
import { glazes, sprinkle } from "../parts/servings.ts";
import { noodles, rice, sauce } from "../parts/staples.ts";
import { steam, type Theme, table } from "../parts/table.ts";
import { bowl, broth, oil, plate } from "../parts/vessels.ts";
import { fan, lay, type Recipes } from "../recipe.ts";
import type { Sheet } from "../sheet.ts";

const donburi = (s: Sheet, theme: Theme, glaze: keyof typeof glazes, food: string): void => {
  table(s, theme);
  s.add(
    bowl(s, { x: 160, y: 106, r: 114 }, { ...glazes[glaze] }, ellipse(160, 110, 103, 69, "#f6ead2") + food),
  );
};

export const bentoBowls: Recipes = {
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
      lay(s, spread(s, 3, [236, 124], [32, 34]), [stamp(s, meat.chunk(s, "#ef8a30", [22, 18]))]),
      lay(s, spread(s, 3, [230, 130], [34, 34]), [stamp(s, meat.chunk(s, "#edc060", [24, 20]))]),
      rice(s, [100, 114], [58, 52]),
      at(166, 116, cutlet(s, 5, [112, 62]), 62),
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
