import { useMemo } from "react";
import { useName } from "../../ui/language.tsx";
import { type CampusMap, namedBuildings } from "./campus-map.ts";
import { MapMarker } from "./map-marker.tsx";

/** Names of the buildings that nothing else names; they show when the map is near enough to read them. */
export function BuildingNames({ campus, except }: { campus: CampusMap; except: ReadonlySet<string> }) {
  const name = useName();
  const buildings = useMemo(
    () => namedBuildings(campus).filter((building) => !except.has(building.name)),
    [campus, except],
  );
  return buildings.map((building) => (
    <MapMarker key={`${building.name}${building.at.join()}`} at={building.at} layer={0}>
      <span className="map-name">{name(building)}</span>
    </MapMarker>
  ));
}
