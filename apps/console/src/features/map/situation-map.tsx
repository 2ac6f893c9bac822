import { HomeOutlined, ShopOutlined } from "@ant-design/icons";
import { useMemo } from "react";
import { useSay } from "../../ui/language.tsx";
import { BuildingNames } from "./building-names.tsx";
import type { Campus } from "./campus-map.ts";
import { type FlowLine, FlowLines } from "./flow-lines.tsx";
import { MapCanvas } from "./map-canvas.tsx";
import { MapMarker } from "./map-marker.tsx";
import { type Door, groupNames, type Kitchen } from "./situation.ts";

/** What is chosen on the map: a kitchen's building or a door, by name. */
export type Chosen = { readonly kind: "kitchen" | "door"; readonly name: string } | null;

type Props = {
  campus: Campus;
  kitchens: readonly Kitchen[];
  doors: readonly Door[];
  lines: readonly FlowLine[];
  chosen: Chosen;
  onChoose: (chosen: Chosen) => void;
};

export function SituationMap({ campus, kitchens, doors, lines, chosen, onChoose }: Props) {
  const say = useSay();
  const named = useMemo(
    () => new Set([...kitchens, ...doors].map((marked) => marked.name)),
    [kitchens, doors],
  );
  const groups = useMemo(() => groupNames(doors), [doors]);
  const pin = (kind: "kitchen" | "door", marked: Kitchen | Door) => {
    const active = chosen?.kind === kind && chosen.name === marked.name;
    const state = `${marked.orders === 0 ? " pin-idle" : ""}${marked.late > 0 ? " pin-late" : ""}`;
    return (
      <button
        type="button"
        className={`map-pin pin-${kind}${state}`}
        aria-pressed={active}
        aria-label={say(
          `${marked.name}：${marked.orders} 单进行中，${marked.late} 单超时`,
          `${marked.name}: ${marked.orders} running, ${marked.late} late`,
        )}
        onClick={() => onChoose(active ? null : { kind, name: marked.name })}
      >
        {kind === "kitchen" ? <ShopOutlined /> : <HomeOutlined />}
        <span className="pin-name">{marked.name}</span>
        {marked.orders > 0 && <b>{marked.orders}</b>}
      </button>
    );
  };
  return (
    <MapCanvas
      campus={campus}
      bounds={campus.bounds}
      padding={24}
      controls
      label={say("校园地图", "Campus map")}
    >
      <BuildingNames campus={campus.map} except={named} />
      <FlowLines lines={lines} />
      {groups.map((group) => (
        <MapMarker key={group.name} at={group.point}>
          <span className="map-group">{group.name}</span>
        </MapMarker>
      ))}
      {doors.map((door) => (
        <MapMarker key={door.name} at={door.point} layer={door.orders > 0 ? 3 : 2}>
          {pin("door", door)}
        </MapMarker>
      ))}
      {kitchens.map((kitchen) => (
        <MapMarker key={kitchen.name} at={kitchen.point} layer={4}>
          {pin("kitchen", kitchen)}
        </MapMarker>
      ))}
    </MapCanvas>
  );
}
