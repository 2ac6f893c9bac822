import { useEffect, useRef, useState } from "react";
import type { CampusCanvas } from "./campus-canvas";
import type { CampusMapProps } from "./campus-map-props";
import "./map.scss";

export type { CampusMapProps, MapMarker } from "./campus-map-props";

/** The campus's own GeoJSON on MapLibre, which is fetched only when a map is really shown. */
export function CampusMap(props: CampusMapProps) {
  const box = useRef<HTMLDivElement>(null);
  const canvas = useRef<CampusCanvas | null>(null);
  const latest = useRef(props);
  latest.current = props;
  const [failed, setFailed] = useState(false);
  const { campusId, size = "card", label } = props;

  useEffect(() => {
    let gone = false;
    void import("./campus-canvas")
      .then(({ openCampusCanvas }) => {
        if (gone || !box.current) return;
        canvas.current = openCampusCanvas(box.current, {
          campusId,
          still: size === "card",
          first: latest.current,
        });
      })
      .catch(() => setFailed(true));
    return () => {
      gone = true;
      canvas.current?.close();
      canvas.current = null;
    };
  }, [campusId, size]);

  useEffect(() => {
    canvas.current?.show(props);
  });

  return (
    <div className={`sq-map is-${size}`} role="img" aria-label={label}>
      {failed ? (
        <div className="sq-map__failed">{`这台设备不能显示地图 No map on this device\n${label}`}</div>
      ) : (
        <div ref={box} className="sq-map__canvas" />
      )}
    </div>
  );
}
