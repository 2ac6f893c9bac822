import { type CupShape, cup, dew, dome, straw } from "../parts/cups.ts";
import { type Theme, table } from "../parts/table.ts";
import type { Recipe } from "../recipe.ts";
import type { Sheet } from "../sheet.ts";

export const tall: CupShape = { x: 152, top: 54, bottom: 218, wide: 112, narrow: 82 };

/** A take-away cup with a dome and a wide straw; things on the table beside it tell the taste. */
export const takeAway =
  (
    theme: Theme,
    strawColour: string,
    drink: (s: Sheet) => Parameters<typeof cup>[2],
    beside: (s: Sheet) => string,
    domed = true,
  ): Recipe =>
  (s) => {
    table(s, theme);
    s.add(
      straw(166, [4, 190], strawColour, 12),
      cup(s, tall, drink(s)),
      domed ? dome(s, tall) : "",
      dew(s, tall),
      beside(s),
    );
  };
