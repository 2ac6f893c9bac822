import { lit, shaded } from "../colour.ts";
import { at, blob, echo, ellipse, linear, n, path, round, shade, solid } from "../mark.ts";
import type { Sheet } from "../sheet.ts";

/** Pieces of dough around 0,0. */

const under = (d: string) => at(2, 5, path(d, { fill: "#42142a", opacity: 0.26 }));

/** A boiled dumpling: half moon with pleats; `filling` shines through the skin. */
export function dumpling(s: Sheet, skin = "#fbf0da", filling = "#b9c98a", fried = false): string {
  const d = "M-30 7C-30 -13 -14 -22 1 -22S31 -12 30 7C29 16 14 17 0 17S-29 17 -30 7Z";
  return (
    solid(s, d, shade(s, skin, 0.55, 0.2)) +
    ellipse(0, 4, 19, 9, { fill: filling, opacity: 0.32 }) +
    path(
      "M-30 6C-27 -11 -14 -21 1 -21S28 -11 30 6C24 -7 13 -12 0 -12S-25 -6 -30 6Z",
      shade(s, lit(skin, 0.3), 0.5, 0.12),
    ) +
    path("M-21 -2L-25 -9M-13 -8L-16 -16M-4 -11L-5 -20M5 -11L6 -20M14 -8L17 -16M22 -2L26 -8", {
      stroke: shaded(skin, 0.24),
      width: 1.8,
    }) +
    (fried
      ? path("M-28 10Q0 22 28 10Q24 18 0 18T-28 10Z", { fill: "#b9651f", opacity: 0.85 }) +
        path("M-26 8Q0 15 26 8", { stroke: "#d98d39", width: 4, opacity: 0.75 })
      : "") +
    path("M-18 2Q-13 -5 -5 -6", { stroke: "#ffffff", width: 2.6, opacity: 0.75 })
  );
}

/** A wonton: a gathered pouch with a wide, thin skirt. */
export function wonton(s: Sheet, filling = "#e9a48a"): string {
  const skirt = blob(s, [4, -4], [30, 18], 0.2, 9);
  return (
    solid(s, skirt, { fill: shade(s, "#fbefd8", 0.5, 0.16), opacity: 0.94 }) +
    path("M2 -6Q14 -16 28 -14M4 -2Q20 -4 32 2M-2 -8Q-2 -18 4 -22", {
      stroke: shaded("#fbefd8", 0.16),
      width: 1.8,
    }) +
    ellipse(-6, 2, 17, 13, round(s, "#f8e2c4", 0.6, 0.14)) +
    ellipse(-6, 3, 11, 8, { fill: filling, opacity: 0.5 }) +
    path("M-16 -3Q-11 -9 -4 -9", { stroke: "#ffffff", width: 2.4, opacity: 0.75 })
  );
}

/** A steamed bun with its pleats turned to one point. */
export function bun(s: Sheet, r = 30, colour = "#fdf6e8", filling?: string): string {
  const pleats = Array.from({ length: 9 }, (_, i) => {
    const angle = (i / 9) * 6.283 + 0.2;
    const [x, y] = [Math.cos(angle), Math.sin(angle) * 0.72];
    return `M${n(x * 4)} ${n(y * 4 - r * 0.26)}Q${n(x * r * 0.46 - y * 6)} ${n(y * r * 0.42 - r * 0.2 + x * 4)} ${n(x * r * 0.72)} ${n(y * r * 0.66 - r * 0.12)}`;
  }).join("");
  return (
    ellipse(3, r * 0.5, r * 1.04, r * 0.52, { fill: "#42142a", opacity: 0.24 }) +
    ellipse(0, 0, r, r * 0.84, round(s, colour, 0.5, 0.17)) +
    path(pleats, { stroke: shaded(colour, 0.17), width: 2.2 }) +
    ellipse(0, -r * 0.26, 5.5, 4, filling ?? shaded(colour, 0.2)) +
    ellipse(-r * 0.46, -r * 0.4, r * 0.2, r * 0.11, { fill: "#ffffff", opacity: 0.85 })
  );
}

/** An open shaomai: a frilled waist and rice on top. */
export function shaomai(s: Sheet, top: string, r = 24): string {
  const frill = blob(s, [0, -r * 0.46], [r * 0.98, r * 0.56], 0.12, 12);
  return (
    ellipse(3, r * 0.72, r, r * 0.4, { fill: "#42142a", opacity: 0.26 }) +
    path(
      `M${n(-r * 0.94)} ${n(-r * 0.5)}Q${n(-r * 0.6)} ${n(r * 0.2)} ${n(-r * 0.86)} ${n(r * 0.62)}Q0 ${n(r * 1.06)} ${n(r * 0.86)} ${n(r * 0.62)}Q${n(r * 0.6)} ${n(r * 0.2)} ${n(r * 0.94)} ${n(-r * 0.5)}Z`,
      shade(s, "#f7e3ae", 0.5, 0.25),
    ) +
    path(
      `M${n(-r * 0.5)} ${n(-r * 0.1)}L${n(-r * 0.52)} ${n(r * 0.7)}M0 0V${n(r * 0.82)}M${n(r * 0.5)} ${n(-r * 0.1)}L${n(r * 0.52)} ${n(r * 0.7)}`,
      {
        stroke: "#c99a4c",
        width: 1.8,
        opacity: 0.7,
      },
    ) +
    path(frill, shade(s, "#fbedc4", 0.5, 0.2)) +
    path(blob(s, [0, -r * 0.46], [r * 0.72, r * 0.38], 0.08, 8), shade(s, top, 0.4, 0.25))
  );
}

/** A fried dough stick. */
export function youtiao(s: Sheet, length = 150): string {
  const half = length / 2;
  const lobe = (dy: number) =>
    `M${n(-half)} ${n(dy)}C${n(-half * 0.7)} ${n(dy - 20)} ${n(-half * 0.3)} ${n(dy - 11)} 0 ${n(dy - 15)}S${n(half * 0.8)} ${n(dy - 20)} ${n(half)} ${n(dy)}C${n(half * 0.8)} ${n(dy + 17)} ${n(half * 0.2)} ${n(dy + 10)} 0 ${n(dy + 14)}S${n(-half * 0.85)} ${n(dy + 17)} ${n(-half)} ${n(dy)}Z`;
  const one = (dy: number) =>
    path(
      lobe(dy),
      linear(s, [
        [0, "#f9d27a"],
        [0.5, "#e8a53c"],
        [1, "#b9691c"],
      ]),
    ) +
    path(`M${n(-half * 0.86)} ${n(dy - 5)}Q${n(-half * 0.4)} ${n(dy - 10)} ${n(half * 0.1)} ${n(dy - 6)}`, {
      stroke: "#ffe3a6",
      width: 3,
      opacity: 0.7,
    }) +
    path(
      `M${n(-half * 0.5)} ${n(dy + 5)}h.1M${n(half * 0.2)} ${n(dy + 4)}h.1M${n(half * 0.6)} ${n(dy)}h.1M${n(-half * 0.1)} ${n(dy)}h.1`,
      {
        stroke: "#a8621d",
        width: 4,
        opacity: 0.5,
      },
    );
  return under(lobe(8)) + one(9) + one(-11);
}

/** A flat round pancake, browned in spots; `flecks` are bits of green. */
export function pancake(s: Sheet, [rx, ry]: [number, number], colour: string, flecks?: string): string {
  const d = blob(s, [0, 0], [rx, ry], 0.05, 12);
  const spots = Array.from({ length: 8 }, () => {
    const [angle, reach] = [s.random() * 6.28, Math.sqrt(s.random()) * 0.8];
    return ellipse(
      Math.cos(angle) * rx * reach,
      Math.sin(angle) * ry * reach,
      s.between(4, 11),
      s.between(3, 7),
      {
        fill: shaded(colour, 0.35),
        opacity: 0.42,
      },
    );
  }).join("");
  return (
    echo(
      s,
      d,
      { x: 3, y: 9, fill: "#42142a", opacity: 0.24 },
      { y: 5, fill: shaded(colour, 0.36) },
      {
        fill: linear(s, [
          [0, lit(colour, 0.3)],
          [1, shaded(colour, 0.12)],
        ]),
      },
    ) +
    spots +
    (flecks
      ? path(
          Array.from({ length: 22 }, () => {
            const [angle, reach] = [s.random() * 6.28, Math.sqrt(s.random()) * 0.86];
            return `M${n(Math.cos(angle) * rx * reach)} ${n(Math.sin(angle) * ry * reach)}l${n(s.between(-4, 4))} ${n(s.between(-2, 2))}`;
          }).join(""),
          { stroke: flecks, width: 3 },
        )
      : "")
  );
}

/** A breaded cutlet, sliced; crumbs catch the light. */
export function cutlet(s: Sheet, slices = 6, [width, height] = [104, 46]): string {
  const step = width / slices;
  return Array.from({ length: slices }, (_, i) => {
    const x = -width / 2 + i * step;
    const rise = Math.sin(((i + 0.5) / slices) * Math.PI) * 7;
    const d = blob(s, [x + step / 2, 0], [step * 0.47, height / 2 + rise], 0.05, 8);
    const crumbs = Array.from(
      { length: 6 },
      () =>
        `M${n(x + s.between(3, step - 3))} ${n(s.between(-height / 2 - rise + 5, height / 2 + rise - 5))}h.8`,
    );
    return (
      solid(s, d, "#f3dcb4") +
      at(-1.6, -1, path(d, shade(s, "#d98f36", 0.35, 0.3))) +
      path(crumbs.join(""), { stroke: "#f9d48a", width: 2.8, opacity: 0.9 }) +
      path(crumbs.slice(0, 4).join(""), { stroke: "#a4601c", width: 1.8, opacity: 0.6 })
    );
  }).join("");
}
