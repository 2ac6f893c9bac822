import type { ShopId } from "@sanqi/kernel";
import { Text, View } from "@tarojs/components";
import { usePullDownRefresh } from "@tarojs/taro";
import { useState } from "react";
import { useSay, useWords } from "@/features/i18n";
import { kitchenWords } from "@/features/kitchen/kitchen-words";
import { byCategory, type Dish, type Menu, searchDishes, withSoldOut } from "@/features/kitchen/menu-list";
import { StockRow } from "@/features/kitchen/stock-row";
import { LoadGate, useLoad } from "@/features/loading";
import { useSession } from "@/features/session";
import { RoleGate } from "@/features/staff/role-gate";
import { api, failureOf } from "@/rpc";
import { Card, EmptyState, Page, SearchBar, SectionTitle, Skeleton, Tabs, toast } from "@/ui";
import "./index.scss";

/** Puts a dish's new state on the screen. */
type Mark = (dishId: string, soldOut: boolean) => void;

function Dishes({ menu, mark }: { menu: Menu; mark: Mark }) {
  const t = useWords(kitchenWords);
  const say = useSay();
  const [text, setText] = useState("");
  // each dish by itself: two quick taps on two switches are two changes
  const flip = async (dish: Dish, soldOut: boolean) => {
    mark(dish.dishId, soldOut);
    try {
      await api.merchant.setSoldOut.mutate({ dishId: dish.dishId, soldOut });
      toast(t(soldOut ? "nowSoldOut" : "nowOnSale", { name: say({ zh: dish.name, en: dish.nameEn }) }));
    } catch (error) {
      mark(dish.dishId, dish.soldOut);
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
          <View key={section.category.name}>
            <SectionTitle
              end={
                index === 0 && out > 0 ? (
                  <Text className="stocks__out">{t("soldOutCount", { count: out })}</Text>
                ) : null
              }
            >
              {say({ zh: section.category.name, en: section.category.nameEn })}
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

function ShopMenus() {
  const say = useSay();
  const person = useSession((state) => state.person);
  const shopIds = (person?.roles ?? [])
    .filter((grant) => grant.role === "merchant")
    .map((grant) => grant.scopeId);
  const [chosen, setChosen] = useState(shopIds[0] ?? "");
  // all of them at once, in one request: a kitchen has few shops, and changing between them must not wait
  const menus = useLoad<readonly Menu[]>(
    () => Promise.all(shopIds.map((shopId) => api.merchant.menu.query({ shopId: shopId as ShopId }))),
    [shopIds.join()],
  );
  usePullDownRefresh(() => void menus.reload());
  const mark: Mark = (dishId, soldOut) =>
    menus.put((now) => now?.map((menu) => withSoldOut(menu, dishId, soldOut)) ?? null);
  return (
    <LoadGate load={menus} skeleton={<Skeleton shape="row" count={6} />}>
      {(data) => {
        const menu = data.find((one) => one.shop.shopId === chosen) ?? data[0];
        return (
          <>
            {data.length > 1 ? (
              <Tabs
                kind="chips"
                items={data.map(({ shop }) => ({
                  key: shop.shopId as string,
                  label: say({ zh: shop.name, en: shop.nameEn }),
                }))}
                value={chosen}
                onChange={setChosen}
              />
            ) : null}
            {menu ? <Dishes key={menu.shop.shopId} menu={menu} mark={mark} /> : null}
          </>
        );
      }}
    </LoadGate>
  );
}

export default function MerchantMenuPage() {
  const t = useWords(kitchenWords);
  return (
    <Page title={t("menuTitle")} wide>
      <RoleGate of="merchant" skeleton={<Skeleton shape="row" count={6} />}>
        <ShopMenus />
      </RoleGate>
    </Page>
  );
}
