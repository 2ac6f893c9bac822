import { lit, shaded } from "../colour.ts";
import { box, clip, ellipse, group, linear, n, path, radial, shade } from "../mark.ts";
import type { Sheet } from "../sheet.ts";
import { shadow } from "./table.ts";

/** Height over width of everything round on the table: the eye looks down at about 43 degrees. */
export const tilt = 0.68;

export type Place = { x: number; y: number; r: number };
export type Glaze = {
  colour: string;
  inside?: string;
  depth?: number;
  pattern?: "waves" | "band" | "dots" | "stripes";
};

const across = (s: Sheet, colour: string) =>
  linear(
    s,
    [
      [0, shaded(colour, 0.06)],
      [0.22, lit(colour, 0.4)],
      [0.6, colour],
      [1, shaded(colour, 0.34)],
    ],
    [0, 0, 1, 0],
  );

function pattern(
  kind: NonNullable<Glaze["pattern"]>,
  colour: string,
  { x, y, r }: Place,
  depth: number,
): string {
  const ink = { stroke: colour, width: 3, opacity: 0.75 };
  const arc = (drop: number, inset: number) =>
    `M${n(x - r + inset)} ${n(y + drop)}A${n(r - inset)} ${n((r - inset) * tilt)} 0 0 0 ${n(x + r - inset)} ${n(y + drop)}`;
  if (kind === "band") return path(arc(depth * 0.24, 2) + arc(depth * 0.36, 4), ink);
  if (kind === "stripes")
    return path(arc(depth * 0.2, 2), { ...ink, width: 7 }) + path(arc(depth * 0.42, 6), { ...ink, width: 2 });
  const marks = Array.from({ length: 11 }, (_, index) => {
    const angle = Math.PI * (0.08 + (0.84 * index) / 10);
    const [cx, cy] = [x - Math.cos(angle) * (r - 4), y + Math.sin(angle) * (r - 4) * tilt + depth * 0.32];
    return kind === "dots" ? `M${n(cx)} ${n(cy)}h.1` : `M${n(cx - 8)} ${n(cy)}q4 -7 8 0q4 7 8 0`;
  }).join("");
  return path(marks, { ...ink, width: kind === "dots" ? 6 : 2.4 });
}

/** A bowl seen from above its front edge; `food` is drawn inside, then the near rim over it. */
export function bowl(s: Sheet, place: Place, glaze: Glaze, food: string): string {
  const { x, y, r } = place;
  const { colour, inside = lit(colour, 0.55), depth = r * 0.55 } = glaze;
  const ry = r * tilt;
  const wall = `M${n(x - r)} ${n(y)}C${n(x - r * 0.97)} ${n(y + ry * 0.75 + depth * 0.5)} ${n(x - r * 0.55)} ${n(y + ry * 0.72 + depth)} ${n(x)} ${n(y + ry * 0.72 + depth)}S${n(x + r * 0.97)} ${n(y + ry * 0.75 + depth * 0.5)} ${n(x + r)} ${n(y)}Z`;
  const body = clip(s, path(wall, {}));
  return [
    shadow(s, x + 8, y + ry * 0.66 + depth * 0.94, [r * 1.02, r * 0.3]),
    path(wall, across(s, colour)),
    glaze.pattern ? group({ clip: body }, pattern(glaze.pattern, shaded(colour, 0.5), place, depth)) : "",
    ellipse(x, y, r, ry, shade(s, lit(colour, 0.35))),
    ellipse(
      x,
      y + 1.5,
      r - 5,
      ry - 4,
      linear(s, [
        [0, shaded(inside, 0.32)],
        [0.5, inside],
      ]),
    ),
    food,
    path(`M${n(x - r + 2.5)} ${n(y + 4)}A${n(r - 2.5)} ${n(ry - 2)} 0 0 0 ${n(x + r - 2.5)} ${n(y + 4)}`, {
      stroke: lit(colour, 0.5),
      width: 4.4,
    }),
    path(
      `M${n(x - r * 0.88)} ${n(y + ry * 0.62)}q${n(r * 0.1)} ${n(depth * 0.5)} ${n(r * 0.3)} ${n(depth * 0.72)}`,
      {
        stroke: "#fffaf0",
        width: 5,
        opacity: 0.35,
      },
    ),
  ].join("");
}

/** Soup in a bowl: fills the inside up to a few millimetres under the rim. */
export const broth = (s: Sheet, { x, y, r }: Place, colour: string) =>
  ellipse(
    x,
    y + 3,
    r - 8,
    (r - 8) * tilt,
    radial(
      s,
      [
        [0, lit(colour, 0.3)],
        [0.75, colour],
        [1, shaded(colour, 0.25)],
      ],
      [0.42, 0.4, 0.62],
    ),
  );

/** Drops of oil that shine on a soup. */
export const oil = (s: Sheet, { x, y, r }: Place, colour: string, count = 12) =>
  Array.from({ length: count }, () => {
    const [angle, reach] = [s.random() * 6.28, Math.sqrt(s.random()) * (r - 20)];
    const size = s.between(2, 6.5);
    const [cx, cy] = [x + Math.cos(angle) * reach, y + 3 + Math.sin(angle) * reach * tilt];
    return (
      ellipse(cx, cy, size, size * 0.72, { fill: colour, opacity: 0.75 }) +
      ellipse(cx - size * 0.3, cy - size * 0.25, size * 0.3, size * 0.2, { fill: "#fff8e6", opacity: 0.9 })
    );
  }).join("");

/** A plate with a wide rim. */
export function plate(s: Sheet, { x, y, r }: Place, colour: string, line?: string): string {
  const ry = r * tilt;
  return [
    shadow(s, x + 7, y + 14, [r * 1.08, ry * 1.1]),
    ellipse(x, y + 7, r * 0.97, ry, shaded(colour, 0.3)),
    ellipse(x, y, r, ry, shade(s, colour, 0.5, 0.12)),
    line ? ellipse(x, y, r - 7, ry - 5, { stroke: line, width: 2.4, opacity: 0.8 }) : "",
    ellipse(
      x,
      y + 1,
      r * 0.76,
      ry * 0.75,
      linear(s, [
        [0, shaded(colour, 0.14)],
        [0.6, lit(colour, 0.4)],
      ]),
    ),
    path(
      `M${n(x - r * 0.93)} ${n(y - ry * 0.1)}A${n(r * 0.93)} ${n(ry * 0.93)} 0 0 1 ${n(x - r * 0.3)} ${n(y - ry * 0.88)}`,
      {
        stroke: "#ffffff",
        width: 3,
        opacity: 0.65,
      },
    ),
  ].join("");
}

/** A small dish with a dip in it. */
export const dip = (s: Sheet, x: number, y: number, colour: string, r = 27, glaze = "#f6f0e4") =>
  bowl(s, { x, y, r }, { colour: glaze, depth: 9 }, broth(s, { x, y: y - 1, r: r + 1 }, colour));

/** A bamboo steamer; the food lies on its paper. */
export function steamer(s: Sheet, { x, y, r }: Place, food: string, liner = "#fbf3df"): string {
  const ry = r * tilt;
  const ring = (dy: number, height: number) =>
    path(
      `M${n(x - r)} ${n(y + dy)}A${n(r)} ${n(ry)} 0 0 0 ${n(x + r)} ${n(y + dy)}V${n(y + dy + height)}A${n(r)} ${n(ry)} 0 0 1 ${n(x - r)} ${n(y + dy + height)}Z`,
      across(s, "#d9a55c"),
    );
  const seam = (dy: number) =>
    path(`M${n(x - r)} ${n(y + dy)}A${n(r)} ${n(ry)} 0 0 0 ${n(x + r)} ${n(y + dy)}`, {
      stroke: "#8d5a26",
      width: 1.6,
      opacity: 0.7,
    });
  return [
    shadow(s, x + 8, y + ry * 0.42 + 44, [r * 1.1, ry * 0.86]),
    ring(0, 40),
    seam(13),
    seam(27),
    path(
      [-0.55, 0.1, 0.66]
        .map((share) => {
          const top = y + Math.sqrt(1 - share * share) * ry;
          return `M${n(x + share * r)} ${n(top + 2)}v36`;
        })
        .join(""),
      { stroke: "#8d5a26", width: 5, opacity: 0.55 },
    ),
    ellipse(x, y, r, ry, shade(s, "#e3b877", 0.3, 0.15)),
    ellipse(x, y, r - 4, ry - 3, { stroke: "#a8722f", width: 1.4, opacity: 0.6 }),
    ellipse(
      x,
      y + 2,
      r - 10,
      ry - 7,
      linear(s, [
        [0, "#a9743a"],
        [0.4, "#d8ab6c"],
      ]),
    ),
    ellipse(x, y + 4, r - 14, ry - 10, { fill: liner, opacity: 0.95 }),
    food,
    path(`M${n(x - r + 5)} ${n(y + 4)}A${n(r - 5)} ${n(ry - 3)} 0 0 0 ${n(x + r - 5)} ${n(y + 4)}`, {
      stroke: "#edc98c",
      width: 6,
    }),
  ].join("");
}

/** A clay pot or an iron wok with two ears. */
export function pot(
  s: Sheet,
  place: Place,
  colour: string,
  food: string,
  inside = shaded(colour, 0.3),
): string {
  const { x, y, r } = place;
  const ear = (side: 1 | -1) =>
    path(`M${n(x + side * (r - 6))} ${n(y - 8)}q${n(side * 26)} -4 ${n(side * 26)} 9t${n(side * -24)} 12`, {
      stroke: shaded(colour, 0.2),
      width: 9,
    });
  return ear(-1) + ear(1) + bowl(s, place, { colour, inside, depth: r * 0.42 }, food);
}

/** A wooden board. */
export function board(s: Sheet, x: number, y: number, [width, height]: [number, number]): string {
  const [left, top] = [x - width / 2, y - height / 2];
  return [
    shadow(s, x + 6, y + height * 0.3, [width * 0.6, height * 0.52]),
    box(left, top + 9, [width, height], 20, "#8f5a2b"),
    box(
      left,
      top,
      [width, height],
      20,
      linear(
        s,
        [
          [0, "#e2b176"],
          [1, "#c58b4c"],
        ],
        [0, 0, 1, 1],
      ),
    ),
    path(
      [0.24, 0.5, 0.74]
        .map(
          (share) =>
            `M${n(left + 16)} ${n(top + height * share)}q${n(width * 0.3)} -7 ${n(width * 0.46)} 0t${n(width * 0.4)} 2`,
        )
        .join(""),
      { stroke: "#9a6531", width: 1.6, opacity: 0.4 },
    ),
    box(left + 3, top + 2.5, [width - 6, height - 6], 18, { stroke: "#f6d3a0", width: 2, opacity: 0.6 }),
  ].join("");
}
