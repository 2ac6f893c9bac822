import { lit, shaded } from "../colour.ts";
import { at, blob, echo, ellipse, linear, n, path, shade } from "../mark.ts";
import type { Sheet } from "../sheet.ts";

/** A bamboo stick with pieces on it, lying along x; the handle is on the left. */
export function skewer(s: Sheet, pieces: readonly string[], step = 28, from = -62): string {
  return (
    path("M-132 6L118 9L124 7L118 4L-132 0Z", { fill: "#42142a", opacity: 0.2 }) +
    path(
      "M-134-2.6L112-2L122 0L112 2L-134 2.6Z",
      linear(
        s,
        [
          [0, "#ecc98d"],
          [1, "#b98545"],
        ],
        [0, 0, 0, 1],
      ),
    ) +
    pieces.map((piece, index) => at(from + index * step, 0, piece)).join("")
  );
}

/** A charred cube of meat with spice on it. */
export function grilled(s: Sheet, colour: string, [rx, ry] = [16, 14]): string {
  const d = blob(s, [0, 0], [rx, ry], 0.16, 7);
  return (
    echo(
      s,
      d,
      { x: 2, y: 5, fill: "#42142a", opacity: 0.3 },
      { y: 2, fill: shaded(colour, 0.45) },
      { fill: shade(s, colour, 0.3, 0.35) },
    ) +
    path(
      `M${n(-rx * 0.6)} ${n(ry * 0.2)}l${n(rx * 0.5)} ${n(ry * 0.3)}M${n(rx * 0.1)} ${n(-ry * 0.5)}l${n(rx * 0.4)} ${n(ry * 0.4)}`,
      {
        stroke: "#3c160c",
        width: 3.4,
        opacity: 0.5,
      },
    ) +
    path(`M${n(-rx * 0.5)} ${n(-ry * 0.5)}q${n(rx * 0.3)} ${n(-ry * 0.26)} ${n(rx * 0.6)} ${n(-ry * 0.16)}`, {
      stroke: "#ffe9bd",
      width: 2.6,
      opacity: 0.65,
    }) +
    path(
      `M-4 ${n(-ry * 0.1)}h.1M5 ${n(ry * 0.4)}h.1M${n(-rx * 0.7)} 1h.1M${n(rx * 0.6)} ${n(-ry * 0.1)}h.1`,
      {
        stroke: "#f1d27c",
        width: 2.4,
      },
    )
  );
}

/** A slice of pork belly in waves on a stick. */
export const bellyWave = (s: Sheet): string => {
  const d = "M-17-6Q-10-17 0-9T17-8Q21 3 15 9Q6 16-2 10T-17 9Q-21 1-17-6Z";
  return (
    echo(s, d, { x: 2, y: 5, fill: "#42142a", opacity: 0.3 }, { fill: shade(s, "#c0622f", 0.3, 0.35) }) +
    path("M-15-1Q-8-9 0-2T15 0", { stroke: "#f6d9a4", width: 4, opacity: 0.9 }) +
    path("M-12 7Q-4 3 3 8M-9-9q5-4 9 1M8-8q4-2 8 0", { stroke: "#fff1d0", width: 1.8, opacity: 0.6 }) +
    path("M-6 4h.1M6 5h.1M2-6h.1M12 3h.1", { stroke: "#6e1f10", width: 2.6 })
  );
};

/** A chicken wing, mid joint, glazed. */
export const wing = (s: Sheet, colour: string): string => {
  const d = "M-46-6C-50-20-28-24-14-17C4-10 22-16 36-12C50-9 52 8 40 14C24 20 4 12-12 15C-30 19-44 8-46-6Z";
  return (
    echo(
      s,
      d,
      { x: 3, y: 7, fill: "#42142a", opacity: 0.3 },
      { y: 3, fill: shaded(colour, 0.4) },
      { fill: shade(s, colour, 0.4, 0.35) },
    ) +
    path("M-36-8Q-26-17-12-11Q8-4 30-8", { stroke: "#ffe7b4", width: 3.6, opacity: 0.65 }) +
    path("M-26 6Q-8 3 6 6M14 7Q24 9 34 6", { stroke: shaded(colour, 0.45), width: 2.4, opacity: 0.6 }) +
    path("M-24-12l10 14M-4-8l9 14M16-12l8 14", { stroke: "#4b1c0b", width: 4, opacity: 0.38 }) +
    path("M-46-6Q-54-8-56-3Q-54 3-47 1ZM42-4Q50-8 53-2Q51 5 43 4Z", shade(s, "#f6e3c0"))
  );
};

/** A scallop shell with its filling. */
export const scallop = (s: Sheet, filling: string): string => {
  const d = "M0 30Q-12 30-14 22Q-40 14-42-6Q-40-30 0-32T42-6Q40 14 14 22Q12 30 0 30Z";
  return (
    echo(s, d, { x: 3, y: 7, fill: "#42142a", opacity: 0.3 }, { fill: shade(s, "#ecc3a4", 0.5, 0.3) }) +
    path("M0 26L-34 2M0 26L-24-20M0 26L0-30M0 26L24-20M0 26L34 2", {
      stroke: "#b9795a",
      width: 2.4,
      opacity: 0.55,
    }) +
    ellipse(
      0,
      -3,
      31,
      21,
      linear(s, [
        [0, "#caa07f"],
        [1, "#f6e6d4"],
      ]),
    ) +
    filling
  );
};

/** Half a roasted aubergine, opened, its skin as the boat. */
export const eggplant = (s: Sheet): string => {
  const d = "M-118 2C-112-34-60-46 6-42S112-26 120 0C112 30 56 44 0 44S-112 36-118 2Z";
  return (
    echo(
      s,
      d,
      { x: 4, y: 12, fill: "#42142a", opacity: 0.32 },
      { y: 5, fill: "#38193a" },
      {
        fill: linear(
          s,
          [
            [0, lit("#6b3566", 0.2)],
            [1, "#431f45"],
          ],
          [0, 0, 0.4, 1],
        ),
      },
    ) +
    path(
      "M-102 0C-94-24-50-33 4-31S96-20 104 0C96 20 50 31 0 31S-98 24-102 0Z",
      shade(s, "#e3c480", 0.35, 0.25),
    ) +
    path("M-86-6Q-30-22 60-17M-88 8Q-20 22 80 10M-70 0Q0-6 84-2", {
      stroke: "#b98a45",
      width: 2.6,
      opacity: 0.6,
    }) +
    path("M-116 0Q-136-10-146-2Q-140 10-117 8Z", shade(s, "#6d8f3c"))
  );
};
