import type { DishId, ShopId } from "@sanqi/kernel";
import Taro from "@tarojs/taro";
import { create } from "zustand";
import { host } from "@/platform/host";
import { addToCart, type Cart, lineKey, setQuantity } from "./cart-lines";
import type { Picks } from "./option-picks";

const storageKey = `sanqi.carts.${host.name}.${host.person}`;
const nothing: Cart = [];

type CartState = {
  /** One cart per shop, kept on the device. */
  carts: Readonly<Record<string, Cart>>;
  /** Counts additions; the cart's picture nods when it grows. */
  added: number;
  add(shopId: ShopId, dish: Parameters<typeof addToCart>[1], choices: Picks, quantity?: number): void;
  change(shopId: ShopId, key: string, quantity: number): void;
  /** Takes one portion of a dish away, from its newest line. */
  takeOne(shopId: ShopId, dishId: DishId): void;
  replace(shopId: ShopId, cart: Cart): void;
};

function stored(): Record<string, Cart> {
  const value: unknown = Taro.getStorageSync(storageKey);
  return value !== null && typeof value === "object" && !Array.isArray(value)
    ? (value as Record<string, Cart>)
    : {};
}

export const useCarts = create<CartState>((set, get) => {
  const of = (shopId: ShopId): Cart => get().carts[shopId] ?? nothing;
  const replace = (shopId: ShopId, cart: Cart) => {
    const { [shopId]: _old, ...others } = get().carts;
    const carts = cart.length > 0 ? { ...others, [shopId]: cart } : others;
    set({ carts });
    Taro.setStorageSync(storageKey, carts);
  };
  return {
    carts: stored(),
    added: 0,
    add(shopId, dish, choices, quantity) {
      replace(shopId, addToCart(of(shopId), dish, choices, quantity));
      set({ added: get().added + 1 });
    },
    change: (shopId, key, quantity) => replace(shopId, setQuantity(of(shopId), key, quantity)),
    takeOne(shopId, dishId) {
      const line = [...of(shopId)].reverse().find((candidate) => candidate.dishId === dishId);
      if (line) replace(shopId, setQuantity(of(shopId), lineKey(line), line.quantity - 1));
    },
    replace,
  };
});

export const useCart = (shopId: ShopId): Cart => useCarts((state) => state.carts[shopId] ?? nothing);
