import { lit, shaded } from "../colour.ts";
import { at, blob, type Dot, disc, ellipse, n, path, round, shade, smooth, solid } from "../mark.ts";
import type { Sheet } from "../sheet.ts";

const _under = (d: string, opacity = 0.24) => at(1.5, 3, path(d, { fill: "#42142a", opacity }));

/** Scallion, chopped: rings in two greens. */
export const scallions = (dots: readonly Dot[], size = 3.2): string => {
  const rings = (list: readonly Dot[]) =>
    list
      .map(({ x, y }) => `M${Math.round(x - size)} ${Math.round(y)}a${n(size)} ${n(size * 0.74)} 0 1 1 0 .1`)
      .join("");
  const [light, dark] = [dots.filter((_, i) => i % 2 === 0), dots.filter((_, i) => i % 2 === 1)];
  return (
    path(dots.map(({ x, y }) => `M${Math.round(x + 0.6)} ${Math.round(y + 1.8)}h.1`).join(""), {
      stroke: "#42142a",
      width: size * 1.9,
      opacity: 0.16,
    }) +
    path(rings(dark), { stroke: "#3f8f3a", width: size * 0.72 }) +
    path(rings(light), { stroke: "#8cc653", width: size * 0.72 })
  );
};

/** Seeds and small crumbs: sesame, chilli flakes, pepper. */
export const seeds = (dots: readonly Dot[], colour: string, size = 2.4): string =>
  path(
    dots
      .map(({ x, y }, i) => `M${Math.round(x)} ${Math.round(y)}l${i % 2 ? 1 : ".6"} ${i % 3 ? ".8" : "-.7"}`)
      .join(""),
    {
      stroke: colour,
      width: size,
    },
  );

/** One leaf with its vein; basil, mint, spinach by size and colour. */
export const leaf = (s: Sheet, colour = "#4f9e3f", [length, width] = [30, 15]): string => {
  const d = `M0 0C${n(length * 0.2)} ${n(-width)} ${n(length * 0.7)} ${n(-width * 0.9)} ${n(length)} 0C${n(length * 0.7)} ${n(width * 0.8)} ${n(length * 0.2)} ${n(width * 0.7)} 0 0Z`;
  return (
    solid(s, d, shade(s, colour, 0.3, 0.25)) +
    path(
      `M2 0Q${n(length * 0.5)} -2 ${n(length * 0.9)} 0M${n(length * 0.35)} -1l${n(length * 0.16)} ${n(-width * 0.4)}M${n(length * 0.55)} -1l${n(length * 0.13)} ${n(-width * 0.34)}M${n(length * 0.35)} 0l${n(length * 0.16)} ${n(width * 0.34)}`,
      {
        stroke: lit(colour, 0.5),
        width: 1.3,
        opacity: 0.8,
      },
    )
  );
};

/** A sprig of coriander: three lobed leaves on a stalk. */
export const coriander = (s: Sheet, colour = "#4fa03c"): string => {
  const lobe = smooth([
    { x: 0, y: 2 },
    { x: -7, y: 0 },
    { x: -9, y: -8 },
    { x: -4, y: -9 },
    { x: 0, y: -14 },
    { x: 4, y: -9 },
    { x: 9, y: -8 },
    { x: 7, y: 0 },
  ]);
  const fill = shade(s, colour, 0.35, 0.22);
  return (
    path("M-14 13Q-4 6 0 0M0 0Q6 6 13 8", { stroke: shaded(colour, 0.1), width: 2.2 }) +
    [
      [-1, -2, -10],
      [-13, 9, -60],
      [13, 7, 62],
    ]
      .map(([x = 0, y = 0, turn = 0]) => at(x, y, solid(s, lobe, fill), turn, 0.8))
      .join("")
  );
};

/** A frilly lettuce leaf. */
export const lettuce = (s: Sheet, colour = "#9ccc50", [rx, ry] = [36, 24]): string => {
  const points = Array.from({ length: 18 }, (_, i) => {
    const angle = (i / 18) * 6.283;
    const reach = (i % 2 ? 1.14 : 0.88) + s.between(-0.06, 0.06);
    return { x: Math.cos(angle) * rx * reach, y: Math.sin(angle) * ry * reach };
  });
  const d = smooth(points);
  return (
    solid(s, d, shade(s, colour, 0.35, 0.25)) +
    path(
      `M${n(-rx * 0.8)} ${n(ry * 0.3)}Q0 0 ${n(rx * 0.8)} ${n(-ry * 0.3)}M${n(-rx * 0.2)} ${n(ry * 0.1)}q${n(rx * 0.1)} ${n(-ry * 0.5)} ${n(rx * 0.3)} ${n(-ry * 0.7)}M0 0q${n(rx * 0.3)} ${n(ry * 0.2)} ${n(rx * 0.4)} ${n(ry * 0.6)}`,
      {
        stroke: lit(colour, 0.6),
        width: 2.2,
        opacity: 0.75,
      },
    )
  );
};

/** Bok choy or choy sum: pale stem to the left, dark leaf to the right. */
export const choy = (s: Sheet, leafColour = "#3f8f3f"): string => {
  const stem = "M-34 -3Q-14 -10 8 -7L10 7Q-14 10 -34 6Q-38 2 -34 -3Z";
  const head = blob(s, [22, 0], [22, 14], 0.16, 8);
  return (
    solid(s, head, shade(s, leafColour, 0.3, 0.25)) +
    solid(s, stem, shade(s, "#d9ebb4", 0.5, 0.16)) +
    path("M4 0Q20 -3 36 -1M14 -1l8 -8M20 -1l9 7", { stroke: "#cfe6a2", width: 2.2, opacity: 0.8 }) +
    path("M-28 -1Q-12 -5 4 -3", { stroke: "#ffffff", width: 2, opacity: 0.6 })
  );
};

export const broccoli = (s: Sheet, size = 1): string => {
  const puff = round(s, "#4c9a3c", 0.35, 0.35);
  const heads: [number, number, number][] = [
    [-9, -3, 8.5],
    [9, -2, 8.5],
    [0, -10, 9.5],
    [0, 0, 9],
    [-4, -6, 5],
  ];
  return at(
    0,
    0,
    ellipse(2, 12, 16, 6, { fill: "#42142a", opacity: 0.24 }) +
      path("M-6 2L-5 14Q0 17 5 14L6 2Z", shade(s, "#b9d98a")) +
      heads.map(([x, y, r]) => disc(x, y, r, puff)).join("") +
      path("M-12 -6h.1M-5 -12h.1M4 -13h.1M10 -5h.1M0 -3h.1M-7 0h.1M5 1h.1M-1 -8h.1", {
        stroke: "#b5dd84",
        width: 2.6,
        opacity: 0.8,
      }),
    0,
    size,
  );
};
