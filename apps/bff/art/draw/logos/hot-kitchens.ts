import { disc, ellipse, linear, path } from "../mark.ts";
import type { Recipes } from "../recipe.ts";
import { bowlShape, cream, tile, under } from "./tile.ts";

export const hotLogos: Recipes = {
  sichuan: tile(["#f2604a", "#b3201f"], (s) =>
    [
      under(50, 80, 26),
      path(
        "M30 30C44 20 66 30 70 52C72 66 66 76 60 80C62 60 50 46 30 44C22 43 22 34 30 30Z",
        linear(
          s,
          [
            [0, "#ffd9a8"],
            [0.4, "#ff8f5a"],
            [1, "#d8341f"],
          ],
          [0, 0, 1, 1],
        ),
      ),
      path("M30 30C44 20 66 30 70 52C72 66 66 76 60 80C62 60 50 46 30 44C22 43 22 34 30 30Z", {
        stroke: cream,
        width: 3,
      }),
      path("M36 35Q52 34 60 50", { stroke: "#fff3dc", width: 4, opacity: 0.85 }),
      path("M28 37Q20 34 17 22", { stroke: "#8fd05a", width: 6 }),
      disc(32, 64, 6, "#7d1512") +
        disc(44, 72, 5, "#7d1512") +
        disc(30, 64, 2, "#ffb08a") +
        disc(42.6, 70.6, 1.6, "#ffb08a"),
    ].join(""),
  ),
  lanzhou: tile(["#4fa6a0", "#1f6272"], (s) =>
    [
      under(48, 86, 30),
      path("M30 50C26 36 34 26 30 14M40 50C36 36 44 26 40 14M50 50C46 36 54 26 50 14", {
        stroke: "#ffe3a0",
        width: 4.4,
      }),
      path("M22 16L74 8M22 22L74 18", { stroke: "#7a3a1c", width: 4 }),
      ellipse(48, 52, 30, 9, "#b9672a"),
      path("M24 52Q34 46 44 52T64 51T74 52", { stroke: "#ffe3a0", width: 4 }),
      ellipse(62, 50, 8, 4, "#8a3f24") + ellipse(56, 53, 7, 3.4, "#a8552f"),
      bowlShape(s, 52, cream, "#2f8f94"),
    ].join(""),
  ),
  cantonese: tile(["#ffbd5c", "#d9661f"], (s) =>
    [
      under(48, 84, 36),
      path("M36 24q7-7 0-14M50 22q7-7 0-14M64 26q7-7 0-14", { stroke: "#fff3d6", width: 4, opacity: 0.85 }),
      path(
        "M10 66H86Q82 80 66 80H30Q14 80 10 66Z",
        linear(s, [
          [0, "#fffdf6"],
          [1, "#ecd6b4"],
        ]),
      ),
      path("M66 52L80 36Q78 30 84 29Q90 30 88 36Q91 42 84 43L74 58Z", "#fff3dc"),
      path(
        "M16 66C14 44 32 32 50 34C70 34 82 50 80 66Z",
        linear(
          s,
          [
            [0, "#e8862f"],
            [0.55, "#b9430f"],
            [1, "#7a1f08"],
          ],
          [0.2, 0, 0.7, 1],
        ),
      ),
      path(
        "M52 66C50 52 62 44 74 48C82 52 78 62 70 66Z",
        linear(s, [
          [0, "#d9691c"],
          [1, "#8f2c0a"],
        ]),
      ),
      path("M26 54Q32 42 46 41", { stroke: "#ffe3b0", width: 5, opacity: 0.9 }),
      path("M34 58l4 4M44 52l4 4M30 64l3 2", { stroke: "#7a1f08", width: 2.6, opacity: 0.6 }),
    ].join(""),
  ),
  salad: tile(["#a8d65c", "#4a9a3c"], (s) =>
    [
      under(48, 86, 28),
      path(
        "M22 54C14 34 30 20 44 34C46 16 66 16 64 34C80 26 86 46 74 54Z",
        linear(s, [
          [0, "#d8f08a"],
          [1, "#6fb63c"],
        ]),
      ),
      path("M44 34Q46 44 44 54M64 34Q58 44 58 54M30 40Q34 46 34 54", {
        stroke: "#3f8a2c",
        width: 2.6,
        opacity: 0.7,
      }),
      disc(66, 46, 9, "#f2523a") + disc(63, 43, 2.6, { fill: "#ffd9c8", opacity: 0.9 }),
      ellipse(30, 48, 9, 7.4, cream) + disc(31, 48, 4, "#f9a826"),
      bowlShape(s, 52, cream, "#7fb04a"),
    ].join(""),
  ),
  "night-wok": tile(["#5d4f9a", "#221a45"], (s) =>
    [
      path("M74 12A16 16 0 1 0 86 34A13 13 0 0 1 74 12Z", "#ffd66b"),
      path("M18 24l1.6 4 4 1.6-4 1.6-1.6 4-1.6-4-4-1.6 4-1.6Z", "#ffe9a8"),
      path(
        "M26 66C20 40 26 28 24 20Q32 22 36 28Q46 24 56 28Q60 22 68 20C66 28 72 40 66 66Q46 76 26 66Z",
        linear(s, [
          [0, "#b98a5c"],
          [1, "#7a4f2c"],
        ]),
      ),
      disc(37, 42, 10.5, cream) +
        disc(55, 42, 10.5, cream) +
        disc(38, 43, 5.4, "#2b1c2f") +
        disc(54, 43, 5.4, "#2b1c2f") +
        disc(36, 41, 1.8, "#ffffff") +
        disc(52, 41, 1.8, "#ffffff"),
      path("M42 50L46 57L50 50Z", "#ffa23a"),
      path("M14 64H78Q76 82 58 86H34Q16 82 14 64ZM78 68L90 62", {
        fill: "#3a3540",
        stroke: "#2a2530",
        width: 3,
      }),
      path("M22 70Q46 76 70 70", { stroke: "#8a8092", width: 3 }),
    ].join(""),
  ),
};
