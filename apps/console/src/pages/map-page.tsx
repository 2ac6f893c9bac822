import { chinaDay } from "@sanqi/kernel";
import { Button, Skeleton } from "antd";
import { useMemo, useState } from "react";
import { useCampusMap } from "../features/map/campus-map.ts";
import { RunningList } from "../features/map/running-list.tsx";
import { doorsOf, isRunningRow, kitchensOf } from "../features/map/situation.ts";
import { type Chosen, SituationMap } from "../features/map/situation-map.tsx";
import { usePlaces } from "../features/map/use-places.ts";
import { isLate } from "../features/orders/lateness.ts";
import { useOrders } from "../features/orders/use-orders.ts";
import { useShops } from "../features/shops/use-shops.ts";
import { useAppearance } from "../ui/appearance.tsx";
import { useNow } from "../ui/clock.ts";
import { FailureNotice } from "../ui/failure-notice.tsx";
import { useSay } from "../ui/language.tsx";
import { PageHead } from "../ui/page-head.tsx";
import { tokens } from "../ui/tokens.ts";
import "../styles/map.css";

export function MapPage() {
  const say = useSay();
  const now = useNow(15_000);
  const { appearance } = useAppearance();
  const campus = useCampusMap();
  const orders = useOrders(chinaDay(now));
  const shops = useShops();
  const places = usePlaces();
  const [chosen, setChosen] = useState<Chosen>(null);
  const [pointed, setPointed] = useState<string | null>(null);

  const rows = useMemo(() => (orders.data ?? []).filter(isRunningRow), [orders.data]);
  const kitchens = useMemo(() => kitchensOf(shops.data ?? [], rows, now), [shops.data, rows, now]);
  const doors = useMemo(() => doorsOf(places.data ?? [], rows, now), [places.data, rows, now]);
  const shown = useMemo(() => {
    if (!chosen) return rows;
    if (chosen.kind === "door") return rows.filter((row) => row.placeName === chosen.name);
    const shopNames = kitchens.find((kitchen) => kitchen.name === chosen.name)?.shopNames ?? [];
    return rows.filter((row) => shopNames.includes(row.shopName));
  }, [rows, chosen, kitchens]);
  const lines = useMemo(() => {
    const danger = tokens[appearance].danger;
    return shown.flatMap((row) => {
      const from = shops.data?.find((shop) => shop.name === row.shopName)?.point;
      const to = places.data?.find((place) => place.name === row.placeName)?.point;
      const strong = row.orderId === pointed;
      if (!from || !to || (!strong && !chosen && row.stage !== "onTheWay")) return [];
      return [{ from, to, strong, ...(isLate(row, now) && { colour: danger }) }];
    });
  }, [shown, shops.data, places.data, pointed, chosen, appearance, now]);

  const failed = campus.error ?? orders.error ?? shops.error ?? places.error;
  return (
    <div className="page page-fill">
      <PageHead
        title={say("校园地图", "Campus map")}
        note={say(
          "点厨房或楼栋，只看它的订单；指向一单，看它的去向",
          "Press a kitchen or a building to see only its orders; point at one to see its way",
        )}
      />
      {failed && !campus.data ? (
        <FailureNotice error={failed} onRetry={() => void campus.refetch()} />
      ) : (
        <div className="map-page">
          {campus.data && shops.data && places.data ? (
            <SituationMap
              campus={campus.data}
              kitchens={kitchens}
              doors={doors}
              lines={lines}
              chosen={chosen}
              onChoose={setChosen}
            />
          ) : (
            <div className="map-frame" aria-busy="true" />
          )}
          <aside className="map-side" aria-label={say("进行中的订单", "Running orders")}>
            {chosen && (
              <p className="map-chosen">
                <strong>{chosen.name}</strong>
                <Button size="small" type="text" onClick={() => setChosen(null)}>
                  {say("看全部", "Show all")}
                </Button>
              </p>
            )}
            {orders.data ? (
              <RunningList rows={shown} now={now} onPoint={setPointed} />
            ) : (
              <Skeleton active paragraph={{ rows: 8 }} />
            )}
          </aside>
        </div>
      )}
    </div>
  );
}
