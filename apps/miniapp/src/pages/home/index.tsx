import type { PlaceId } from "@sanqi/kernel";
import { View } from "@tarojs/components";
import Taro, { useDidShow } from "@tarojs/taro";
import { useState } from "react";
import { usePlace, usePlaces } from "@/features/campus/campus-store";
import { campusWords } from "@/features/campus/campus-words";
import { groupPlaces } from "@/features/campus/place-groups";
import { PlacePicker } from "@/features/campus/place-picker";
import { useSay, useWords } from "@/features/i18n";
import { type Load, LoadGate, useAction, useLoad } from "@/features/loading";
import { LiveBar } from "@/features/orders/live-bar";
import { splitRunning } from "@/features/orders/running";
import { useOrderWatch } from "@/features/orders/use-order-watch";
import { SessionGate, useSession } from "@/features/session";
import { FilterChips } from "@/features/shops/filter-chips";
import { HomeHead } from "@/features/shops/home-head";
import { homeWords } from "@/features/shops/home-words";
import { ShopCard } from "@/features/shops/shop-card";
import { categoriesOf, filterShops, fitFilters, type ShopCard as Shop, soonest } from "@/features/shops/shop-filters";
import { shopWords } from "@/features/shops/shop-words";
import { useShops } from "@/features/shops/shops-store";
import { api, type Outputs } from "@/rpc";
import { EmptyState, ErrorState, Page, Skeleton } from "@/ui";
import "./index.scss";

type Orders = Outputs["orders"]["list"];

/** The first visit asks where to deliver, in the page itself: nothing pops up. */
function FirstPlace() {
  const t = useWords(campusWords);
  const say = useSay();
  const { places, failure, reload } = usePlaces();
  const choose = useAction((placeId: PlaceId) => useSession.getState().choosePlace(placeId));
  if (failure) return <ErrorState message={say(failure.words)} code={failure.code} traceId={failure.traceId} retryLabel={say({ zh: "重试", en: "Try again" })} onRetry={() => void reload()} />;
  if (!places) return <Skeleton shape="block" height={160} count={3} />;
  return (
    <View id="first-place">
      <View className="home-ask">
        <View className="home-ask__title">{t("whereTo")}</View>
        <View className="home-ask__text">{t("whereToText")}</View>
      </View>
      <PlacePicker groups={groupPlaces(places, "")} chosen={null} onChoose={(placeId) => void choose.run(placeId)} />
    </View>
  );
}

function ShopList({ shops }: { shops: readonly Shop[] }) {
  const t = useWords(shopWords);
  const { filters: kept, clearFilters } = useShops();
  const filters = fitFilters(kept, shops);
  const passing = filterShops(shops, filters);
  if (shops.length === 0)
    return <EmptyState art="road" title={t("noShops")} text={t("noShopsText")} action={{ label: t("changePlace"), onTap: () => void Taro.navigateTo({ url: "/pages/order/place/index" }) }} />;
  return (
    <>
      <View className="home-filters">
        <FilterChips filters={filters} categories={categoriesOf(shops)} />
      </View>
      {passing.length === 0 ? (
        <EmptyState art="bowl" title={t("noneMatch")} text={t("noneMatchText")} action={{ label: t("clearFilters"), onTap: clearFilters }} />
      ) : (
        passing.map((shop) => <ShopCard key={shop.shopId} shop={shop} now={Date.now()} />)
      )}
    </>
  );
}

function Content({ shops, placeId }: { shops: Load<Shop[] | null>; placeId: PlaceId | null }) {
  const place = usePlace(placeId);
  if (!placeId) return <FirstPlace />;
  return (
    <>
      <HomeHead place={place} soon={shops.data ? soonest(shops.data) : null} />
      <LoadGate load={shops} skeleton={<Skeleton count={5} />}>{(data) => <ShopList shops={data ?? []} />}</LoadGate>
    </>
  );
}

export default function HomePage() {
  const t = useWords(homeWords);
  const ready = useSession((state) => state.status === "ready");
  const placeId = useSession((state) => state.placeId);
  const shops = useLoad<Shop[] | null>(async () => (ready && placeId ? api.catalog.shops.query({ placeId }) : null), [ready, placeId]);
  const orders = useLoad<Orders | null>(async () => (ready ? api.orders.list.query({ before: null }) : null), [ready]);
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
    onOrder: (order) => orders.put((now) => now && { ...now, orders: now.orders.map((card) => (card.orderId === order.orderId ? order : card)) }),
  });
  return (
    <Page
      title={t("title")}
      tab
      className="home-page"
      onRefresh={() => Promise.all([shops.reload(), orders.reload()])}
      bottom={first ? <LiveBar order={first} others={running.length - 1} /> : null}
    >
      <SessionGate skeleton={<Skeleton count={5} />}>
        <Content shops={shops} placeId={placeId} />
      </SessionGate>
    </Page>
  );
}
