/** A point in WGS-84 degrees, as GeoJSON writes it: [longitude, latitude]. */
export type Point = readonly [lon: number, lat: number];

const earthRadius = 6_371_008.8;
const radians = (degrees: number) => (degrees * Math.PI) / 180;

/** Great-circle distance in metres (haversine, mean earth radius; error below 0.6 % of the ellipsoid's). */
export function distanceMetres(a: Point, b: Point): number {
  const half =
    Math.sin(radians(b[1] - a[1]) / 2) ** 2 +
    Math.cos(radians(a[1])) * Math.cos(radians(b[1])) * Math.sin(radians(b[0] - a[0]) / 2) ** 2;
  return 2 * earthRadius * Math.asin(Math.min(1, Math.sqrt(half)));
}

/** The point at a share (0 to 1) of the way from a to b; straight in degrees, exact enough inside a campus. */
export const between = (a: Point, b: Point, share: number): Point => [
  a[0] + (b[0] - a[0]) * share,
  a[1] + (b[1] - a[1]) * share,
];
