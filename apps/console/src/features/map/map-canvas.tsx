import type { Map as MapLibre } from "maplibre-gl";
import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from "react";
import { useAppearance } from "../../ui/appearance.tsx";
import { useSay } from "../../ui/language.tsx";
import type { Bounds, Campus } from "./campus-map.ts";
import { campusStyle } from "./campus-style.ts";
import { maplibre } from "./maplibre.ts";

const MapContext = createContext<MapLibre | null>(null);

/** The drawn map, inside MapCanvas. */
export const useMap = () => useContext(MapContext);

type Props = {
  campus: Campus;
  /** What to show at first. */
  bounds: Bounds;
  label: string;
  /** Free space around the bounds, px. */
  padding?: number;
  controls?: boolean;
  children?: ReactNode;
};

/** A map of the campus; children (markers, flows) live on it once it is drawn. Another appearance draws it anew. */
export function MapCanvas({ campus, bounds, label, padding = 40, controls = false, children }: Props) {
  const say = useSay();
  const { appearance } = useAppearance();
  const box = useRef<HTMLDivElement>(null);
  const [map, setMap] = useState<MapLibre | null>(null);
  const [west, south, east, north] = bounds;

  useEffect(() => {
    const container = box.current;
    if (!container) return;
    const made = new maplibre.Map({
      container,
      style: campusStyle(campus.map, appearance),
      bounds: [west, south, east, north],
      fitBoundsOptions: { padding, maxZoom: 17.2 },
      maxZoom: 19,
      minZoom: 13,
      dragRotate: false,
      pitchWithRotate: false,
      attributionControl: false,
      locale: {
        "NavigationControl.ZoomIn": say("放大", "Zoom in"),
        "NavigationControl.ZoomOut": say("缩小", "Zoom out"),
        "Map.Title": label,
      },
    });
    made.touchZoomRotate.disableRotation();
    if (controls) made.addControl(new maplibre.NavigationControl({ showCompass: false }), "bottom-right");
    const zoomed = () => {
      container.dataset.near = String(made.getZoom() >= 15.6);
    };
    made.on("zoom", zoomed);
    // A drawer gives its size late: until somebody moves the map, every new size fits it again.
    let untouched = true;
    made.on("movestart", ({ originalEvent }) => {
      if (originalEvent) untouched = false;
    });
    made.on("resize", () => {
      if (untouched) made.fitBounds([west, south, east, north], { padding, maxZoom: 17.2, animate: false });
    });
    made.once("load", () => {
      zoomed();
      setMap(made);
    });
    return () => {
      setMap(null);
      made.remove();
    };
  }, [campus.map, appearance, west, south, east, north, padding, controls, label, say]);

  return (
    <div className="map-frame">
      <div ref={box} className="map-canvas" />
      {map && <MapContext.Provider value={map}>{children}</MapContext.Provider>}
      {campus.attribution && <span className="map-credit">{campus.attribution}</span>}
    </div>
  );
}
