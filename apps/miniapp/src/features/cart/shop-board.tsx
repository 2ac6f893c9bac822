import { View } from "@tarojs/components";
import Taro from "@tarojs/taro";
import { useEffect, useMemo, useState } from "react";
import { CartBar } from "@/features/cart/cart-bar";
import { fitToMenu, goodsFen, piecesIn, portionsIn } from "@/features/cart/cart-lines";
import { CartSheet } from "@/features/cart/cart-sheet";
import { useCart, useCarts } from "@/features/cart/cart-store";
import { cartWords } from "@/features/cart/cart-words";
import { OptionSheet } from "@/features/cart/option-sheet";
import { useSay, useWords } from "@/features/i18n";
import type { Dish } from "@/features/shops/dish-labels";
import { DishRow } from "@/features/shops/dish-row";
import { DishSheet } from "@/features/shops/dish-sheet";
import { MenuBoard } from "@/features/shops/menu-board";
import { isGone, menuSections } from "@/features/shops/menu-sections";
import { ShopHead } from "@/features/shops/shop-head";
import { shopWords } from "@/features/shops/shop-words";
import type { Outputs } from "@/rpc";
import { Button, toast } from "@/ui";
import "./shop-board.scss";

type Menu = Outputs["catalog"]["menu"];
type Opened = { kind: "options" | "dish"; dish: Dish } | null;

/** The open shop: who cooks, the menu, and what is in the cart. */
export function ShopBoard({ menu }: { menu: Menu }) {
  const { shop, dishes } = menu;
  const shopId = shop.shopId;
  const t = useWords(cartWords);
  const words = useWords(shopWords);
  const say = useSay();
  const cart = useCart(shopId);
  const { add, takeOne, replace } = useCarts();
  const [small, setSmall] = useState(false);
  const [opened, setOpened] = useState<Opened>(null);
  const [shown, setShown] = useState(false);
  const [cartOpen, setCartOpen] = useState(false);
  const sections = useMemo(() => menuSections(menu.categories, menu.dishes), [menu]);
  // a cart that was stored earlier is fitted to today's menu once, and every change is said
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new menu is a reason to look again
  useEffect(() => {
    const fit = fitToMenu(cart, menu.dishes);
    const first = fit.troubles[0];
    if (!first) return;
    replace(shopId, fit.cart);
    toast(t(first.why, { name: say({ zh: first.name, en: first.nameEn }) }));
  }, [menu]);
  const room = (dish: Dish) => dish.left - portionsIn(cart, dish.dishId);
  const show = (next: NonNullable<Opened>) => {
    setOpened(next);
    setShown(true);
  };
  const put = (dish: Dish) => {
    if (dish.options.length > 0) show({ kind: "options", dish });
    else add(shopId, dish, []);
  };
  const bar = (
    <CartBar
      pieces={piecesIn(cart)}
      goodsFen={goodsFen(cart, dishes)}
      packingFen={shop.packingFen}
      deliveryFeeFen={shop.deliveryFeeFen}
      minOrderFen={shop.minOrderFen}
      closed={!shop.open}
      onOpen={() => setCartOpen(!cartOpen)}
      onCheckout={() => {
        setCartOpen(false);
        void Taro.navigateTo({ url: `/pages/order/checkout/index?shopId=${shopId}` });
      }}
    />
  );
  return (
    <View className="shop-board">
      <ShopHead shop={shop} small={small} now={Date.now()} />
      <MenuBoard
        sections={sections}
        onAway={setSmall}
        countOf={(section) => section.dishes.reduce((sum, dish) => sum + portionsIn(cart, dish.dishId), 0)}
        renderDish={(dish) => (
          <DishRow
            dish={dish}
            inCart={portionsIn(cart, dish.dishId)}
            closed={!shop.open || room(dish) <= 0}
            onAdd={() => put(dish)}
            onTake={() => takeOne(shopId, dish.dishId)}
            onOpen={() => show({ kind: "dish", dish })}
          />
        )}
      />
      <View className="shop-board__bar">{bar}</View>
      {opened?.kind === "options" ? (
        <OptionSheet
          key={opened.dish.dishId}
          dish={opened.dish}
          open={shown}
          left={room(opened.dish)}
          onClose={() => setShown(false)}
          onAdd={(picks, quantity) => {
            add(shopId, opened.dish, picks, quantity);
            setShown(false);
          }}
        />
      ) : null}
      {opened?.kind === "dish" ? (
        <DishSheet
          dish={opened.dish}
          open={shown}
          onClose={() => setShown(false)}
          footer={
            <Button
              id="dish-sheet-add"
              disabled={!shop.open || isGone(opened.dish) || room(opened.dish) <= 0}
              onTap={() => {
                if (opened.dish.options.length === 0) setShown(false);
                put(opened.dish);
              }}
            >
              {isGone(opened.dish)
                ? words("soldOut")
                : opened.dish.options.length > 0
                  ? t("choose")
                  : t("add")}
            </Button>
          }
        />
      ) : null}
      <CartSheet
        open={cartOpen}
        onClose={() => setCartOpen(false)}
        shopId={shopId}
        dishes={dishes}
        footer={bar}
      />
    </View>
  );
}
