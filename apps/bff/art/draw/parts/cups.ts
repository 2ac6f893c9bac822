import { lit, shaded } from "../colour.ts";
import { at, box, clip, disc, ellipse, group, linear, n, path, round } from "../mark.ts";
import type { Sheet } from "../sheet.ts";
import { shadow } from "./table.ts";

/** A standing cup, seen from the side: its rim at `top`, its foot at `bottom`; widths in units. */
export type CupShape = { x: number; top: number; bottom: number; wide: number; narrow: number };

type Drink = {
  /** Colours from the top (0) to the bottom (1) of the drink. */
  layers: readonly [share: number, colour: string][];
  ice?: number;
  /** Foam or cream on top: colour and height. */
  foam?: [colour: string, height: number];
  /** Markup over the drink, inside the glass. */
  inside?: string;
  /** Share of the cup above the drink. */
  gap?: number;
};

const body = ({ x, top, bottom, wide, narrow }: CupShape, inset = 0) =>
  `M${n(x - wide / 2 + inset)} ${n(top)}L${n(x - narrow / 2 + inset)} ${n(bottom - 12)}Q${n(x - narrow / 2 + inset + 1)} ${n(bottom - inset)} ${n(x - narrow / 2 + 13)} ${n(bottom - inset)}H${n(x + narrow / 2 - 13)}Q${n(x + narrow / 2 - inset - 1)} ${n(bottom - inset)} ${n(x + narrow / 2 - inset)} ${n(bottom - 12)}L${n(x + wide / 2 - inset)} ${n(top)}Z`;

/** An ice cube, seen through a glass. */
export const ice = (s: Sheet, size = 26): string =>
  box(-size / 2, -size / 2, [size, size], 6, {
    fill: linear(
      s,
      [
        [0, "#ffffff", 0.75],
        [1, "#dfeef2", 0.3],
      ],
      [0, 0, 1, 1],
    ),
  }) +
  box(-size / 2, -size / 2, [size, size], 6, { stroke: "#ffffff", width: 1.6, opacity: 0.75 }) +
  path(`M${n(-size * 0.28)} ${n(-size * 0.24)}h${n(size * 0.26)}`, {
    stroke: "#ffffff",
    width: 2.6,
    opacity: 0.9,
  });

/** A glass or a clear take-away cup with a drink in it. */
export function cup(s: Sheet, shape: CupShape, drink: Drink): string {
  const { x, top, bottom, wide } = shape;
  const level = top + (bottom - top) * (drink.gap ?? 0.1);
  const inner = clip(s, path(body(shape, 4), {}));
  const liquid = linear(
    s,
    drink.layers.map(([share, colour]) => [share, colour] as [number, string]),
  );
  const cubes = Array.from({ length: drink.ice ?? 0 }, (_, index) => {
    const column = index % 3;
    return at(
      x + (column - 1) * wide * 0.25 + s.between(-5, 5),
      level + 12 + Math.floor(index / 3) * 22 + s.between(-3, 5),
      ice(s, 25),
      s.between(-28, 28),
    );
  }).join("");
  const foam = drink.foam
    ? `M${n(x - wide)} ${n(level - 4)}H${n(x + wide)}V${n(level + drink.foam[1])}q${n(-wide * 0.25)} 9 ${n(-wide * 0.5)} 0t${n(-wide * 0.5)} 1t${n(-wide * 0.5)} -1t${n(-wide * 0.5)} 1Z`
    : "";
  return [
    shadow(s, x + 10, bottom - 2, [wide * 0.72, 17]),
    path(body(shape), { fill: "#ffffff", opacity: 0.35 }),
    group(
      { clip: inner },
      box(x - wide, level, [wide * 2, bottom - level], 0, liquid),
      drink.inside ?? "",
      cubes,
      foam
        ? path(
            foam,
            linear(s, [
              [0, lit(drink.foam?.[0] ?? "#ffffff", 0.5)],
              [1, drink.foam?.[0] ?? "#ffffff"],
            ]),
          )
        : "",
      drink.foam ? "" : ellipse(x, level, wide * 0.47, 6, { fill: "#fff6e4", opacity: 0.42 }),
      box(x + wide * 0.18, top, [wide, bottom - top], 0, {
        fill: linear(
          s,
          [
            [0, "#42142a", 0],
            [1, "#42142a", 0.26],
          ],
          [0, 0, 1, 0],
        ),
      }),
    ),
    path(body(shape), { stroke: "#ffffff", width: 2.6, opacity: 0.8 }),
    path(`M${n(x - wide * 0.37)} ${n(top + 16)}L${n(x - wide * 0.31)} ${n(bottom - 30)}`, {
      stroke: "#ffffff",
      width: 6,
      opacity: 0.5,
    }),
    path(`M${n(x - wide * 0.25)} ${n(top + 20)}l${n(wide * 0.03)} ${n((bottom - top) * 0.32)}`, {
      stroke: "#ffffff",
      width: 2.6,
      opacity: 0.4,
    }),
    ellipse(x, top, wide / 2, 6.5, { stroke: "#ffffff", width: 3, opacity: 0.9 }),
  ].join("");
}

export const straw = (x: number, [top, bottom]: [number, number], colour: string, lean = 12): string =>
  path(`M${n(x + lean)} ${n(top)}L${n(x)} ${n(bottom)}`, { stroke: shaded(colour, 0.3), width: 10 }) +
  path(`M${n(x + lean - 1)} ${n(top)}L${n(x - 1)} ${n(bottom)}`, { stroke: colour, width: 7 }) +
  path(`M${n(x + lean - 2.5)} ${n(top + 2)}L${n(x - 2.5)} ${n(bottom)}`, {
    stroke: lit(colour, 0.6),
    width: 2,
    opacity: 0.8,
  });

/** A dome over a take-away cup. */
export const dome = (s: Sheet, { x, top, wide }: CupShape): string =>
  path(
    `M${n(x - wide / 2 - 2)} ${n(top)}C${n(x - wide / 2)} ${n(top - 40)} ${n(x + wide / 2)} ${n(top - 40)} ${n(x + wide / 2 + 2)} ${n(top)}Z`,
    {
      fill: linear(s, [
        [0, "#ffffff", 0.55],
        [1, "#ffffff", 0.16],
      ]),
      stroke: "#ffffff",
      width: 2,
    },
  ) +
  path(
    `M${n(x - wide * 0.36)} ${n(top - 12)}Q${n(x - wide * 0.26)} ${n(top - 25)} ${n(x - wide * 0.08)} ${n(top - 28)}`,
    {
      stroke: "#ffffff",
      width: 4,
      opacity: 0.85,
    },
  ) +
  box(x - wide / 2 - 5, top - 4, [wide + 10, 10], 5, { fill: "#ffffff", opacity: 0.85 });

/** Tapioca pearls at the bottom of a cup. */
export const pearls = (s: Sheet, { x, bottom, narrow }: CupShape, colour = "#2d1512", rows = 3): string => {
  const fill = round(s, colour, 0.32, 0.3);
  const list: string[] = [];
  for (let row = 0; row < rows; row += 1)
    for (let index = 0; index < 7; index += 1)
      list.push(
        disc(
          x - narrow * 0.45 + index * (narrow * 0.15) + (row % 2 ? 5 : 0) + s.between(-2, 2),
          bottom - 12 - row * 12 + s.between(-3, 3),
          7.2,
          fill,
        ),
      );
  return list.join("");
};

/** Drops of condensation. */
export const dew = (s: Sheet, { x, top, bottom, wide }: CupShape, count = 12): string =>
  path(
    Array.from(
      { length: count },
      () =>
        `M${n(x + s.between(-0.38, 0.38) * wide)} ${n(s.between(top + 20, bottom - 18))}v${n(s.between(0.1, 3))}`,
    ).join(""),
    { stroke: "#ffffff", width: 3.2, opacity: 0.7 },
  );

/** A paper cup with a sleeve and a lid. */
export function paperCup(s: Sheet, shape: CupShape, [paper, sleeve]: [string, string]): string {
  const { x, top, bottom, wide, narrow } = shape;
  const at3 = (share: number) => (wide + (narrow - wide) * share) / 2;
  const side = (from: number, to: number) => {
    const [y1, y2] = [top + (bottom - top) * from, top + (bottom - top) * to];
    return `M${n(x - at3(from))} ${n(y1)}L${n(x - at3(to))} ${n(y2)}Q${n(x)} ${n(y2 + 9)} ${n(x + at3(to))} ${n(y2)}L${n(x + at3(from))} ${n(y1)}Q${n(x)} ${n(y1 + 9)} ${n(x - at3(from))} ${n(y1)}Z`;
  };
  const sheen = (colour: string) =>
    linear(
      s,
      [
        [0, shaded(colour, 0.08)],
        [0.24, lit(colour, 0.45)],
        [0.62, colour],
        [1, shaded(colour, 0.28)],
      ],
      [0, 0, 1, 0],
    );
  return (
    shadow(s, x + 10, bottom + 2, [wide * 0.7, 17]) +
    path(side(0, 1), sheen(paper)) +
    path(side(0.3, 0.74), sheen(sleeve)) +
    ellipse(x, top, wide / 2 + 5, 11, sheen("#fbf7ef")) +
    ellipse(x, top - 3, wide / 2 + 3, 9, "#e9e0d2")
  );
}
