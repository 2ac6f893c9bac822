import type { Spot } from "./frame.ts";

/** Outlines of buildings around 0,0; sizes in metres, the front faces south. */

export const bar = (width: number, depth: number): Spot[] => [
  [-width / 2, -depth / 2],
  [width / 2, -depth / 2],
  [width / 2, depth / 2],
  [-width / 2, depth / 2],
];

/** A long block whose ends step forward, as dormitories with stair towers do. */
export const barWithTowers = (width: number, depth: number, tower = 9): Spot[] => {
  const [w, d, step] = [width / 2, depth / 2, 4];
  return [
    [-w, -d - step],
    [-w + tower, -d - step],
    [-w + tower, -d],
    [-tower / 2, -d],
    [-tower / 2, -d - step],
    [tower / 2, -d - step],
    [tower / 2, -d],
    [w - tower, -d],
    [w - tower, -d - step],
    [w, -d - step],
    [w, d],
    [-w, d],
  ];
};

export const ell = (width: number, depth: number, wing: number): Spot[] => {
  const [w, d] = [width / 2, depth / 2];
  return [
    [-w, -d],
    [w, -d],
    [w, -d + wing],
    [-w + wing, -d + wing],
    [-w + wing, d],
    [-w, d],
  ];
};

/** A court open to the south. */
export const horseshoe = (width: number, depth: number, wing: number): Spot[] => {
  const [w, d] = [width / 2, depth / 2];
  return [
    [-w, -d],
    [-w + wing, -d],
    [-w + wing, d - wing],
    [w - wing, d - wing],
    [w - wing, -d],
    [w, -d],
    [w, d],
    [-w, d],
  ];
};

/** Three fingers on one spine: classrooms with light from both sides. */
export const comb = (width: number, depth: number, wing: number): Spot[] => {
  const [w, d, half] = [width / 2, depth / 2, wing / 2];
  return [
    [-w, -d],
    [-w + wing, -d],
    [-w + wing, d - wing],
    [-half, d - wing],
    [-half, -d],
    [half, -d],
    [half, d - wing],
    [w - wing, d - wing],
    [w - wing, -d],
    [w, -d],
    [w, d],
    [-w, d],
  ];
};

/** Two parallel blocks joined in the middle. */
export const aitch = (width: number, depth: number, block: number, link: number): Spot[] => {
  const [w, d, l] = [width / 2, depth / 2, link / 2];
  return [
    [-w, -d],
    [w, -d],
    [w, -d + block],
    [l, -d + block],
    [l, d - block],
    [w, d - block],
    [w, d],
    [-w, d],
    [-w, d - block],
    [-l, d - block],
    [-l, -d + block],
    [-w, -d + block],
  ];
};

/** Part of a disc: for halls, canteens and everything that may be round. Angles in degrees, 0 = east. */
export const sector = (radius: number, from: number, to: number, inner = 0, points = 18): Spot[] => {
  const arc = (r: number): Spot[] =>
    Array.from({ length: points + 1 }, (_, index) => {
      const angle = ((from + ((to - from) * index) / points) * Math.PI) / 180;
      return [r * Math.cos(angle), r * Math.sin(angle)];
    });
  return inner > 0 ? [...arc(radius), ...arc(inner).reverse()] : [...arc(radius), [0, 0]];
};

export const disc = (radius: number, points = 28): Spot[] => ellipse(radius, radius, points);

export const ellipse = (radiusX: number, radiusY: number, points = 32): Spot[] =>
  Array.from({ length: points }, (_, index) => {
    const angle = (index / points) * 2 * Math.PI;
    return [radiusX * Math.cos(angle), radiusY * Math.sin(angle)];
  });

/** A running track or a swimming pool: two straights and two half circles. */
export const stadium = (length: number, width: number, points = 16): Spot[] => {
  const [straight, radius] = [(length - width) / 2, width / 2];
  const half = (centre: number, from: number): Spot[] =>
    Array.from({ length: points + 1 }, (_, index) => {
      const angle = from + (index / points) * Math.PI;
      return [centre + radius * Math.cos(angle), radius * Math.sin(angle)];
    });
  return [...half(straight, -Math.PI / 2), ...half(-straight, Math.PI / 2)];
};

/** A rectangle with cut corners. */
export const chamfered = (width: number, depth: number, cut: number): Spot[] => {
  const [w, d] = [width / 2, depth / 2];
  return [
    [-w + cut, -d],
    [w - cut, -d],
    [w, -d + cut],
    [w, d - cut],
    [w - cut, d],
    [-w + cut, d],
    [-w, d - cut],
    [-w, -d + cut],
  ];
};
