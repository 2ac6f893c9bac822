import type { Point } from "@sanqi/kernel";
import { Text, View } from "@tarojs/components";
import { useSay, useWords } from "@/features/i18n";
import { useAction, useLoad } from "@/features/loading";
import type { OrderView, RiderPosition } from "@/features/orders/use-order-watch";
import { useSession } from "@/features/session";
import { dial } from "@/platform/dial";
import { api, type Outputs } from "@/rpc";
import { Avatar, Button, Card, Icon, toast } from "@/ui";
import { CampusMap, type MapMarker } from "@/ui/map";
import { metresLeft } from "./rider-way";
import { trackWords } from "./track-words";
import "./rider-map.scss";

type Route = Outputs["delivery"]["route"];

/** The way from shop to door with the rider on it, and the phone. */
export function RiderMap({ order, seen }: { order: OrderView; seen: RiderPosition | null }) {
  const t = useWords(trackWords);
  const say = useSay();
  const campusId = useSession((state) => state.campusId);
  const route = useLoad<Route>(
    () => api.delivery.route.query({ orderId: order.orderId }),
    [order.orderId, order.fulfilment],
  );
  const call = useAction(async () => {
    const { number } = await api.delivery.dial.mutate({ orderId: order.orderId });
    toast(t("callHint"));
    dial(number);
  });
  const shop = say({ zh: order.shop.name, en: order.shop.nameEn });
  const place = say({ zh: order.place.name, en: order.place.nameEn });
  const path: readonly Point[] = route.data?.path ?? [];
  const carrying = order.fulfilment === "pickedUp";
  const at = carrying ? (seen ?? route.data?.rider ?? null) : null;
  const name = order.rider?.name ?? "";
  const away = at && path.length > 0 ? t("riderMetres", { metres: metresLeft(path, at.point) }) : "";
  const whole = route.data ? t("shopToYou", { metres: Math.round(route.data.metres / 10) * 10 }) : "";
  const rider = order.rider ? t("riderName", { name }) : t("noRider");
  const markers: MapMarker[] = [
    { id: "shop", kind: "shop", point: order.shopPoint, label: shop },
    { id: "dorm", kind: "dorm", point: order.place.point, label: place },
    ...(at ? [{ id: "rider", kind: "rider" as const, point: at.point, label: name }] : []),
  ];
  return (
    <Card flush>
      <View id="order-map" className="rider-map">
        <CampusMap
          campusId={campusId}
          centre={order.place.point}
          markers={markers}
          route={path}
          followsRider={carrying}
          size="card"
          label={t("mapLabel", { shop, place, rider: `${rider} ${away}` })}
        />
      </View>
      <View className="rider-row">
        {order.rider ? (
          <Avatar name={name} />
        ) : (
          <View className="rider-row__wait">
            <Icon name="bike" size={24} />
          </View>
        )}
        <View className="rider-row__main">
          <Text className="rider-row__name">{rider}</Text>
          <Text id="rider-away" className="rider-row__text">
            {away || whole}
          </Text>
        </View>
        {order.can.call ? (
          <Button
            id="call-rider"
            kind="quiet"
            size="s"
            icon="phone"
            loading={call.busy}
            onTap={() => void call.run()}
          >
            {t("call")}
          </Button>
        ) : null}
      </View>
    </Card>
  );
}
