import { lit, mix, shaded } from "../colour.ts";
import { at, blob, disc, echo, ellipse, linear, n, path, round, shade, solid } from "../mark.ts";
import type { Sheet } from "../sheet.ts";

/** All pieces are drawn around 0,0, about 30 units wide, lit from the upper left. */

const glint = (d: string, width = 2.4, opacity = 0.6) => path(d, { stroke: "#fff6e2", width, opacity });

/** A cube or chunk with a lit top: chicken, beef, potato, tofu, fruit. */
export function chunk(s: Sheet, colour: string, [width, height] = [24, 18], soft = 0.14): string {
  const top = blob(s, [0, -height * 0.16], [width / 2, height * 0.36], soft, 6);
  const body = blob(s, [0, height * 0.08], [width / 2, height * 0.44], soft, 7);
  return (
    solid(s, body, shade(s, shaded(colour, 0.16))) +
    path(top, shade(s, lit(colour, 0.12), 0.4, 0.02)) +
    glint(
      `M${n(-width * 0.28)} ${n(-height * 0.24)}q${n(width * 0.14)} ${n(-height * 0.16)} ${n(width * 0.34)} ${n(-height * 0.12)}`,
    )
  );
}

/** A sharp-edged cube: tofu, blood curd, melon. */
export function cube(s: Sheet, colour: string, size = 22): string {
  const [w, h] = [size * 0.56, size * 0.3];
  const top = `M0 ${n(-h * 1.7)}L${n(w)} ${n(-h * 0.75)}L0 ${n(h * 0.2)}L${n(-w)} ${n(-h * 0.75)}Z`;
  return (
    ellipse(2, h * 1.25, w * 1.05, h * 0.9, { fill: "#42142a", opacity: 0.26 }) +
    path(
      `M${n(-w)} ${n(-h * 0.75)}L0 ${n(h * 0.2)}V${n(h * 1.75)}L${n(-w)} ${n(h * 0.8)}Z`,
      shaded(colour, 0.1),
    ) +
    path(
      `M${n(w)} ${n(-h * 0.75)}L0 ${n(h * 0.2)}V${n(h * 1.75)}L${n(w)} ${n(h * 0.8)}Z`,
      shaded(colour, 0.22),
    ) +
    path(top, shade(s, lit(colour, 0.25), 0.4, 0.02)) +
    glint(`M${n(-w * 0.5)} ${n(-h * 0.85)}L0 ${n(-h * 1.32)}`, 1.8)
  );
}

/** A thin slice of braised beef, with its grain. */
export const beefSlice = (s: Sheet, colour = "#8a4a30", [rx, ry] = [22, 13]): string => {
  const d = blob(s, [0, 0], [rx, ry], 0.1, 9);
  return (
    echo(
      s,
      d,
      { x: 2, y: 4, fill: "#42142a", opacity: 0.26 },
      { y: 2, fill: shaded(colour, 0.35) },
      { fill: shade(s, colour, 0.3, 0.18) },
    ) +
    path(
      `M${n(-rx * 0.7)} 1q${n(rx * 0.35)} ${n(-ry * 0.5)} ${n(rx * 0.7)} ${n(-ry * 0.16)}M${n(-rx * 0.2)} ${n(ry * 0.45)}q${n(rx * 0.4)} ${n(-ry * 0.6)} ${n(rx * 0.85)} ${n(-ry * 0.3)}M${n(-rx * 0.3)} ${n(-ry * 0.5)}q${n(rx * 0.4)} ${n(-ry * 0.2)} ${n(rx * 0.6)} 0`,
      { stroke: lit(colour, 0.55), width: 1.6, opacity: 0.75 },
    ) +
    glint(
      `M${n(-rx * 0.75)} ${n(-ry * 0.4)}q${n(rx * 0.2)} ${n(-ry * 0.4)} ${n(rx * 0.5)} ${n(-ry * 0.4)}`,
      2,
      0.4,
    )
  );
};

/** A curled roll of fat beef or bacon: lean and fat in stripes. */
export const rolledSlice = (s: Sheet, lean = "#a4553f", fat = "#f2d3b4"): string => {
  const d = "M-24 4Q-18 -14 -6 -6T12 -9T25 -2Q22 10 11 5T-6 9T-24 4Z";
  return (
    solid(s, d, shade(s, lean)) +
    path("M-20 2Q-14 -8 -5 -1T12 -3T22 0", { stroke: fat, width: 3.2, opacity: 0.9 }) +
    glint("M-15 -6q4 -3 8 0M8 -7q6 -1 9 1", 1.8)
  );
};

/** One slice of roast with a glazed skin around its upper half: duck, chicken, crispy pork, char siu. */
export function roastSlice(s: Sheet, skin: string, meat: string, [width, height] = [17, 44]): string {
  const [w, h] = [width / 2, height / 2];
  const d = `M${n(-w)} ${n(-h + 6)}Q${n(-w)} ${n(-h)} 0 ${n(-h)}T${n(w)} ${n(-h + 6)}L${n(w * 0.92)} ${n(h - 4)}Q${n(w * 0.5)} ${n(h)} 0 ${n(h - 1)}T${n(-w * 0.92)} ${n(h - 5)}Z`;
  return (
    echo(
      s,
      d,
      { x: 2, y: 4, fill: "#42142a", opacity: 0.3 },
      {
        fill: linear(
          s,
          [
            [0, lit(meat, 0.1)],
            [1, shaded(meat, 0.16)],
          ],
          [0, 0, 0.3, 1],
        ),
        stroke: skin,
        width: 2.6,
      },
    ) +
    path(
      `M${n(-w)} ${n(-h + 16)}Q${n(-w)} ${n(-h)} 0 ${n(-h)}T${n(w)} ${n(-h + 16)}Q${n(w * 0.3)} ${n(-h + 6)} 0 ${n(-h + 11)}T${n(-w)} ${n(-h + 16)}Z`,
      linear(s, [
        [0, lit(skin, 0.16)],
        [1, shaded(skin, 0.14)],
      ]),
    ) +
    path(
      `M${n(-w * 0.4)} ${n(-h * 0.1)}q${n(w * 0.5)} ${n(h * 0.3)} 0 ${n(h * 0.7)}M${n(w * 0.3)} ${n(-h * 0.2)}q${n(w * 0.5)} ${n(h * 0.4)} 0 ${n(h * 0.9)}`,
      { stroke: shaded(meat, 0.25), width: 1.3, opacity: 0.7 },
    ) +
    glint(`M${n(-w * 0.55)} ${n(-h + 4)}q${n(w * 0.5)} -3 ${n(w)} -1`, 2.2, 0.85)
  );
}

/** A shrimp, curled, tail to the right. */
export const shrimp = (s: Sheet, colour = "#f08a5b"): string => {
  const d =
    "M-14 8C-19 -8 -6 -18 7 -14C17 -11 18 0 12 5C10 -3 3 -6 -2 -3C-6 0 -5 7 -1 10C-6 14 -12 13 -14 8Z";
  return (
    path(
      "M11 4C17 5 21 9 22 15C17 14 14 13 12 10C11 14 8 17 4 18C4 12 7 7 11 4Z",
      shade(s, shaded(colour, 0.1)),
    ) +
    solid(s, d, shade(s, colour, 0.5, 0.12)) +
    path("M-13 -2Q-8 -2 -5 1M-8 -11Q-4 -9 -3 -4M0 -15Q2 -11 1 -6M9 -13Q8 -9 6 -5", {
      stroke: "#fff0e0",
      width: 2.2,
      opacity: 0.85,
    }) +
    glint("M-11 -7Q-6 -13 2 -13", 1.8, 0.7)
  );
};

/** A white slice of fish with its flakes. */
export const fishSlice = (s: Sheet, colour = "#f7ead6", [rx, ry] = [25, 13]): string => {
  const d = `M${n(-rx)} 2Q${n(-rx * 0.6)} ${n(-ry)} ${n(rx * 0.2)} ${n(-ry)}T${n(rx)} ${n(-ry * 0.1)}Q${n(rx * 0.5)} ${n(ry)} ${n(-rx * 0.2)} ${n(ry)}T${n(-rx)} 2Z`;
  return (
    solid(s, d, shade(s, colour, 0.5, 0.16)) +
    path(
      `M${n(-rx * 0.6)} 0q${n(rx * 0.3)} ${n(-ry * 0.6)} ${n(rx * 0.6)} ${n(-ry * 0.5)}M${n(-rx * 0.3)} ${n(ry * 0.4)}q${n(rx * 0.5)} ${n(-ry * 0.7)} ${n(rx)} ${n(-ry * 0.6)}`,
      {
        stroke: shaded(colour, 0.16),
        width: 1.5,
      },
    )
  );
};

/** A fillet of salmon with its white lines. */
export const salmon = (s: Sheet, [rx, ry] = [48, 20], colour = "#f2885a"): string => {
  const d = `M${n(-rx)} ${n(ry * 0.2)}Q${n(-rx * 0.9)} ${n(-ry)} ${n(-rx * 0.3)} ${n(-ry)}L${n(rx * 0.7)} ${n(-ry * 0.85)}Q${n(rx)} ${n(-ry * 0.6)} ${n(rx)} 0T${n(rx * 0.5)} ${n(ry)}L${n(-rx * 0.7)} ${n(ry)}Q${n(-rx)} ${n(ry)} ${n(-rx)} ${n(ry * 0.2)}Z`;
  const line = (share: number) =>
    `M${n(rx * share)} ${n(-ry * 0.9)}q${n(rx * 0.13)} ${n(ry * 0.9)} ${n(-rx * 0.05)} ${n(ry * 1.7)}`;
  return (
    echo(
      s,
      d,
      { x: 3, y: 7, fill: "#42142a", opacity: 0.26 },
      { y: 4, fill: mix(colour, "#6d3a2a", 0.55) },
      { fill: shade(s, colour, 0.35, 0.2) },
    ) +
    path([-0.62, -0.3, 0.02, 0.34, 0.66].map(line).join(""), {
      stroke: "#ffe1c4",
      width: 2.6,
      opacity: 0.85,
    }) +
    path(`M${n(-rx * 0.5)} ${n(-ry * 0.5)}h${n(rx * 0.3)}M${n(rx * 0.15)} ${n(ry * 0.3)}h${n(rx * 0.24)}`, {
      stroke: "#a2502c",
      width: 3.4,
      opacity: 0.5,
    })
  );
};

/** Half a boiled egg; a brown edge makes it a braised one. */
export const eggHalf = (s: Sheet, [rx, ry] = [17, 13], edge = "#fffaf0", yolk = "#f6a21d"): string =>
  ellipse(2, 4, rx, ry, { fill: "#42142a", opacity: 0.26 }) +
  ellipse(0, 2, rx, ry, shaded(edge, 0.2)) +
  ellipse(0, 0, rx, ry, edge) +
  ellipse(0, 0, rx - 2, ry - 2, "#fffaf0") +
  ellipse(0.5, 0.5, rx * 0.56, ry * 0.58, round(s, yolk, 0.4, 0.12)) +
  ellipse(-rx * 0.18, -ry * 0.2, rx * 0.17, ry * 0.12, { fill: "#fff6d8", opacity: 0.9 });

/** A fried egg with a crisp edge. */
export const friedEgg = (s: Sheet, r = 28): string => {
  const d = blob(s, [0, 0], [r, r * 0.72], 0.13, 9);
  return (
    solid(s, d, "#e9b765") +
    at(0, -0.6, path(d, "#fffaf0"), 0, 0.93) +
    ellipse(-r * 0.05, -r * 0.04, r * 0.42, r * 0.33, "#eb8a12") +
    ellipse(-r * 0.05, -r * 0.09, r * 0.4, r * 0.3, round(s, "#fbb02d", 0.5, 0.12)) +
    ellipse(-r * 0.18, -r * 0.19, r * 0.11, r * 0.06, { fill: "#fffbe8", opacity: 0.95 })
  );
};

/** A whole braised or tea egg; tea eggs are crackled. */
export const wholeEgg = (s: Sheet, colour: string, r = 24, crackle = false): string =>
  ellipse(3, r * 0.75, r * 0.95, r * 0.36, { fill: "#42142a", opacity: 0.3 }) +
  ellipse(0, 0, r * 0.82, r, round(s, colour, 0.5, 0.4)) +
  (crackle
    ? path(
        `M${n(-r * 0.6)} ${n(-r * 0.3)}l${n(r * 0.4)} ${n(r * 0.1)}l${n(r * 0.1)} ${n(-r * 0.4)}l${n(r * 0.36)} ${n(-r * 0.2)}M${n(-r * 0.2)} ${n(-r * 0.2)}l${n(r * 0.1)} ${n(r * 0.46)}l${n(-r * 0.4)} ${n(r * 0.3)}M${n(-r * 0.1)} ${n(r * 0.26)}l${n(r * 0.4)} ${n(r * 0.1)}l${n(r * 0.32)} ${n(-r * 0.26)}M${n(r * 0.3)} ${n(r * 0.36)}l${n(-r * 0.1)} ${n(r * 0.4)}M${n(-r * 0.1)} ${n(-r * 0.6)}l${n(r * 0.5)} ${n(r * 0.26)}l${n(r * 0.26)} 0`,
        { stroke: shaded(colour, 0.55), width: 1.7, opacity: 0.8 },
      )
    : "") +
  ellipse(-r * 0.28, -r * 0.46, r * 0.2, r * 0.28, { fill: "#fff8e6", opacity: 0.6 });

/** A drumstick or leg with its bone. */
export const drumstick = (s: Sheet, colour: string): string => {
  const d = "M-34 -2C-36 -20 -12 -28 8 -18C20 -12 30 -7 40 -5L44 3C32 6 22 8 14 14C-6 26 -34 20 -34 -2Z";
  return (
    at(3, 6, path(d, { fill: "#42142a", opacity: 0.3 })) +
    path("M36 -4L54 -8Q62 -10 61 -3Q66 2 60 6Q56 9 52 5L38 5Z", shade(s, "#f6e9d2")) +
    path(d, shade(s, colour, 0.42, 0.32)) +
    glint("M-26 -6Q-20 -18 -2 -17", 4.4, 0.55) +
    glint("M4 -14Q14 -9 22 -7", 2.6, 0.4)
  );
};

/** Minced meat, scattered. */
export const mince = (dots: readonly { x: number; y: number }[], colour: string): string =>
  path(dots.map(({ x, y }) => `M${Math.round(x)} ${Math.round(y)}l2 1`).join(""), {
    stroke: shaded(colour, 0.3),
    width: 6,
  }) +
  path(dots.map(({ x, y }) => `M${Math.round(x)} ${Math.round(y - 1)}l1 .6`).join(""), {
    stroke: colour,
    width: 4.4,
  }) +
  path(dots.map(({ x, y }) => `M${Math.round(x - 1)} ${Math.round(y - 2)}h.6`).join(""), {
    stroke: lit(colour, 0.5),
    width: 1.5,
  });

/** A peanut half or a cashew. */
export const peanut = (s: Sheet): string =>
  ellipse(1, 2.4, 7, 5, { fill: "#42142a", opacity: 0.25 }) +
  ellipse(0, 0, 7, 5, shade(s, "#e3b46c", 0.4, 0.25)) +
  path("M-4.5 .4Q0 -1.5 4.5 .4", { stroke: "#b07c37", width: 1.2 }) +
  disc(-2.4, -2, 1.1, { fill: "#fff4d8", opacity: 0.9 });
