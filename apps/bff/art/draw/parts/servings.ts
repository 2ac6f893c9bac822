import { ellipse, radial, spread, strokes } from "../mark.ts";
import type { Sheet } from "../sheet.ts";
import { scallions } from "./greens.ts";
import { rice, sauce } from "./staples.ts";
import { bowl, type Glaze, type Place, plate } from "./vessels.ts";

/** Rice on the left, something in sauce on the right: the everyday bowl of a canteen. */
export function riceBowl(s: Sheet, glaze: Glaze, gravy: string | undefined, topping: string): void {
  const place: Place = { x: 160, y: 106, r: 116 };
  const bed = radial(
    s,
    [
      [0, "#fffaf0"],
      [0.75, "#f8efdf"],
      [1, "#e2d3bd"],
    ],
    [0.34, 0.36, 0.7],
  );
  s.add(
    bowl(
      s,
      place,
      { depth: 50, ...glaze },
      ellipse(160, 108, 105, 71, bed) +
        strokes(s, spread(s, 34, [150, 132], [80, 36]), [3, 5], { stroke: "#e2d2b8", width: 3 }) +
        rice(s, [108, 98], [54, 48]) +
        (gravy ? sauce(s, [204, 110], [60, 54], gravy, 0.08) : "") +
        topping,
    ),
  );
}

/** Where the topping of a rice bowl lies. */
export const toppingArea: [[number, number], [number, number]] = [
  [200, 108],
  [58, 46],
];

/** Everything on a plate with a little of its sauce. */
export function onPlate(
  s: Sheet,
  [colour, line]: [string, string?],
  gravy: string | undefined,
  food: string,
): void {
  const place: Place = { x: 160, y: 122, r: 128 };
  s.add(plate(s, place, colour, line), gravy ? sauce(s, [160, 124], [88, 56], gravy, 0.08) : "", food);
}

/** A handful of spring onion over an area. */
export const sprinkle = (
  s: Sheet,
  count: number,
  centre: [number, number],
  reach: [number, number],
  size = 3,
): string => scallions(spread(s, count, centre, reach), size);

export const glazes = {
  white: { colour: "#f3ede2" },
  blue: { colour: "#5d86a8", inside: "#f2efe6", pattern: "waves" },
  porcelain: { colour: "#eef1f2", inside: "#f9f8f3", pattern: "waves" },
  red: { colour: "#b8463a", inside: "#f7ece0", pattern: "band" },
  black: { colour: "#3d3835", inside: "#57504a", pattern: "band" },
  celadon: { colour: "#9dbfae", inside: "#edf2e6", pattern: "stripes" },
  ochre: { colour: "#d69a45", inside: "#fbf0d9", pattern: "dots" },
  rust: { colour: "#a65a3c", inside: "#f5e6d3", pattern: "stripes" },
  plum: { colour: "#7d4a63", inside: "#f3e6e6", pattern: "dots" },
} as const satisfies Record<string, Glaze>;
