import type { ShopId } from "@sanqi/kernel";
import { Text, View } from "@tarojs/components";
import { usePullDownRefresh } from "@tarojs/taro";
import { useState } from "react";
import { useSay, useWords } from "@/features/i18n";
import { kitchenWords } from "@/features/kitchen/kitchen-words";
import { byCategory, type Dish, type Menu, searchDishes, withSoldOut } from "@/features/kitchen/menu-list";
import { StockRow } from "@/features/kitchen/stock-row";
import { type Load, LoadGate, useLoad } from "@/features/loading";
import { useSession } from "@/features/session";
import { RoleGate } from "@/features/staff/role-gate";
import { api, failureOf } from "@/rpc";
import { Card, EmptyState, Page, SearchBar, SectionTitle, Skeleton, Tabs, toast } from "@/ui";
import "./index.scss";

function Dishes({ menu, load }: { menu: Menu; load: Load<Menu> }) {
  const t = useWords(kitchenWords);
  const say = useSay();
  const [text, setText] = useState("");
  // each dish by itself: two quick taps on two switches are two changes
  const flip = async (dish: Dish, soldOut: boolean) => {
    load.put((now) => now && withSoldOut(now, dish.dishId, soldOut));
    try {
      await api.merchant.setSoldOut.mutate({ dishId: dish.dishId, soldOut });
      toast(t(soldOut ? "nowSoldOut" : "nowOnSale", { name: say({ zh: dish.name, en: dish.nameEn }) }));
    } catch (error) {
      load.put((now) => now && withSoldOut(now, dish.dishId, dish.soldOut));
      toast(say(failureOf(error).words), { tone: "danger" });
    }
  };
  const found = searchDishes(menu.dishes, text);
  const out = menu.dishes.filter((dish) => dish.soldOut).length;
  return (
    <>
      <View className="stocks__search">
        <SearchBar id="dish-search" value={text} onChange={setText} placeholder={t("searchDish")} />
      </View>
      {found.length === 0 ? (
        <EmptyState
          art="bowl"
          title={t("noDish", { text: text.trim() })}
          text={t("noDishText")}
          action={{ label: t("wholeMenu"), onTap: () => setText("") }}
        />
      ) : (
        byCategory(menu.categories, found).map((section, index) => (
          <View key={section.category}>
            <SectionTitle
              end={
                index === 0 && out > 0 ? (
                  <Text className="stocks__out">{t("soldOutCount", { count: out })}</Text>
                ) : null
              }
            >
              {section.category}
            </SectionTitle>
            <Card flush>
              {section.dishes.map((dish) => (
                <StockRow key={dish.dishId} dish={dish} onChange={(soldOut) => void flip(dish, soldOut)} />
              ))}
            </Card>
          </View>
        ))
      )}
    </>
  );
}

function ShopMenu() {
  const person = useSession((state) => state.person);
  const shops = person?.roles.filter((grant) => grant.role === "merchant") ?? [];
  const [shopId, setShopId] = useState(shops[0]?.scopeId ?? "");
  const menu = useLoad<Menu>(() => api.merchant.menu.query({ shopId: shopId as ShopId }), [shopId]);
  usePullDownRefresh(() => void menu.reload());
  return (
    <>
      {shops.length > 1 ? (
        <Tabs
          kind="chips"
          items={shops.map((shop) => ({ key: shop.scopeId, label: shop.scopeName }))}
          value={shopId}
          onChange={setShopId}
        />
      ) : null}
      <LoadGate load={menu} skeleton={<Skeleton shape="row" count={6} />}>
        {(data) => <Dishes key={shopId} menu={data} load={menu} />}
      </LoadGate>
    </>
  );
}

export default function MerchantMenuPage() {
  const t = useWords(kitchenWords);
  return (
    <Page title={t("menuTitle")} wide>
      <RoleGate of="merchant" skeleton={<Skeleton shape="row" count={6} />}>
        <ShopMenu />
      </RoleGate>
    </Page>
  );
}
