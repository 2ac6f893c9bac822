import type { PlaceId } from "@sanqi/kernel";
import { View } from "@tarojs/components";
import { useDidShow } from "@tarojs/taro";
import { useState } from "react";
import { usePlace } from "@/features/campus/campus-store";
import { FirstPlace } from "@/features/campus/first-place";
import { useWords } from "@/features/i18n";
import { type Load, LoadGate, useLoad } from "@/features/loading";
import { LiveBar } from "@/features/orders/live-bar";
import { splitRunning } from "@/features/orders/running";
import { useOrderWatch } from "@/features/orders/use-order-watch";
import { SessionGate, useSession } from "@/features/session";
import { HomeHead } from "@/features/shops/home-head";
import { homeWords } from "@/features/shops/home-words";
import { type ShopCard as Shop, soonest } from "@/features/shops/shop-filters";
import { ShopList } from "@/features/shops/shop-list";
import { StaleNote } from "@/features/shops/stale-note";
import { api, type Outputs } from "@/rpc";
import { Page, Skeleton } from "@/ui";
import "./index.scss";

type Orders = Outputs["orders"]["list"];

function Content({ shops, placeId }: { shops: Load<Shop[] | null>; placeId: PlaceId | null }) {
  const place = usePlace(placeId);
  if (!placeId) return <FirstPlace />;
  return (
    <>
      <HomeHead place={place} soon={shops.data ? soonest(shops.data) : "unknown"} />
      <StaleNote load={shops} />
      <LoadGate
        load={shops}
        skeleton={
          <View className="home-wait">
            <Skeleton count={5} />
          </View>
        }
      >
        {(data) => <ShopList shops={data ?? []} />}
      </LoadGate>
    </>
  );
}

export default function HomePage() {
  const t = useWords(homeWords);
  const ready = useSession((state) => state.status === "ready");
  const placeId = useSession((state) => state.placeId);
  const shops = useLoad<Shop[] | null>(
    async () => (ready && placeId ? api.catalog.shops.query({ placeId }) : null),
    [ready, placeId],
  );
  const orders = useLoad<Orders | null>(
    async () => (ready ? api.orders.list.query({ before: null }) : null),
    [ready],
  );
  const [seen, setSeen] = useState(false);
  useDidShow(() => {
    // the first showing has just loaded; later ones come back from a shop or an order
    if (seen && ready) void Promise.all([shops.reload(), orders.reload()]);
    setSeen(true);
  });
  const { running } = splitRunning(orders.data?.orders ?? []);
  const first = running[0] ?? null;
  useOrderWatch({
    orderId: first?.orderId ?? null,
    version: 0,
    onOrder: (order) =>
      orders.put(
        (now) =>
          now && {
            ...now,
            orders: now.orders.map((card) => (card.orderId === order.orderId ? order : card)),
          },
      ),
  });
  return (
    <Page
      title={t("title")}
      tab
      className="home-page"
      onRefresh={() => Promise.all([shops.reload(), orders.reload()])}
      bottom={first ? <LiveBar order={first} others={running.length - 1} /> : null}
    >
      <SessionGate
        skeleton={
          <View className="home-wait">
            <Skeleton shape="block" height={96} />
            <Skeleton count={5} />
          </View>
        }
      >
        <Content shops={shops} placeId={placeId} />
      </SessionGate>
    </Page>
  );
}
