import { Text, View } from "@tarojs/components";
import Taro from "@tarojs/taro";
import { useState } from "react";
import { useSay, useWords } from "@/features/i18n";
import { editingWords } from "@/features/menu-editing/editing-words";
import { byCategory, type EditableMenu, searchDishes } from "@/features/menu-editing/menu-list";
import { OwnShopGate } from "@/features/menu-editing/own-shop-gate";
import { RemovedDishes } from "@/features/menu-editing/removed-dishes";
import { StockRow } from "@/features/menu-editing/stock-row";
import { TodaySheet } from "@/features/menu-editing/today-sheet";
import { useStock } from "@/features/menu-editing/use-stock";
import { Button, Card, EmptyState, Page, SearchBar, SectionTitle } from "@/ui";
import "./index.scss";

const openDish = (dishId: string) =>
  void Taro.navigateTo({ url: `/pages/merchant/dish/index${dishId ? `?dishId=${dishId}` : ""}` });

function Dishes({ menu }: { menu: EditableMenu }) {
  const t = useWords(editingWords);
  const say = useSay();
  const stock = useStock(menu);
  const [text, setText] = useState("");
  const [shown, setShown] = useState<{ dishId: string; open: boolean } | null>(null);
  const found = searchDishes(menu.dishes, text);
  const out = menu.dishes.filter((dish) => dish.soldOut).length;
  const dish = menu.dishes.find((one) => one.dishId === shown?.dishId);
  const close = () => setShown((now) => now && { ...now, open: false });
  if (menu.dishes.length === 0)
    return (
      <>
        <EmptyState
          art="bowl"
          title={t("emptyMenu")}
          text={t("emptyMenuText")}
          action={{ label: t("addDish"), onTap: () => openDish("") }}
        />
        <RemovedDishes removed={menu.removed} onRestore={stock.restore} />
      </>
    );
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
      ) : null}
      {byCategory(menu.categories, found).map((section, index) => (
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
            {section.dishes.map((one) => (
              <StockRow
                key={one.dishId}
                dish={one}
                onOpen={() => setShown({ dishId: one.dishId, open: true })}
                onChange={(soldOut) => void stock.flip(one, soldOut, null)}
              />
            ))}
          </Card>
        </View>
      ))}
      {text ? null : <RemovedDishes removed={menu.removed} onRestore={stock.restore} />}
      {dish && shown ? (
        <TodaySheet
          key={dish.dishId}
          dish={dish}
          open={shown.open}
          onClose={close}
          onKeep={(left, choice) => stock.setLeft(dish, left, choice)}
          onChoice={(choice, soldOut) => void stock.flip(dish, soldOut, choice)}
          onEdit={() => {
            close();
            openDish(dish.dishId);
          }}
          onRemove={() => {
            close();
            void stock.remove(dish);
          }}
        />
      ) : null}
    </>
  );
}

export default function MerchantMenuPage() {
  const t = useWords(editingWords);
  return (
    <Page
      title={t("menuTitle")}
      wide
      bottom={
        <View className="stocks__bar">
          <Button id="dish-new" size="l" icon="plus" className="stocks__add" onTap={() => openDish("")}>
            {t("addDish")}
          </Button>
        </View>
      }
    >
      <OwnShopGate>{(menu) => <Dishes key={menu.shop.shopId} menu={menu} />}</OwnShopGate>
    </Page>
  );
}
