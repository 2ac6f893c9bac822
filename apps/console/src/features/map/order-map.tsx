import { HomeOutlined, ShopOutlined } from "@ant-design/icons";
import type { Point } from "@sanqi/kernel";
import { useMemo } from "react";
import { useSay } from "../../ui/language.tsx";
import { boundsOf, useCampusMap } from "./campus-map.ts";
import { FlowLines } from "./flow-lines.tsx";
import { MapCanvas } from "./map-canvas.tsx";
import { MapMarker } from "./map-marker.tsx";
import "../../styles/map.css";

type Props = { from: Point; to: Point; shop: string; place: string };

/** Where one order is cooked and where it goes. */
export function OrderMap({ from, to, shop, place }: Props) {
  const say = useSay();
  const campus = useCampusMap();
  const bounds = useMemo(() => boundsOf([from, to]), [from, to]);
  const lines = useMemo(() => [{ from, to, strong: true }], [from, to]);
  if (campus.isError)
    return <p className="faint small">{say("地图暂时读不到", "The map cannot be read just now")}</p>;
  if (!campus.data) return <div className="map-canvas" aria-busy="true" />;
  return (
    <MapCanvas
      campus={campus.data}
      bounds={bounds}
      padding={56}
      label={say(`${shop} 到 ${place}`, `${shop} to ${place}`)}
    >
      <FlowLines lines={lines} />
      <MapMarker at={from} anchor="bottom" layer={2}>
        <span className="map-pin pin-kitchen">
          <ShopOutlined /> {shop}
        </span>
      </MapMarker>
      <MapMarker at={to} anchor="bottom" layer={2}>
        <span className="map-pin pin-door">
          <HomeOutlined /> {place}
        </span>
      </MapMarker>
    </MapCanvas>
  );
}
