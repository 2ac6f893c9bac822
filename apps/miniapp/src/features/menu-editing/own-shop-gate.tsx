import type { ShopId } from "@sanqi/kernel";
import { View } from "@tarojs/components";
import { usePullDownRefresh } from "@tarojs/taro";
import { type ReactNode, useEffect } from "react";
import { useSay } from "@/features/i18n";
import { LoadGate } from "@/features/loading";
import { useOwnShops } from "@/features/staff/own-shop";
import { RoleGate } from "@/features/staff/role-gate";
import { Skeleton, Tabs } from "@/ui";
import type { EditableMenu } from "./menu-list";
import { useMenus } from "./menu-store";
import "./own-shop-gate.scss";

type GateProps = {
  /** Somebody with several shops chooses here; where a page is about one thing of one shop, nobody does. */
  fixed?: boolean;
  children: (menu: EditableMenu) => ReactNode;
};

function Shops({ fixed, children }: GateProps) {
  const say = useSay();
  const { shopIds, shopId, choose } = useOwnShops();
  const { menus, failure, load } = useMenus();
  const wanted = shopIds.join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the ids are a new list with every render
  useEffect(() => void load(shopIds), [wanted, load]);
  usePullDownRefresh(() => void load(shopIds));
  const menu = shopId === null ? null : (menus[shopId] ?? null);
  const gate = {
    data: menu,
    failure,
    loading: !menu && !failure,
    reload: () => load(shopIds),
    put: () => undefined,
  };
  return (
    <LoadGate load={gate} skeleton={<Skeleton shape="row" count={6} />}>
      {(data) => (
        <>
          {shopIds.length > 1 && !fixed ? (
            <Tabs
              kind="chips"
              items={shopIds
                .flatMap((own) => menus[own] ?? [])
                .map(({ shop }) => ({
                  key: shop.shopId as string,
                  label: say({ zh: shop.name, en: shop.nameEn }),
                }))}
              value={data.shop.shopId as string}
              onChange={(chosen) => choose(chosen as ShopId)}
            />
          ) : null}
          <View className="own-shop">{children(data)}</View>
        </>
      )}
    </LoadGate>
  );
}

/** Lets staff of a shop in and shows its menu, facts and tables as they can be changed. */
export function OwnShopGate(props: GateProps) {
  return (
    <RoleGate of="merchant" skeleton={<Skeleton shape="row" count={6} />}>
      <Shops {...props} />
    </RoleGate>
  );
}
