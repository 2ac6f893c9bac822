import type { ShopId, TableId } from "@sanqi/kernel";
import Taro, { useDidShow, useRouter } from "@tarojs/taro";
import { useEffect } from "react";
import { ShopBoard } from "@/features/cart/shop-board";
import { useSay } from "@/features/i18n";
import { LoadGate, useLoad } from "@/features/loading";
import { SessionGate, useSession } from "@/features/session";
import { readScanned } from "@/features/shops/scanned";
import { useSeenShops } from "@/features/shops/seen-shops";
import { api, type Outputs } from "@/rpc";
import { Page, Skeleton } from "@/ui";
import "./index.scss";

type Menu = Outputs["catalog"]["menu"];

/** The shop that the address names; a mini-program code at a table names its table alone, in its scene. */
function useAddress(): { shopId: ShopId; tableId: TableId | null } {
  const { shopId = "", tableId = "", scene = "" } = useRouter().params;
  const scanned = readScanned(tableId || scene);
  return {
    shopId: shopId as ShopId,
    tableId: scanned.kind === "table" ? scanned.tableId : null,
  };
}

async function menuOf(address: ReturnType<typeof useAddress>, placeId: string | null): Promise<Menu> {
  const { tableId } = address;
  const shopId =
    address.shopId || (tableId ? (await api.catalog.table.query({ tableId })).shopId : address.shopId);
  return api.catalog.menu.query({ shopId, placeId });
}

function Shop() {
  const address = useAddress();
  const placeId = useSession((state) => state.placeId);
  const say = useSay();
  const menu = useLoad(() => menuOf(address, placeId), [address.shopId, address.tableId, placeId]);
  const title = menu.data ? say({ zh: menu.data.shop.name, en: menu.data.shop.nameEn }) : "";
  useEffect(() => {
    if (title) void Taro.setNavigationBarTitle({ title });
  }, [title]);
  useEffect(() => {
    if (!menu.data) return;
    const { shopId, name, nameEn, handovers } = menu.data.shop;
    useSeenShops.getState().see(shopId, { name: { zh: name, en: nameEn }, handovers });
  }, [menu.data]);
  // stock and opening may have changed while checkout was in front
  useDidShow(() => void (menu.data && menu.reload()));
  return (
    <LoadGate load={menu} skeleton={<Skeleton count={6} />}>
      {(data) => <ShopBoard menu={data} tableId={address.tableId} />}
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
