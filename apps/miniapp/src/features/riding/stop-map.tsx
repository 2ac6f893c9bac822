import { useWords } from "@/features/i18n";
import { useSession } from "@/features/session";
import type { Outputs } from "@/rpc";
import { CampusMap } from "@/ui/map";
import { usePosition } from "./position-store";
import { ridingWords } from "./riding-words";
import type { Stop } from "./route-order";
import { useDeeds } from "./use-deeds";

/** Shop, door, the way between them and the rider. */
export function StopMap({
  stop,
  route,
  size,
}: {
  stop: Stop;
  route: Outputs["delivery"]["route"] | null;
  size: "card" | "tall";
}) {
  const t = useWords(ridingWords);
  const deeds = useDeeds();
  const campusId = useSession((state) => state.campusId);
  const here = usePosition((state) => state.here);
  const { task } = stop;
  const shop = deeds.shop(task);
  const place = deeds.place(task);
  return (
    <CampusMap
      campusId={campusId}
      size={size}
      centre={stop.point}
      label={t("map", { shop, place })}
      markers={[
        { id: "shop", kind: "shop" as const, point: task.shop.point, label: shop },
        { id: "door", kind: "dorm" as const, point: task.place.point, label: place },
        ...(here ? [{ id: "rider", kind: "rider" as const, point: here, label: "" }] : []),
      ]}
      {...(route ? { route: route.path } : {})}
      followsRider={size === "tall"}
    />
  );
}
