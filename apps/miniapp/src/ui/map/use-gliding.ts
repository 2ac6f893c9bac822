import type { Point } from "@sanqi/kernel";
import { useEffect, useRef, useState } from "react";
import { host } from "../../platform/host";
import type { MapMarker } from "./campus-map-props";
import { glided, glideMs, isLeap } from "./glide";

const frameMs = 100;

/** The rider's marker walks to its new place in small steps; the hosts' own animations differ and DingTalk has none. */
export function useGliding(markers: readonly MapMarker[]): readonly MapMarker[] {
  const rider = markers.find((marker) => marker.kind === "rider");
  const here = useRef<Point | null>(null);
  const [shown, setShown] = useState<Point | null>(null);
  const lon = rider?.point[0];
  const lat = rider?.point[1];
  useEffect(() => {
    if (lon === undefined || lat === undefined) return;
    const to: Point = [lon, lat];
    const from = here.current;
    const show = (point: Point) => {
      here.current = point;
      setShown(point);
    };
    if (!from || host.reducedMotion() || isLeap(from, to)) return show(to);
    const start = Date.now();
    const timer = setInterval(() => {
      const elapsed = Date.now() - start;
      show(glided(from, to, elapsed));
      if (elapsed >= glideMs) clearInterval(timer);
    }, frameMs);
    return () => clearInterval(timer);
  }, [lon, lat]);
  return markers.map((marker) => (marker.kind === "rider" && shown ? { ...marker, point: shown } : marker));
}
