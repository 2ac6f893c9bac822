import type { TableId } from "@sanqi/kernel";
import { View } from "@tarojs/components";
import { useMemo, useState } from "react";
import { CartBar } from "@/features/cart/cart-bar";
import { portionsIn } from "@/features/cart/cart-lines";
import { CartSheet } from "@/features/cart/cart-sheet";
import { useCarts } from "@/features/cart/cart-store";
import { DishSheets, type OpenedDish } from "@/features/cart/dish-sheets";
import { useShopCart } from "@/features/cart/use-shop-cart";
import { useWords } from "@/features/i18n";
import { ReviewList } from "@/features/reviews/review-list";
import type { Dish } from "@/features/shops/dish-labels";
import { DishRow } from "@/features/shops/dish-row";
import { MenuBoard } from "@/features/shops/menu-board";
import { menuSections } from "@/features/shops/menu-sections";
import { ShopHead } from "@/features/shops/shop-head";
import { shopWords } from "@/features/shops/shop-words";
import { useTable } from "@/features/shops/table-store";
import type { Outputs } from "@/rpc";
import { Tabs } from "@/ui";
import "./shop-board.scss";

type Menu = Outputs["catalog"]["menu"];

/** The open shop: who cooks, the menu or what others said of it, and what is in the cart. */
export function ShopBoard({ menu, tableId }: { menu: Menu; tableId: TableId | null }) {
  const { shop, dishes } = menu;
  const { shopId } = shop;
  const words = useWords(shopWords);
  const { add, takeOne } = useCarts();
  const { cart, bar, takes, checkout } = useShopCart(menu, tableId);
  const table = useTable(tableId);
  const [small, setSmall] = useState(false);
  const [side, setSide] = useState<"menu" | "reviews">("menu");
  const [opened, setOpened] = useState<OpenedDish | null>(null);
  const [cartOpen, setCartOpen] = useState(false);
  const sections = useMemo(() => menuSections(menu.categories, menu.dishes), [menu]);
  const room = (dish: Dish) => dish.left - portionsIn(cart, dish.dishId);
  const put = (dish: Dish) => {
    if (dish.options.length > 0) setOpened({ kind: "options", dish, shown: true });
    else add(shopId, dish, []);
  };
  const cartBar = (
    <CartBar
      {...bar}
      onOpen={() => setCartOpen(!cartOpen)}
      onCheckout={() => {
        setCartOpen(false);
        checkout();
      }}
    />
  );
  const count = shop.ratingCount;
  const sides = [
    { key: "menu", label: words("menu") },
    { key: "reviews", label: count > 0 ? `${words("reviews")} ${count}` : words("reviews") },
  ] as const;
  return (
    <View className="shop-board">
      <ShopHead shop={shop} small={small} now={Date.now()} table={tableId ? (table?.name ?? "") : null} />
      <View className="shop-board__tabs">
        <Tabs items={sides} value={side} onChange={setSide} />
      </View>
      {side === "reviews" ? <ReviewList shopId={shopId} onAway={setSmall} /> : null}
      {side === "menu" ? (
        <MenuBoard
          sections={sections}
          onAway={setSmall}
          countOf={(section) => section.dishes.reduce((sum, dish) => sum + portionsIn(cart, dish.dishId), 0)}
          renderDish={(dish) => (
            <DishRow
              dish={dish}
              inCart={portionsIn(cart, dish.dishId)}
              closed={takes === "nothing" || room(dish) <= 0}
              onAdd={() => put(dish)}
              onTake={() => takeOne(shopId, dish.dishId)}
              onOpen={() => setOpened({ kind: "dish", dish, shown: true })}
            />
          )}
        />
      ) : null}
      <View className="shop-board__bar">{cartBar}</View>
      <DishSheets
        opened={opened}
        room={opened ? room(opened.dish) : 0}
        closed={takes === "nothing"}
        onClose={() => setOpened(opened && { ...opened, shown: false })}
        onPut={put}
        onAdd={(dish, picks, quantity) => {
          add(shopId, dish, picks, quantity);
          setOpened({ kind: "options", dish, shown: false });
        }}
      />
      <CartSheet
        open={cartOpen}
        onClose={() => setCartOpen(false)}
        shopId={shopId}
        dishes={dishes}
        footer={cartBar}
      />
    </View>
  );
}
