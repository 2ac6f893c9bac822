import { at, disc, ellipse, linear, type Paint, path } from "./mark.ts";
import type { Recipe, Recipes } from "./recipe.ts";
import type { Sheet } from "./sheet.ts";

/** Friendly line drawings for empty states; the greys read on light and on dark surfaces. */
const line: Paint = { stroke: "#8d8792", width: 3.4 };
const thin: Paint = { stroke: "#b7b0b8", width: 2.6 };
const accent = "#ff8a3d";
const soft = "#ffd9b0";

/** The duck of the mark, sitting, 100 units wide; eyes differ with its mood. */
function duck(s: Sheet, mood: "calm" | "asleep" | "worried" | "glad"): string {
  const eye = {
    calm: disc(-22, -30, 3, "#5b5560"),
    asleep: path("M-27-30Q-22-26-17-30", { stroke: "#5b5560", width: 3 }),
    worried: disc(-22, -29, 3, "#5b5560") + path("M-30-38L-20-41", { stroke: "#5b5560", width: 2.6 }),
    glad: path("M-27-28Q-22-35-17-28", { stroke: "#5b5560", width: 3 }),
  }[mood];
  const body =
    "M-38-22Q-50-22-52-28Q-44-31-37-31C-34-50-12-56 0-44C10-34 2-20 6-10H58Q58 26 30 34H4C-22 30-32 10-26-10Q-34-14-38-22Z";
  return (
    path("M46-14C46-32 62-42 74-38C74-22 64-10 50-6", { ...line, fill: "#d9efc0" }) +
    path(body, {
      fill: linear(s, [
        [0, "#fffefb"],
        [1, "#fbeedd"],
      ]),
      stroke: line.stroke ?? "",
      width: 3.4,
    }) +
    path("M-37-31Q-50-32-53-27Q-49-20-38-22Z", { fill: accent, stroke: "#d9692a", width: 2 }) +
    eye +
    path("M-4 2Q26 8 52 2", { stroke: accent, width: 3 }) +
    ellipse(-12, -20, 5, 3, { fill: "#ffb59a", opacity: 0.7 })
  );
}

const ground = (y = 172) =>
  ellipse(120, y, 92, 9, { fill: "#8d8792", opacity: 0.14 }) +
  path(`M22 ${y}H60M180 ${y}H220M72 ${y}h10`, thin);
const glow = (s: Sheet) =>
  ellipse(120, 96, 96, 76, {
    fill: linear(s, [
      [0, soft, 0.5],
      [1, soft, 0.08],
    ]),
  });
const bowl = (s: Sheet) =>
  path("M-46 0H46Q44 30 16 36V42H-16V36Q-44 30-46 0Z", {
    fill: linear(s, [
      [0, "#ffffff"],
      [1, "#fbeedd"],
    ]),
    stroke: "#8d8792",
    width: 3.4,
  }) + path("M-40 11Q0 18 40 11", { stroke: accent, width: 3 });
const steam = path("M-18-12q8-8 0-16t0-16M0-12q8-8 0-16t0-16M18-12q8-8 0-16t0-16", {
  stroke: "#c9c2c8",
  width: 3,
});
const star = (x: number, y: number) =>
  at(x, y, path("M0-7L1.8-1.8L7 0L1.8 1.8L0 7L-1.8 1.8L-7 0L-1.8-1.8Z", accent));

const scene =
  (draw: (s: Sheet) => string): Recipe =>
  (s) =>
    s.add(glow(s), ground(), draw(s));

export const emptyStates: Recipes = {
  "no-orders": scene(
    (s) =>
      at(
        120,
        128,
        path("M-40-22H40Q46-22 46-16L40 38H-40L-46-16Q-46-22-40-22Z", {
          fill: linear(s, [
            [0, "#ffffff"],
            [1, "#fbeedd"],
          ]),
          stroke: "#8d8792",
          width: 3.4,
        }) +
          path("M-20-22V-32Q-20-50 0-50T20-32V-22", line) +
          path("M-14 4Q0 18 14 4", { stroke: accent, width: 4 }) +
          disc(-16, -8, 3, "#5b5560") +
          disc(16, -8, 3, "#5b5560"),
      ) +
      star(58, 70) +
      star(188, 60) +
      path("M176 98h14M183 91v14M48 112h10", thin),
  ),
  "no-messages": scene(
    (s) =>
      at(132, 132, duck(s, "asleep")) +
      path("M44 44H104Q112 44 112 52V78Q112 86 104 86H72L58 98V86H44Q36 86 36 78V52Q36 44 44 44Z", {
        fill: "#fffefb",
        stroke: "#b7b0b8",
        width: 3,
      }) +
      path("M54 60h38M54 71h24", thin) +
      path("M156 66h12l-12 14h12M176 44h9l-9 11h9", { stroke: accent, width: 3 }),
  ),
  "no-shops": scene(
    (s) =>
      path("M64 92V166H176V92", {
        fill: linear(s, [
          [0, "#ffffff"],
          [1, "#fbeedd"],
        ]),
        stroke: "#8d8792",
        width: 3.4,
      }) +
      path(
        "M56 64H184L192 92Q184 104 174 92Q166 104 156 92Q148 104 138 92Q130 104 120 92Q110 104 102 92Q92 104 84 92Q74 104 66 92Q56 104 48 92Z",
        { fill: "#fff3e2", stroke: "#8d8792", width: 3.4 },
      ) +
      path("M84 64L84 92Q74 104 66 92L74 64ZM120 64V92Q110 104 102 92V64ZM156 64V92Q148 104 138 92V64Z", {
        fill: accent,
        opacity: 0.75,
      }) +
      path("M92 166V122H120V166", line) +
      path("M134 120H164V144H134Z", thin) +
      at(
        106,
        136,
        path("M-9-6H9V8H-9ZM-9-6L0-16L9-6", { fill: "#fffefb", stroke: "#8d8792", width: 2.4 }) +
          path("M-4 1h8", { stroke: accent, width: 2.6 }),
      ) +
      path("M178 34A14 14 0 1 0 192 52A11 11 0 0 1 178 34Z", { fill: soft, stroke: "#d9a868", width: 2 }) +
      star(60, 42),
  ),
  offline: scene(
    (s) =>
      at(108, 138, duck(s, "worried")) +
      path("M168 66Q186 50 204 66M176 78Q186 69 196 78", { stroke: "#b7b0b8", width: 4 }) +
      disc(186, 90, 4, "#b7b0b8") +
      path("M168 46L206 94", { stroke: accent, width: 4 }) +
      path("M40 172Q50 165 60 172T80 172T100 172T120 172T140 172T160 172T180 172", {
        stroke: "#8fcbe6",
        width: 3.4,
      }) +
      path("M34 62q-2-16 14-16q4-14 18-8q16-2 14 12q12 2 6 12Z", {
        fill: "#fffefb",
        stroke: "#b7b0b8",
        width: 3,
      }),
  ),
  error: scene(
    (s) =>
      at(120, 118, at(0, 0, bowl(s), -16)) +
      path("M94 92L84 104L98 108L88 122", { stroke: "#8d8792", width: 3 }) +
      path("M150 164Q136 150 152 146Q166 138 176 150Q194 150 188 164Z", {
        fill: soft,
        stroke: "#d9a868",
        width: 2.6,
      }) +
      path("M70 160h.1M58 166h.1M82 167h.1M46 162h.1", { stroke: accent, width: 6 }) +
      path("M140 42L176 24M150 56L186 46", { stroke: "#c98f5c", width: 4.4 }) +
      at(
        62,
        62,
        path("M0-24L24 18H-24Z", { fill: "#fff3e2", stroke: accent, width: 3.4 }) +
          path("M0-8V5M0 12v.1", { stroke: accent, width: 4 }),
      ),
  ),
  done: scene(
    (s) =>
      at(118, 138, duck(s, "glad")) +
      disc(184, 62, 22, { fill: "#e3f5d8", stroke: "#6fb85a", width: 3.4 }) +
      path("M174 62L181 70L195 54", { stroke: "#4f9a42", width: 4.6 }) +
      star(54, 66) +
      star(146, 40) +
      star(214, 104) +
      path("M40 100l6 6M84 42l-2 9M216 76l-8 3", { stroke: accent, width: 3 }),
  ),
  search: scene(
    (s) =>
      at(100, 126, bowl(s) + steam) +
      disc(158, 92, 30, { fill: "#ffffff", opacity: 0.55 }) +
      disc(158, 92, 30, { stroke: "#8d8792", width: 4 }) +
      path("M180 114L204 140", { stroke: accent, width: 8 }) +
      path("M142 84Q146 74 156 72", { stroke: "#c9c2c8", width: 3.4 }) +
      path("M152 92h.1M164 92h.1M150 104Q158 98 166 104", { stroke: "#8d8792", width: 3.6 }) +
      star(56, 58) +
      path("M206 62h12M212 56v12", thin),
  ),
};
