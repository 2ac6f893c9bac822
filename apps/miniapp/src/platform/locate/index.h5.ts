import { err, ok } from "@sanqi/kernel";
import type { Locate } from "./locate-port";

export type { Locate, LocateRefusal, Position } from "./locate-port";

export const locate: Locate = () =>
  new Promise((resolve) => {
    if (!navigator.geolocation) return resolve(err({ kind: "unavailable", detail: "no geolocation" }));
    navigator.geolocation.getCurrentPosition(
      ({ coords, timestamp }) =>
        resolve(
          ok({
            point: [coords.longitude, coords.latitude],
            datum: "wgs84",
            accuracyMetres: coords.accuracy,
            at: timestamp,
          }),
        ),
      (failure) =>
        resolve(
          err({
            kind: failure.code === failure.PERMISSION_DENIED ? "denied" : "unavailable",
            detail: failure.message,
          }),
        ),
      { enableHighAccuracy: true, timeout: 8000, maximumAge: 2000 },
    );
  });
