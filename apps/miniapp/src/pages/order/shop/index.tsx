import type { ShopId } from "@sanqi/kernel";
import Taro, { useDidShow, useRouter } from "@tarojs/taro";
import { useEffect } from "react";
import { ShopBoard } from "@/features/cart/shop-board";
import { useSay } from "@/features/i18n";
import { LoadGate, useLoad } from "@/features/loading";
import { SessionGate, useSession } from "@/features/session";
import { useSeenShops } from "@/features/shops/seen-shops";
import { api } from "@/rpc";
import { Page, Skeleton } from "@/ui";
import "./index.scss";

function Shop() {
  const { shopId = "" } = useRouter().params;
  const placeId = useSession((state) => state.placeId);
  const say = useSay();
  const menu = useLoad(
    () => api.catalog.menu.query({ shopId: shopId as ShopId, placeId }),
    [shopId, placeId],
  );
  const title = menu.data ? say({ zh: menu.data.shop.name, en: menu.data.shop.nameEn }) : "";
  useEffect(() => {
    if (title) void Taro.setNavigationBarTitle({ title });
  }, [title]);
  useEffect(() => {
    if (menu.data)
      useSeenShops
        .getState()
        .see(menu.data.shop.shopId, { zh: menu.data.shop.name, en: menu.data.shop.nameEn });
  }, [menu.data]);
  // stock and opening may have changed while checkout was in front
  useDidShow(() => void (menu.data && menu.reload()));
  return (
    <LoadGate load={menu} skeleton={<Skeleton count={6} />}>
      {(data) => <ShopBoard menu={data} />}
    </LoadGate>
  );
}

export default function ShopPage() {
  const say = useSay();
  return (
    <Page title={say({ zh: "店铺", en: "Shop" })} className="shop-page">
      <SessionGate skeleton={<Skeleton count={6} />}>
        <Shop />
      </SessionGate>
    </Page>
  );
}
