import { lit, shaded } from "../colour.ts";
import { at, box, ellipse, group, linear, n, type Paint, path, radial } from "../mark.ts";
import type { Sheet } from "../sheet.ts";

const themes = {
  cream: ["#fdf1dc", "#f3d9b1"],
  sun: ["#fdecb9", "#f6cf7f"],
  blush: ["#fde3d8", "#f3bda9"],
  sage: ["#e4ecd2", "#bfd2a6"],
  sky: ["#dfedf2", "#b3d1de"],
  lilac: ["#ece2f3", "#c9b6df"],
  mint: ["#dcf0e4", "#a9d5bf"],
  clay: ["#f0b794", "#d98a63"],
  wood: ["#e9c08e", "#cf975c"],
  slate: ["#65707a", "#3f4851"],
  night: ["#4a4166", "#272140"],
} as const;
export type Theme = keyof typeof themes;

/** The table: colour, a pool of light from the upper left, and a texture where the theme has one. */
export function table(s: Sheet, theme: Theme): void {
  const [light, dark] = themes[theme];
  const { width, height } = s;
  s.add(
    box(
      0,
      0,
      [width, height],
      0,
      linear(
        s,
        [
          [0, light],
          [1, dark],
        ],
        [0, 0, 1, 1],
      ),
    ),
  );
  if (theme === "wood") s.add(planks(s));
  if (theme === "slate" || theme === "night") s.add(specks(s));
  const glow = theme === "night" ? "#ffb45e" : "#fffaf0";
  const strength = theme === "night" ? 0.5 : 0.62;
  const pool = radial(s, [
    [0, glow, strength],
    [0.5, glow, strength * 0.42],
    [0.8, glow, strength * 0.1],
    [1, glow, 0],
  ]);
  s.add(ellipse(width * 0.32, height * 0.26, width * 0.72, height * 0.86, pool));
}

const planks = (s: Sheet) => {
  const lines = [52, 104, 158, 206].map((y) => `M0 ${y}h${s.width}`).join("");
  const grain = Array.from({ length: 14 }, () => {
    const [x, y] = [s.between(-20, s.width - 40), s.between(6, s.height)];
    return `M${n(x)} ${n(y)}q${n(s.between(20, 50))} ${n(s.between(-3, 3))} ${n(s.between(50, 110))} 0`;
  }).join("");
  return (
    path(grain, { stroke: "#a86f38", width: 1.2, opacity: 0.25 }) +
    path(lines, { stroke: "#8f5a2b", width: 1.6, opacity: 0.4 })
  );
};

const specks = (s: Sheet) =>
  path(
    Array.from(
      { length: 46 },
      () => `M${n(s.between(4, s.width))} ${n(s.between(4, s.height))}h${n(s.between(0.2, 2))}`,
    ).join(""),
    { stroke: "#fff3dc", width: 1.4, opacity: 0.16 },
  );

/** The soft shadow of something that stands on the table. */
export const shadow = (s: Sheet, x: number, y: number, [rx, ry]: [number, number], strength = 0.36) =>
  ellipse(
    x,
    y,
    rx,
    ry,
    radial(s, [
      [0.35, "#42142a", strength],
      [1, "#42142a", 0],
    ]),
  );

export function chopsticks(s: Sheet, x: number, y: number, turn: number, colour = "#a8552f"): string {
  const wood = linear(s, [
    [0, lit(colour, 0.3)],
    [1, shaded(colour, 0.15)],
  ]);
  const stick = (dy: number, tilt: number) =>
    at(
      0,
      dy,
      path("M-84 -2.2L84 -3.6V3.6L-84 2.2Z", wood) +
        path("M50 -3.4V3.4M57 -3.5V3.5", { stroke: "#f3cf8a", width: 2 }),
      tilt,
    );
  return at(
    x,
    y,
    group({ opacity: 0.2 }, path("M-84 8L84 7V17L-84 12Z", "#42142a")) + stick(-5, -1.5) + stick(5, 1.5),
    turn,
  );
}

export function spoon(s: Sheet, x: number, y: number, turn: number, colour = "#f4efe6"): string {
  const glaze = linear(s, [
    [0, lit(colour, 0.6)],
    [1, shaded(colour, 0.2)],
  ]);
  const outline =
    "M-36 0C-36 -15 -16 -19 -2 -12C10 -6 14 -5 24 -5L78 -8Q84 0 78 7L24 6C14 6 10 8 -2 13C-16 20 -36 16 -36 0Z";
  return at(
    x,
    y,
    at(3, 8, path(outline, { fill: "#42142a", opacity: 0.18 })) +
      path(outline, glaze) +
      ellipse(
        -15,
        0.5,
        15,
        10.5,
        linear(s, [
          [0, shaded(colour, 0.3)],
          [1, lit(colour, 0.2)],
        ]),
      ) +
      path("M-8 -11Q10 -3 76 -5", { stroke: "#ffffff", width: 2, opacity: 0.7 }),
    turn,
  );
}

/** A folded cloth under the vessel, with two stripes. */
export function cloth(
  s: Sheet,
  x: number,
  y: number,
  turn: number,
  [colour, stripe]: [string, string],
): string {
  const body = linear(
    s,
    [
      [0, lit(colour, 0.3)],
      [1, shaded(colour, 0.1)],
    ],
    [0, 0, 1, 1],
  );
  return at(
    x,
    y,
    path("M-86 -56Q0 -64 86 -56Q92 0 86 56Q0 62 -86 56Q-92 0 -86 -56Z", { fill: "#42142a", opacity: 0.12 }) +
      path("M-88 -60Q0 -66 86 -60Q92 0 86 52Q0 58 -88 52Q-93 0 -88 -60Z", body) +
      path("M-74 -61Q-79 0 -74 53M-66 -62Q-71 0 -66 54M74 -61Q79 0 74 52", {
        stroke: stripe,
        width: 3,
        opacity: 0.7,
      }),
    turn,
  );
}

/** Steam that fades as it rises; three threads over x. */
export function steam(s: Sheet, x: number, y: number, height = 54, width = 26): string {
  const fade = linear(
    s,
    [
      [0, "#ffffff", 0],
      [0.5, "#ffffff", 0.62],
      [1, "#ffffff", 0],
    ],
    [0, 0, 0, 1],
  );
  const thread = (dx: number, tall: number, bend: number): string => {
    const paint: Paint = { stroke: fade, width: 7.5 };
    const step = tall / 3;
    return path(
      `M${n(x + dx)} ${n(y)}c${n(bend)} ${n(-step * 0.6)} ${n(-bend)} ${n(-step)} 0 ${n(-step * 1.5)}s${n(-bend)} ${n(-step * 0.9)} .4 ${n(-step * 1.5)}`,
      paint,
    );
  };
  return thread(-width, height * 0.8, 9) + thread(0, height, -10) + thread(width, height * 0.75, 8);
}
