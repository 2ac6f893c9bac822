import { lit, shaded } from "./colour.ts";
import type { Sheet } from "./sheet.ts";

export type Paint = { fill?: string; stroke?: string; width?: number; opacity?: number; clip?: string };
export type Dot = { x: number; y: number };

/** A number as short as one decimal allows. */
export const n = (value: number): string => {
  const text = String(Math.round(value * 10) / 10);
  return text.replace(/^(-?)0\./, "$1.");
};

/** A share (0 to 1) or a factor, to two decimals, written without its leading zero. */
const share = (value: number): string => String(Math.round(value * 100) / 100).replace(/^(-?)0\./, "$1.");

/** A path as short as the grammar allows. */
const tight = (d: string) => d.replace(/ -/g, "-").replace(/ ([a-zA-Z])/g, "$1");

/** Fill none, round caps and round joins are set once, on the drawing itself. */
const attributes = ({ fill, stroke, width = 1, opacity, clip }: Paint): string =>
  [
    fill ? ` fill="${fill}"` : "",
    stroke ? ` stroke="${stroke}" stroke-width="${n(width)}"` : "",
    opacity === undefined ? "" : ` opacity="${share(opacity)}"`,
    clip ? ` clip-path="url(#${clip})"` : "",
  ].join("");

export const path = (d: string, paint: Paint | string) =>
  `<path d="${tight(d)}"${attributes(typeof paint === "string" ? { fill: paint } : paint)}/>`;

/** Nothing for 0, which is where a centre lies anyway. */
const centre = (x: number, y: number) =>
  `${n(x) === "0" ? "" : ` cx="${n(x)}"`}${n(y) === "0" ? "" : ` cy="${n(y)}"`}`;

export const ellipse = (x: number, y: number, rx: number, ry: number, paint: Paint | string) =>
  `<ellipse${centre(x, y)} rx="${n(rx)}" ry="${n(ry)}"${attributes(
    typeof paint === "string" ? { fill: paint } : paint,
  )}/>`;

export const disc = (x: number, y: number, r: number, paint: Paint | string) =>
  `<circle${centre(x, y)} r="${n(r)}"${attributes(typeof paint === "string" ? { fill: paint } : paint)}/>`;

export const box = (
  x: number,
  y: number,
  [width, height]: [number, number],
  radius: number,
  paint: Paint | string,
) =>
  `<rect x="${n(x)}" y="${n(y)}" width="${n(width)}" height="${n(height)}"${radius ? ` rx="${n(radius)}"` : ""}${attributes(
    typeof paint === "string" ? { fill: paint } : paint,
  )}/>`;

type Scale = number | [x: number, y: number];
const moved = (x: string, y: string, turn: number, scale: Scale) => {
  const [sx, sy] = typeof scale === "number" ? [scale, scale] : scale;
  const same = Math.abs(sx - 1) < 0.06 && Math.abs(sy - 1) < 0.06;
  const size = same ? "" : `scale(${share(sx)}${sx === sy ? "" : ` ${share(sy)}`})`;
  return `translate(${x} ${y})${turn ? `rotate(${Math.round(turn)})` : ""}${size}`;
};

/** Markup moved, turned (degrees) and scaled as one. */
export const at = (x: number, y: number, markup: string, turn = 0, scale: Scale = 1) =>
  `<g transform="${moved(n(x), n(y), turn, scale)}">${markup}</g>`;

export const group = (paint: Paint, ...markup: string[]) => `<g${attributes(paint)}>${markup.join("")}</g>`;

/** A piece drawn once around 0,0 and stamped many times, on whole units. */
export function stamp(s: Sheet, markup: string) {
  const id = s.define((name) => `<g id="${name}">${markup}</g>`);
  return (x: number, y: number, turn = 0, scale: Scale = 1) =>
    `<use href="#${id}" transform="${moved(String(Math.round(x)), String(Math.round(y)), turn, scale)}"/>`;
}

/** One outline painted several times (shadow, body, edge, gleam), each moved by x and y; written only once. */
export function echo(s: Sheet, d: string, ...paints: (Paint & { x?: number; y?: number })[]): string {
  const id = s.define((name) => `<path id="${name}" d="${tight(d)}"/>`);
  return paints
    .map(({ x, y, ...paint }) => {
      const move = `${x ? ` x="${n(x)}"` : ""}${y ? ` y="${n(y)}"` : ""}`;
      return `<use href="#${id}"${move}${attributes(paint)}/>`;
    })
    .join("");
}

/** A piece with its contact shadow. */
export const solid = (s: Sheet, d: string, paint: Paint | string, [x, y, strength] = [1.5, 3.5, 0.25]) =>
  echo(
    s,
    d,
    { x, y, fill: "#42142a", opacity: strength },
    typeof paint === "string" ? { fill: paint } : paint,
  );

type Stop = [offset: number, colour: string, opacity?: number];
const stops = (list: readonly Stop[]) =>
  list
    .map(([offset, colour, opacity]) => {
      const at = offset ? ` offset="${share(offset)}"` : "";
      const through = opacity === undefined ? "" : ` stop-opacity="${share(opacity)}"`;
      return `<stop${at} stop-color="${colour}"${through}/>`;
    })
    .join("");

/** A linear gradient over the shape's box, from the first point to the second (shares of the box). */
export const linear = (s: Sheet, list: readonly Stop[], [x1, y1, x2, y2] = [0, 0, 0, 1]) =>
  `url(#${s.define(
    (id) =>
      `<linearGradient id="${id}"${x1 ? ` x1="${share(x1)}"` : ""}${y1 ? ` y1="${share(y1)}"` : ""}${x2 === 1 ? "" : ` x2="${share(x2)}"`}${y2 ? ` y2="${share(y2)}"` : ""}>${stops(list)}</linearGradient>`,
  )})`;

export const radial = (s: Sheet, list: readonly Stop[], [cx, cy, r] = [0.5, 0.5, 0.5]) =>
  `url(#${s.define(
    (id) =>
      `<radialGradient id="${id}" cx="${share(cx)}" cy="${share(cy)}" r="${share(r)}">${stops(list)}</radialGradient>`,
  )})`;

/** A body in warm light from the upper left. */
export const shade = (s: Sheet, colour: string, light = 0.24, dark = 0.2) =>
  linear(
    s,
    [
      [0, lit(colour, light)],
      [1, shaded(colour, dark)],
    ],
    [0.1, 0, 0.8, 1],
  );

/** A ball in the same light. */
export const round = (s: Sheet, colour: string, light = 0.45, dark = 0.28) =>
  radial(
    s,
    [
      [0, lit(colour, light)],
      [0.55, colour],
      [1, shaded(colour, dark)],
    ],
    [0.38, 0.3, 0.75],
  );

export const clip = (s: Sheet, shape: string) => s.define((id) => `<clipPath id="${id}">${shape}</clipPath>`);

/** A smooth closed line through the middles between the points. */
export function smooth(points: readonly Dot[], write: (value: number) => string = n): string {
  const middle = (a: Dot, b: Dot) => `${write((a.x + b.x) / 2)} ${write((a.y + b.y) / 2)}`;
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return "";
  const turns = points.map(
    (point, index) => `Q${write(point.x)} ${write(point.y)} ${middle(point, points[index + 1] ?? first)}`,
  );
  return `M${middle(last, first)}${turns.join("")}Z`;
}

/** The outline of something that grew or was cooked: an ellipse with a wobble (share of the radius). */
export function blob(
  s: Sheet,
  [x, y]: [number, number],
  [rx, ry]: [number, number],
  wobble = 0.12,
  count = 8,
): string {
  const start = s.random() * 6.28;
  return smooth(
    Array.from({ length: count }, (_, index) => {
      const angle = start + (index / count) * 2 * Math.PI;
      const reach = 1.08 + (s.random() - 0.5) * 2 * wobble;
      return { x: x + Math.cos(angle) * rx * reach, y: y + Math.sin(angle) * ry * reach };
    }),
    // Whole units are fine enough for large outlines, and shorter.
    rx > 18 ? (value) => String(Math.round(value)) : n,
  );
}

/** Places inside an ellipse, kept apart where there is room, ordered from the back to the front. */
export function spread(s: Sheet, count: number, [x, y]: [number, number], [rx, ry]: [number, number]): Dot[] {
  const dots: Dot[] = [];
  for (let index = 0; index < count; index += 1) {
    let best: Dot = { x, y };
    let room = -1;
    for (let attempt = 0; attempt < 9; attempt += 1) {
      const [angle, reach] = [s.random() * 6.2832, Math.sqrt(s.random())];
      const dot = { x: x + Math.cos(angle) * rx * reach, y: y + Math.sin(angle) * ry * reach };
      const free = Math.min(
        1e6,
        ...dots.map((other) => Math.hypot(other.x - dot.x, ((other.y - dot.y) * rx) / ry)),
      );
      if (free > room) [best, room] = [dot, free];
    }
    dots.push(best);
  }
  return dots.sort((a, b) => a.y - b.y);
}

/** Many short strokes as one path: grains, shreds, seeds. Length and colour say which. */
export const strokes = (
  s: Sheet,
  dots: readonly Dot[],
  [shortest, longest]: [number, number],
  paint: Paint,
  tilt: [number, number] = [0, 180],
) =>
  path(
    dots
      .map(({ x, y }) => {
        const angle = (s.between(...tilt) * Math.PI) / 180;
        const length = s.between(shortest, longest);
        const [dx, dy] = [Math.round(Math.cos(angle) * length), Math.round(Math.sin(angle) * length)];
        return `M${Math.round(x)} ${Math.round(y)}l${dx} ${dx || dy ? dy : 1}`;
      })
      .join(""),
    paint,
  );
