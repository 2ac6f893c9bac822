import { distanceMetres, type Point } from "@sanqi/kernel";

/** Metres left along the way: from the way's point nearest to the rider to its end, in steps of ten. */
export function metresLeft(path: readonly Point[], rider: Point): number {
  if (path.length === 0) return 0;
  let nearest = 0;
  path.forEach((point, index) => {
    if (distanceMetres(point, rider) < distanceMetres(path[nearest] ?? point, rider)) nearest = index;
  });
  const rest = path.slice(nearest);
  const along = rest.reduce(
    (sum, point, index) =>
      sum + (index === 0 ? distanceMetres(rider, point) : distanceMetres(rest[index - 1] ?? point, point)),
    0,
  );
  return Math.round(along / 10) * 10;
}
