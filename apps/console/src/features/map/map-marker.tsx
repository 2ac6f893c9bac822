import type { Point } from "@sanqi/kernel";
import { type ReactNode, useEffect, useState } from "react";
import { createPortal } from "react-dom";
import { useMap } from "./map-canvas.tsx";
import { maplibre } from "./maplibre.ts";

type Props = { at: Point; anchor?: "bottom" | "center" | "top"; layer?: number; children: ReactNode };

/** HTML that stands on a point of the map; a higher `layer` lies above. */
export function MapMarker({ at, anchor = "center", layer = 1, children }: Props) {
  const map = useMap();
  const [element] = useState(() => document.createElement("div"));
  const [lon, lat] = at;
  useEffect(() => {
    if (!map) return;
    element.style.zIndex = String(layer);
    const marker = new maplibre.Marker({ element, anchor }).setLngLat([lon, lat]).addTo(map);
    return () => {
      marker.remove();
    };
  }, [map, element, anchor, layer, lon, lat]);
  return createPortal(children, element);
}
