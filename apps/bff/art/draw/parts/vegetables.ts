import { lit, mix, shaded } from "../colour.ts";
import { at, blob, type Dot, disc, ellipse, n, path, round, shade, solid } from "../mark.ts";
import type { Sheet } from "../sheet.ts";

/** A round slice: carrot, cucumber, radish, lotus root (with holes), lemon (with segments). */
export function slice(
  s: Sheet,
  [flesh, skin]: [string, string],
  r: number,
  inside: "plain" | "seeds" | "holes" | "segments" = "plain",
): string {
  const ry = r * 0.8;
  const spokes = (count: number, reach: number) =>
    Array.from({ length: count }, (_, i) => {
      const angle = (i / count) * 6.283 + 0.3;
      return { x: Math.cos(angle) * r * reach, y: Math.sin(angle) * ry * reach };
    });
  const inner =
    inside === "seeds"
      ? ellipse(0, 0, r * 0.45, ry * 0.45, { fill: lit(flesh, 0.5), opacity: 0.7 }) +
        path(
          spokes(6, 0.36)
            .map(({ x, y }) => `M${n(x * 0.8)} ${n(y * 0.8)}L${n(x)} ${n(y)}`)
            .join(""),
          {
            stroke: shaded(flesh, 0.12),
            width: 2,
          },
        )
      : inside === "holes"
        ? [...spokes(7, 0.56), { x: 0, y: 0 }]
            .map(({ x, y }, i) =>
              ellipse(x, y, r * (i === 7 ? 0.1 : 0.15), ry * (i === 7 ? 0.1 : 0.15), shaded(flesh, 0.42)),
            )
            .join("")
        : inside === "segments"
          ? ellipse(0, 0, r * 0.8, ry * 0.8, mix(flesh, skin, 0.55)) +
            path(
              spokes(8, 0.8)
                .map(({ x, y }) => `M0 0L${n(x)} ${n(y)}`)
                .join(""),
              { stroke: lit(flesh, 0.7), width: 1.8 },
            )
          : path(`M${n(-r * 0.4)} ${n(-ry * 0.3)}Q0 ${n(-ry * 0.6)} ${n(r * 0.4)} ${n(-ry * 0.3)}`, {
              stroke: lit(flesh, 0.55),
              width: 2,
              opacity: 0.8,
            });
  return (
    ellipse(1.5, 4, r, ry, { fill: "#42142a", opacity: 0.24 }) +
    ellipse(0, 1.6, r, ry, shaded(skin, 0.25)) +
    ellipse(0, 0, r, ry, skin) +
    ellipse(0, 0, r - 2, ry - 2, shade(s, flesh, 0.4, 0.1)) +
    inner
  );
}

/** A curved strip: pepper, chive, aubergine, onion, kelp. */
export const strip = (colour: string, length = 30, width = 6, bend = 8): string => {
  const d = `M${n(-length / 2)} 0Q0 ${n(-bend * 2)} ${n(length / 2)} 0`;
  return (
    at(1, 2.6, path(d, { stroke: "#42142a", width, opacity: 0.24 })) +
    path(d, { stroke: shaded(colour, 0.24), width }) +
    at(-0.3, -0.7, path(d, { stroke: colour, width: width * 0.76 })) +
    at(-0.5, -1.5, path(d, { stroke: lit(colour, 0.6), width: width * 0.2, opacity: 0.8 }))
  );
};

/** A whole chilli with its stalk; dried ones are darker. */
export const chilli = (s: Sheet, colour = "#d7301f", length = 34): string => {
  const d = `M0 -4Q${n(length * 0.5)} -9 ${n(length)} 4Q${n(length * 0.5)} 3 0 5Q-4 0 0 -4Z`;
  return (
    path("M1 0Q-6 -2 -9 -7", { stroke: "#5e8a35", width: 2.8 }) +
    solid(s, d, shade(s, colour, 0.3, 0.35)) +
    path(`M4 -3Q${n(length * 0.45)} -6 ${n(length * 0.75)} -1`, {
      stroke: "#ffe3c8",
      width: 1.8,
      opacity: 0.75,
    })
  );
};

/** A ring of chilli or of spring onion, seen from above. */
export const ring = (colour: string, r = 6): string =>
  ellipse(1, 2, r, r * 0.76, { stroke: "#42142a", width: 3, opacity: 0.2 }) +
  ellipse(0, 0, r, r * 0.76, { stroke: colour, width: 3.4 }) +
  path(`M${n(-r * 0.8)} ${n(-r * 0.4)}Q0 ${n(-r * 1.1)} ${n(r * 0.7)} ${n(-r * 0.5)}`, {
    stroke: lit(colour, 0.6),
    width: 1.2,
  });

/** A mushroom slice: cap and stem in profile. */
export const mushroom = (s: Sheet, cap = "#a9744a", flesh = "#f1e0c4"): string => {
  const top = "M-15 2Q-16 -13 0 -13T15 2Q0 -3 -15 2Z";
  return (
    at(
      1.5,
      3,
      path("M-15 2Q-16 -13 0 -13T15 2L5 4L4 14Q0 17 -4 14L-5 4Z", { fill: "#42142a", opacity: 0.24 }),
    ) +
    path("M-5 0L-4 14Q0 17 4 14L5 0Z", shade(s, flesh)) +
    path(top, shade(s, cap, 0.35, 0.25)) +
    path("M-12 1Q0 -4 12 1", { stroke: flesh, width: 3 }) +
    path("M-9 -7Q-5 -11 1 -10.5", { stroke: "#fff6e2", width: 2, opacity: 0.55 })
  );
};

/** A frill of black wood ear. */
export const woodEar = (s: Sheet, size = 16, colour = "#4a3330"): string => {
  const d = blob(s, [0, 0], [size, size * 0.72], 0.3, 9);
  return (
    solid(s, d, shade(s, colour, 0.25, 0.4)) +
    path(
      `M${n(-size * 0.6)} ${n(size * 0.1)}Q${n(-size * 0.1)} ${n(-size * 0.4)} ${n(size * 0.5)} ${n(-size * 0.1)}M${n(-size * 0.2)} ${n(size * 0.34)}q${n(size * 0.3)} ${n(-size * 0.2)} ${n(size * 0.6)} 0`,
      {
        stroke: lit(colour, 0.45),
        width: 1.8,
        opacity: 0.7,
      },
    )
  );
};

/** A wedge of tomato, skin below. */
export const tomatoWedge = (s: Sheet, colour = "#e4472f"): string => {
  const d = "M-22 -7Q0 -15 22 -7Q17 14 0 15T-22 -7Z";
  return (
    solid(s, d, shade(s, colour, 0.25, 0.25)) +
    path("M-18 -6Q0 -12 18 -6Q10 2 0 3T-18 -6Z", lit(colour, 0.4)) +
    path("M-9 -5h.1M-3 -3.4h.1M4 -3.4h.1M10 -5h.1M0 -7h.1", { stroke: "#ffe2a0", width: 3.4 }) +
    path("M-14 5Q-8 11 0 11.5", { stroke: "#fff0e0", width: 2.2, opacity: 0.6 })
  );
};

/** A whole or halved cherry tomato. */
export const cherryTomato = (s: Sheet, r = 13, colour = "#e23d2b", halved = false): string =>
  ellipse(2, r * 0.55, r, r * 0.62, { fill: "#42142a", opacity: 0.26 }) +
  (halved
    ? ellipse(0, 0, r, r * 0.82, colour) +
      ellipse(0, 0, r - 2, r * 0.82 - 2, lit(colour, 0.22)) +
      ellipse(-r * 0.36, 0, r * 0.3, r * 0.38, { fill: shaded(colour, 0.1), opacity: 0.8 }) +
      ellipse(r * 0.36, 0, r * 0.3, r * 0.38, { fill: shaded(colour, 0.1), opacity: 0.8 }) +
      path(`M${n(-r * 0.4)} -2v4M${n(-r * 0.28)} 0h.1M${n(r * 0.4)} -2v4M${n(r * 0.28)} 1h.1`, {
        stroke: "#ffe0a0",
        width: 2.2,
      })
    : disc(0, 0, r, round(s, colour, 0.4, 0.35)) +
      ellipse(-r * 0.34, -r * 0.4, r * 0.24, r * 0.16, { fill: "#fff6ec", opacity: 0.85 }));

/** Corn kernels. */
export const corn = (dots: readonly Dot[]): string =>
  path(dots.map(({ x, y }) => `M${n(x + 0.5)} ${n(y + 1.8)}h1`).join(""), {
    stroke: "#a8650f",
    width: 7,
    opacity: 0.55,
  }) +
  path(dots.map(({ x, y }) => `M${n(x)} ${n(y)}h1`).join(""), { stroke: "#f8c53a", width: 6.6 }) +
  path(dots.map(({ x, y }) => `M${n(x - 1)} ${n(y - 1.4)}h.6`).join(""), { stroke: "#fff3c0", width: 1.8 });

/** Peas, edamame, blueberries. */
export const beads = (s: Sheet, dots: readonly Dot[], colour: string, r = 5): string => {
  const fill = round(s, colour, 0.5, 0.3);
  return dots
    .map(({ x, y }) => disc(x, y, r, fill))
    .join("")
    .concat(
      path(dots.map(({ x, y }) => `M${n(x - r * 0.35)} ${n(y - r * 0.4)}h.1`).join(""), {
        stroke: "#ffffff",
        width: r * 0.36,
        opacity: 0.8,
      }),
    );
};

/** Bean sprouts: white, bent, with a yellow head. */
export const sprouts = (s: Sheet, dots: readonly Dot[], colour = "#fbf3dc"): string => {
  const d = dots
    .map(({ x, y }) => {
      const angle = s.random() * 6.28;
      const [dx, dy] = [Math.cos(angle) * 20, Math.sin(angle) * 13];
      return `M${n(x)} ${n(y)}q${n(dx * 0.2 + 6)} ${n(dy * 0.9 - 3)} ${n(dx)} ${n(dy)}`;
    })
    .join("");
  return (
    path(d, { stroke: shaded(colour, 0.34), width: 5 }) +
    path(d, { stroke: colour, width: 3.4 }) +
    path(dots.map(({ x, y }) => `M${n(x - 1.5)} ${n(y - 0.5)}l2.4 1`).join(""), {
      stroke: "#f0cf59",
      width: 5,
    })
  );
};

/** A sheet of nori, upright. */
export const nori = (s: Sheet, [width, height] = [44, 52]): string =>
  path(`M0 0L${n(width)} -6V${n(height - 6)}L0 ${n(height)}Z`, shade(s, "#2c4634", 0.2, 0.4)) +
  path(`M4 6L${n(width - 4)} 1M4 18L${n(width - 4)} 13M4 30L${n(width - 4)} 25`, {
    stroke: "#6f9472",
    width: 1.2,
    opacity: 0.5,
  });

/** Half an avocado in slices, fanned. */
export const avocadoFan = (s: Sheet, count = 6): string => {
  const one = "M-6 -22Q4 -26 8 -8Q11 12 1 22Q-5 16 -5 0T-6 -22Z";
  const fill = shade(s, "#d3e07a", 0.45, 0.14);
  return Array.from({ length: count }, (_, i) =>
    at(
      i * 10 - count * 5,
      Math.abs(i - count / 2) * 1.8,
      solid(s, one, "#5d8a37") + at(-2, 0, path(one, fill)),
      (i - count / 2) * 6,
    ),
  ).join("");
};
