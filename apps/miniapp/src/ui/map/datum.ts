import type { Point } from "@sanqi/kernel";

/**
 * WGS-84 and GCJ-02. China's map services draw on GCJ-02, a grid bent away from WGS-84 by up to some 700 m. The bending
 * is the widely published approximation (series of sines over longitude − 105 and latitude − 35, scaled by the radii of
 * curvature of the Krasovsky 1940 ellipsoid; see the projects eviltransform and coordtransform), good to about a metre.
 */
const axis = 6_378_245;
const flatness = 0.006_693_421_622_965_943;

/** Heights in metres and how many half turns each wave makes per degree. */
type Waves = readonly (readonly [height: number, rate: number])[];
const shared: Waves = [
  [20, 6],
  [20, 2],
];
const eastWaves: Waves = [
  [20, 1],
  [40, 1 / 3],
  [150, 1 / 12],
  [300, 1 / 30],
];
const northWaves: Waves = [
  [20, 1],
  [40, 1 / 3],
  [160, 1 / 12],
  [320, 1 / 30],
];

const sum = (degrees: number, waves: Waves): number =>
  (waves.reduce((total, [height, rate]) => total + height * Math.sin(degrees * Math.PI * rate), 0) * 2) / 3;

const eastward = (x: number, y: number): number =>
  300 +
  x +
  2 * y +
  0.1 * x * x +
  0.1 * x * y +
  0.1 * Math.sqrt(Math.abs(x)) +
  sum(x, shared) +
  sum(x, eastWaves);

const northward = (x: number, y: number): number =>
  -100 +
  2 * x +
  3 * y +
  0.2 * y * y +
  0.1 * x * y +
  0.2 * Math.sqrt(Math.abs(x)) +
  sum(x, shared) +
  sum(y, northWaves);

/** Outside this frame the map services use WGS-84 itself. */
const insideChina = ([lon, lat]: Point): boolean =>
  lon >= 72.004 && lon <= 137.8347 && lat >= 0.8293 && lat <= 55.8271;

/** WGS-84 degrees to what the hosts' native maps expect. */
export function toGcj02(point: Point): Point {
  if (!insideChina(point)) return point;
  const [lon, lat] = point;
  const radians = (lat * Math.PI) / 180;
  const curve = 1 - flatness * Math.sin(radians) ** 2;
  const perLat = ((axis * (1 - flatness)) / (curve * Math.sqrt(curve))) * (Math.PI / 180);
  const perLon = (axis / Math.sqrt(curve)) * Math.cos(radians) * (Math.PI / 180);
  return [lon + eastward(lon - 105, lat - 35) / perLon, lat + northward(lon - 105, lat - 35) / perLat];
}

/** The way back by correcting a guess: four rounds leave less than a millimetre. */
export function fromGcj02(point: Point): Point {
  let guess = point;
  for (let round = 0; round < 4; round += 1) {
    const seen = toGcj02(guess);
    guess = [guess[0] + point[0] - seen[0], guess[1] + point[1] - seen[1]];
  }
  return guess;
}

/** A measured position as the server wants it. */
export const toWgs84 = (position: { point: Point; datum: "wgs84" | "gcj02" }): Point =>
  position.datum === "wgs84" ? position.point : fromGcj02(position.point);
