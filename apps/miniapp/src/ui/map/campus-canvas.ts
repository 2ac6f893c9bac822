import type { Point } from "@sanqi/kernel";
import { type GeoJSONSource, Map as LibreMap, LngLatBounds, Marker } from "maplibre-gl";
import "maplibre-gl/dist/maplibre-gl.css";
import { host } from "../../platform/host";
import { apiBase } from "../../rpc/api-base";
import type { CampusMapProps, MapMarker } from "./campus-map-props";
import { campusStyle } from "./campus-style";
import { glided, glideMs, isLeap } from "./glide";
import { nameElement, pinElement } from "./map-elements";
import { placeNames, withoutOverlap } from "./place-names";

export type CampusCanvas = { show(props: CampusMapProps): void; close(): void };

const lonLat = (point: Point): [number, number] => [point[0], point[1]];
const line = (points: readonly Point[]): GeoJSON.Feature => ({
  type: "Feature",
  properties: {},
  geometry: { type: "LineString", coordinates: points.map(lonLat) },
});

const campuses = new Map<string, Promise<GeoJSON.FeatureCollection>>();
function campusMap(campusId: string): Promise<GeoJSON.FeatureCollection> {
  const known = campuses.get(campusId);
  if (known) return known;
  const asked = fetch(`${apiBase()}/campus/${campusId}/map.geojson`).then((answer) => {
    if (!answer.ok) throw new Error(`no map: ${answer.status}`);
    return answer.json() as Promise<GeoJSON.FeatureCollection>;
  });
  campuses.set(campusId, asked);
  asked.catch(() => campuses.delete(campusId));
  return asked;
}

/** Moves a marker to where it is now; a new move starts from wherever the last one had come. */
function walk(marker: Marker, to: Point): void {
  const at = marker.getLngLat();
  const from: Point = [at.lng, at.lat];
  if (host.reducedMotion() || isLeap(from, to)) {
    marker.setLngLat(lonLat(to));
    return;
  }
  const start = performance.now();
  const target = `${to[0]},${to[1]}`;
  marker.getElement().dataset.target = target;
  const step = (now: number) => {
    if (marker.getElement().dataset.target !== target) return;
    marker.setLngLat(lonLat(glided(from, to, now - start)));
    if (now - start < glideMs) requestAnimationFrame(step);
  };
  requestAnimationFrame(step);
}

/** Draws a campus into a box and keeps it up to date; throws where the browser has no WebGL. */
export function openCampusCanvas(
  box: HTMLElement,
  options: { campusId: string; still: boolean; first: CampusMapProps },
): CampusCanvas {
  let props = options.first;
  let ready = false;
  const pins = new Map<string, Marker>();
  const names: Marker[] = [];
  const map = new LibreMap({
    container: box,
    style: campusStyle({ type: "FeatureCollection", features: [] }, host.dark()),
    center: lonLat(props.centre),
    zoom: 15.5,
    maxZoom: 19,
    attributionControl: false,
    interactive: !options.still,
    fadeDuration: 0,
  });

  const fit = (animate: boolean) => {
    const points = [...props.markers.map((marker) => marker.point), ...(props.route ?? [])];
    if (points.length === 0) return;
    const bounds = points.reduce((all, point) => all.extend(lonLat(point)), new LngLatBounds());
    map.fitBounds(bounds, {
      padding: { top: 64, right: 40, bottom: 24, left: 40 },
      maxZoom: 17.5,
      animate,
      duration: 200,
    });
  };

  const placePin = (marker: MapMarker) => {
    const pin = pins.get(marker.id);
    if (pin) return walk(pin, marker.point);
    const made = new Marker({ element: pinElement(marker), anchor: "bottom" })
      .setLngLat(lonLat(marker.point))
      .addTo(map);
    pins.set(marker.id, made);
  };

  const draw = () => {
    const wanted = new Set(props.markers.map((marker) => marker.id));
    for (const [id, pin] of pins) if (!wanted.has(id)) pins.delete(id) && pin.remove();
    props.markers.forEach(placePin);
    if (!ready) return;
    const put = (source: string, points: readonly Point[] | undefined) =>
      map
        .getSource<GeoJSONSource>(source)
        ?.setData({ type: "FeatureCollection", features: points && points.length > 1 ? [line(points)] : [] });
    put("route", props.route);
    put("outline", props.outline);
    const rider = props.followsRider ? props.markers.find((marker) => marker.kind === "rider") : undefined;
    if (rider && !inView(rider.point))
      map.easeTo({ center: lonLat(rider.point), duration: host.reducedMotion() ? 0 : glideMs });
  };

  const inView = (point: Point): boolean => {
    const { x, y } = map.project(lonLat(point));
    const { clientWidth: w, clientHeight: h } = box;
    return x > 28 && x < w - 28 && y > 64 && y < h - 8;
  };

  const at = (marker: Marker) => {
    const { x, y } = map.project(marker.getLngLat());
    return { x, y };
  };

  const tidyNames = () => {
    const pinBoxes = [...pins.values()].map((pin) => ({ ...at(pin), width: 56, height: 96 }));
    const nameBoxes = names.map((name) => {
      const element = name.getElement();
      const size = { width: element.offsetWidth + 8, height: element.offsetHeight + 4 };
      return { ...at(name), ...size };
    });
    const free = withoutOverlap([...pinBoxes, ...nameBoxes]).slice(pinBoxes.length);
    for (const [index, name] of names.entries())
      name.getElement().classList.toggle("is-hidden", !free[index]);
  };

  map.on("load", () => {
    void campusMap(options.campusId)
      .then((campus) => {
        map.setStyle(campusStyle(campus, host.dark()), { diff: false });
        for (const name of placeNames(campus))
          names.push(new Marker({ element: nameElement(name) }).setLngLat(lonLat(name.point)).addTo(map));
        map.once("idle", () => {
          ready = true;
          draw();
          tidyNames();
          box.dataset.ready = "true";
        });
      })
      .catch(() => undefined);
  });
  map.on("moveend", tidyNames);
  fit(false);
  draw();

  return {
    show(next) {
      const first = props.markers.length === 0 && !props.route?.length;
      props = next;
      draw();
      if (first) fit(!host.reducedMotion());
    },
    close: () => map.remove(),
  };
}
