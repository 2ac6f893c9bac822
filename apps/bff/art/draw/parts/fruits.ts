import { lit, shaded } from "../colour.ts";
import { at, blob, disc, ellipse, linear, n, path, round, shade, smooth, solid, spread } from "../mark.ts";
import type { Sheet } from "../sheet.ts";

/** Fruit around 0,0. */

export const blueberry = (s: Sheet, r = 10): string =>
  ellipse(1.5, r * 0.6, r, r * 0.6, { fill: "#42142a", opacity: 0.26 }) +
  disc(0, 0, r, round(s, "#4a5fa8", 0.35, 0.4)) +
  path("M-3-1L0-4L3-1L2 2H-2Z", { fill: "#2b3670" }) +
  ellipse(-r * 0.4, -r * 0.42, r * 0.26, r * 0.17, { fill: "#ffffff", opacity: 0.7 });

export const strawberry = (s: Sheet, r = 26): string => {
  const d = smooth([
    { x: -r * 0.2, y: -r * 0.86 },
    { x: r * 0.9, y: -r * 0.86 },
    { x: r * 1.04, y: r * 0.1 },
    { x: r * 0.4, y: r * 1.04 },
    { x: 0, y: r * 1.3 },
    { x: -r * 0.4, y: r * 1.04 },
    { x: -r * 1.04, y: r * 0.1 },
    { x: -r * 0.9, y: -r * 0.86 },
  ]);
  const pips = [
    [-0.5, -0.3],
    [0, -0.4],
    [0.5, -0.3],
    [-0.26, 0.06],
    [0.26, 0.06],
    [-0.52, 0.3],
    [0.54, 0.3],
    [0, 0.44],
    [-0.2, 0.76],
    [0.22, 0.76],
  ];
  const leaf = `M0 ${n(-r * 0.7)}L${n(-r * 0.7)} ${n(-r * 0.56)}L${n(-r * 0.4)} ${n(-r * 0.9)}L${n(-r * 0.5)} ${n(-r * 1.2)}L0 ${n(-r * 1.02)}L${n(r * 0.5)} ${n(-r * 1.2)}L${n(r * 0.4)} ${n(-r * 0.9)}L${n(r * 0.7)} ${n(-r * 0.56)}Z`;
  return (
    solid(
      s,
      d,
      linear(
        s,
        [
          [0, "#f5604f"],
          [0.5, "#e0293a"],
          [1, "#a8142c"],
        ],
        [0.1, 0, 0.8, 1],
      ),
      [2, 5, 0.28],
    ) +
    path(pips.map(([x = 0, y = 0]) => `M${n(x * r)} ${n(y * r)}v${n(r * 0.08)}`).join(""), {
      stroke: "#ffe08a",
      width: r * 0.1,
    }) +
    path(leaf, { fill: shade(s, "#5faf3c"), stroke: "#4c9636", width: 2 }) +
    path(`M${n(-r * 0.64)} ${n(-r * 0.1)}Q${n(-r * 0.6)} ${n(-r * 0.46)} ${n(-r * 0.34)} ${n(-r * 0.56)}`, {
      stroke: "#fff0ea",
      width: r * 0.12,
      opacity: 0.7,
    })
  );
};

export const grape = (s: Sheet, colour: string, r = 15): string =>
  ellipse(2, r * 0.7, r, r * 0.6, { fill: "#42142a", opacity: 0.22 }) +
  ellipse(0, 0, r * 0.94, r * 1.06, round(s, colour, 0.5, 0.3)) +
  ellipse(r * 0.2, r * 0.44, r * 0.46, r * 0.3, { fill: lit(colour, 0.7), opacity: 0.35 }) +
  ellipse(-r * 0.34, -r * 0.46, r * 0.24, r * 0.16, { fill: "#ffffff", opacity: 0.85 });

/** A triangle of watermelon with its rind. */
export const melonWedge = (s: Sheet): string => {
  const d = "M-46-30Q0-50 46-30L4 42Q0 46-4 42Z";
  return (
    solid(
      s,
      d,
      linear(s, [
        [0, "#f7685a"],
        [1, "#d92f3a"],
      ]),
      [3, 6, 0.26],
    ) +
    path("M-46-30Q0-50 46-30L43-23Q0-42-43-23Z", "#f3f0c8") +
    path("M-47-32Q0-54 47-32L45-27Q0-48-45-27Z", shade(s, "#3f8f45", 0.2, 0.2)) +
    path("M-18-14l-1 5M2-20v5M20-13l1 5M-8 2l-.6 5M10 4l.6 5M1 20v4", { stroke: "#3a1210", width: 4 }) +
    path("M-30-20Q-8-30 12-30", { stroke: "#ffd0c0", width: 2.6, opacity: 0.6 })
  );
};

/** Half a mango, scored and turned out. */
export const mangoHalf = (s: Sheet): string => {
  const rows = [-22, -6, 10];
  const cubes = rows
    .flatMap((y, row) =>
      [-38, -19, 0, 19, 38].map((x) => [x + (row % 2) * 3 - 2, y - (40 - Math.abs(x)) * 0.16] as const),
    )
    .map(([x, y]) => `M${n(x)} ${n(y)}l8 5v8l-8 5l-8-5v-8Z`)
    .join("");
  return (
    ellipse(4, 14, 64, 36, { fill: "#42142a", opacity: 0.24 }) +
    path(
      "M-64-4Q-58 34 0 36T64-4Q40-22 0-22T-64-4Z",
      linear(
        s,
        [
          [0, "#f49a2a"],
          [0.6, "#e2702c"],
          [1, "#b9b13a"],
        ],
        [0, 0, 0.6, 1],
      ),
    ) +
    path(blob(s, [0, -6], [58, 27], 0.03, 12), "#e08a14") +
    path(cubes, {
      fill: linear(s, [
        [0, "#ffd25a"],
        [1, "#f7a51c"],
      ]),
      stroke: "#e38c12",
      width: 1.6,
    })
  );
};

export const pineappleRing = (s: Sheet, r = 36): string => {
  const spokes = Array.from({ length: 12 }, (_, i) => {
    const angle = (i / 12) * 6.283;
    const [x, y] = [Math.cos(angle), Math.sin(angle) * 0.72];
    return `M${n(x * r * 0.36)} ${n(y * r * 0.36)}L${n(x * r * 0.92)} ${n(y * r * 0.92)}`;
  }).join("");
  return (
    ellipse(2, 8, r, r * 0.74, { fill: "#42142a", opacity: 0.24 }) +
    ellipse(0, 4, r, r * 0.72, "#cf8f14") +
    ellipse(0, 0, r, r * 0.72, shade(s, "#fccb3c", 0.35, 0.12)) +
    path(spokes, { stroke: "#e9a51e", width: 2.2, opacity: 0.8 }) +
    ellipse(0, 1, r * 0.3, r * 0.2, "#b9780f") +
    path(`M${n(-r * 0.78)} ${n(-r * 0.2)}Q${n(-r * 0.5)} ${n(-r * 0.6)} 0 ${n(-r * 0.62)}`, {
      stroke: "#fff5c4",
      width: 3,
      opacity: 0.8,
    })
  );
};

/** Half a dragon fruit; `flesh` is magenta or white. */
export const dragonHalf = (s: Sheet, flesh = "#c2185b"): string => {
  const fin = (x: number, y: number, turn: number) =>
    at(
      x,
      y,
      path(
        "M-8 6Q0-20 10-24Q8-4 8 8Z",
        linear(s, [
          [0, "#8fc94a"],
          [1, "#e8447f"],
        ]),
      ),
      turn,
    );
  return (
    ellipse(4, 18, 62, 40, { fill: "#42142a", opacity: 0.24 }) +
    fin(-58, -4, -64) +
    fin(-40, -34, -32) +
    fin(0, -46, 4) +
    fin(40, -34, 40) +
    fin(60, -4, 74) +
    ellipse(0, 2, 62, 44, shade(s, "#ea3f80", 0.3, 0.2)) +
    ellipse(0, 0, 53, 36, shade(s, flesh, 0.16, 0.14)) +
    path(
      spread(s, 42, [0, 0], [46, 30])
        .map(({ x, y }) => `M${Math.round(x)} ${Math.round(y)}l.8 .8`)
        .join(""),
      { stroke: flesh === "#c2185b" ? "#3d0820" : "#2b1420", width: 3 },
    ) +
    path("M-38-18Q-20-30 4-30", { stroke: "#ffe4ef", width: 3, opacity: 0.55 })
  );
};

export const kiwi = (s: Sheet, flesh = "#8fc63f", r = 30): string => {
  const around = (count: number, reach: number) =>
    Array.from({ length: count }, (_, i) => {
      const angle = (i / count) * 6.283;
      return [Math.cos(angle) * r * reach, Math.sin(angle) * r * 0.78 * reach] as const;
    });
  return (
    ellipse(2, 6, r, r * 0.8, { fill: "#42142a", opacity: 0.24 }) +
    ellipse(0, 2.5, r, r * 0.78, "#7d5a2f") +
    ellipse(0, 0, r - 1, r * 0.76, shade(s, flesh, 0.25, 0.16)) +
    path(
      around(16, 0.86)
        .map(([x, y]) => `M${n(x * 0.45)} ${n(y * 0.45)}L${n(x)} ${n(y)}`)
        .join(""),
      { stroke: lit(flesh, 0.5), width: 1.6, opacity: 0.55 },
    ) +
    ellipse(0, 0, r * 0.32, r * 0.24, lit(flesh, 0.75)) +
    path(
      around(15, 0.5)
        .map(([x, y]) => `M${n(x)} ${n(y)}l${n(x * 0.1)} ${n(y * 0.1)}`)
        .join(""),
      { stroke: "#2c2614", width: 3 },
    )
  );
};

export const bananas = (s: Sheet): string => {
  const one = "M-84-6C-70 42 10 66 82 30Q90 24 84 16Q30 30-16 8Q-48-8-66-36Q-74-44-82-38Q-88-26-84-6Z";
  const fill = linear(s, [
    [0, "#ffe374"],
    [0.55, "#f8c62e"],
    [1, "#d99a18"],
  ]);
  return [
    [-8, -26, -22],
    [-2, -12, -10],
    [2, 4, 2],
    [4, 20, 14],
  ]
    .map(([x = 0, y = 0, turn = 0]) =>
      at(
        x,
        y,
        solid(s, one, fill, [3, 7, 0.22]) +
          path("M-76-20C-58 26 4 46 78 22", { stroke: "#fff0ae", width: 3.4, opacity: 0.75 }) +
          path("M-80 2C-62 46 10 62 80 30", { stroke: "#b97d12", width: 2.4, opacity: 0.55 }) +
          path("M80 16L90 18V28L82 30Z", "#5e4418"),
        turn,
      ),
    )
    .join("")
    .concat(at(-74, -46, path("M-14-10L6-22Q16-20 14-8L8 8L-10 10Z", shade(s, "#a98a2a"))));
};

export const orangeSlice = (s: Sheet, r = 30, flesh = "#fba42c"): string =>
  ellipse(2, 6, r, r * 0.8, { fill: "#42142a", opacity: 0.24 }) +
  ellipse(0, 2.5, r, r * 0.79, shaded(flesh, 0.3)) +
  ellipse(0, 0, r, r * 0.78, "#f28a1c") +
  ellipse(0, 0, r - 3, r * 0.78 - 3, "#fff0cf") +
  Array.from({ length: 9 }, (_, i) => {
    const [a, b] = [(i / 9) * 6.283 + 0.08, ((i + 1) / 9) * 6.283 - 0.08];
    const on = (angle: number, reach: number) =>
      `${n(Math.cos(angle) * r * reach)} ${n(Math.sin(angle) * r * 0.78 * reach)}`;
    return path(
      `M${on((a + b) / 2, 0.12)}L${on(a, 0.82)}Q${on((a + b) / 2, 0.94)} ${on(b, 0.82)}Z`,
      shade(s, flesh, 0.3, 0.06),
    );
  }).join("");
