import { lit, shaded } from "../colour.ts";
import { blob, echo, ellipse, n, path, radial, shade, spread, strokes } from "../mark.ts";
import type { Sheet } from "../sheet.ts";
import { type Place, tilt } from "./vessels.ts";

type Spot = [x: number, y: number];
type Size = [rx: number, ry: number];

/** A mound of rice: body, shaded grains, lit grains. */
export function rice(s: Sheet, [x, y]: Spot, [rx, ry]: Size, colour = "#fffaf0"): string {
  const body = radial(
    s,
    [
      [0, colour],
      [0.7, lit(shaded(colour, 0.05), 0.2)],
      [1, shaded(colour, 0.2)],
    ],
    [0.4, 0.3, 0.72],
  );
  const count = Math.min(46, Math.round((rx * ry) / 50));
  return [
    echo(
      s,
      blob(s, [x, y], [rx, ry], 0.07, 10),
      { x: 2, y: 5, fill: "#42142a", opacity: 0.14 },
      { fill: body },
    ),
    strokes(s, spread(s, count, [x + 1, y + 2], [rx * 0.92, ry * 0.9]), [3, 5], {
      stroke: shaded(colour, 0.11),
      width: 3.2,
    }),
    strokes(s, spread(s, count, [x - 1, y - 1], [rx * 0.9, ry * 0.86]), [3, 5], {
      stroke: lit(colour, 0.7),
      width: 2.8,
    }),
  ].join("");
}

/** Grain that is not white: millet, quinoa, couscous. */
export const grains = (
  s: Sheet,
  [x, y]: Spot,
  [rx, ry]: Size,
  colours: readonly [string, string, string],
): string =>
  path(blob(s, [x, y], [rx, ry], 0.06, 10), shade(s, colours[0])) +
  colours
    .map((colour, index) =>
      strokes(s, spread(s, 42, [x, y], [rx * 0.93, ry * 0.9]), [0.1, 1.4], {
        stroke: index === 0 ? shaded(colour, 0.25) : colour,
        width: 4.2,
      }),
    )
    .join("");

type NoodleLook = { colour: string; width?: number; strands?: number };

/** Noodles coiled in a round place, several layers over one another. */
export function noodles(s: Sheet, { x, y, r }: Place, look: NoodleLook): string {
  const { colour, width = 4.2, strands = 34 } = look;
  const layers = 5;
  const markup: string[] = [
    ellipse(x, y + 2, r * 0.9, r * 0.88 * tilt, { fill: shaded(colour, 0.4), opacity: 0.4 }),
  ];
  for (let layer = 0; layer < layers; layer += 1) {
    const lines: string[] = [];
    for (let index = 0; index < strands / layers; index += 1) {
      const angle = s.random() * 6.283;
      const reach = s.between(0.1, 0.6) * r;
      const [cx, cy] = [x + Math.cos(angle) * reach * 0.6, y + Math.sin(angle) * reach * 0.6 * tilt];
      const radius = s.between(0.28, 0.95 - reach / r / 1.9) * r;
      const from = s.random() * 6.283;
      const to = from + s.between(1.1, 2.9);
      const on = (a: number) =>
        `${Math.round(cx + Math.cos(a) * radius)} ${Math.round(cy + Math.sin(a) * radius * tilt)}`;
      lines.push(`M${on(from)}A${Math.round(radius)} ${Math.round(radius * tilt)} 0 0 1 ${on(to)}`);
    }
    const d = lines.join("");
    markup.push(
      echo(
        s,
        d,
        { stroke: shaded(colour, 0.38), width: width + 2 },
        { stroke: layer > 2 ? lit(colour, 0.12) : colour, width },
        { stroke: lit(colour, 0.6), width: width * 0.28 },
      ),
    );
  }
  return markup.join("");
}

/** Broad noodles or rice sheets lying in folds. */
export function ribbons(s: Sheet, { x, y, r }: Place, colour: string, width = 13, count = 12): string {
  return spread(s, count, [x, y], [r * 0.62, r * 0.6 * tilt])
    .map((dot) => {
      const half = s.between(0.26, 0.42) * r;
      const [rise, bend] = [s.between(-20, 20), s.between(-26, 26)];
      const d = `M${n(dot.x - half)} ${n(dot.y - rise)}Q${n(dot.x - half * 0.3)} ${n(dot.y + bend)} ${n(dot.x)} ${n(dot.y)}T${n(dot.x + half)} ${n(dot.y + rise)}`;
      return echo(
        s,
        d,
        { stroke: shaded(colour, 0.4), width: width + 2.4 },
        { stroke: colour, width },
        { stroke: lit(colour, 0.5), width: width * 0.4 },
      );
    })
    .join("");
}

/** Congee: smooth, with broken grains and a few bubbles of starch. */
export const congee = (s: Sheet, { x, y, r }: Place, colour: string): string =>
  ellipse(x, y + 3, r - 8, (r - 8) * tilt, shade(s, colour, 0.3, 0.14)) +
  strokes(s, spread(s, 60, [x, y + 3], [r - 20, (r - 20) * tilt]), [2, 4.5], {
    stroke: lit(colour, 0.65),
    width: 3.4,
    opacity: 0.9,
  }) +
  strokes(s, spread(s, 30, [x, y + 4], [r - 20, (r - 20) * tilt]), [2, 4], {
    stroke: shaded(colour, 0.14),
    width: 2.4,
    opacity: 0.7,
  });

/** A slick of sauce with a lit edge. */
export const sauce = (s: Sheet, [x, y]: Spot, [rx, ry]: Size, colour: string, wobble = 0.14): string => {
  const d = blob(s, [x, y], [rx, ry], wobble, 10);
  return (
    echo(s, d, { x: 1, y: 3, fill: "#42142a", opacity: 0.18 }, { fill: shade(s, colour, 0.2, 0.25) }) +
    path(
      `M${n(x - rx * 0.66)} ${n(y - ry * 0.24)}Q${n(x - rx * 0.46)} ${n(y - ry * 0.74)} ${n(x - rx * 0.02)} ${n(y - ry * 0.8)}`,
      {
        stroke: "#fff3d6",
        width: 3.4,
        opacity: 0.5,
      },
    )
  );
};
