import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type Inputs, type Outputs, rpc } from "../../rpc/client.ts";
import { keys } from "../../rpc/keys.ts";

export type Shop = Outputs["shops"][number];
export type Menu = Outputs["shopMenu"];
export type Dish = Menu["dishes"][number];

/** Every shop of the campus. Opening hours pass without an event, so the list is read again each minute. */
export function useShops() {
  return useQuery({
    queryKey: keys.shops,
    queryFn: () => rpc.console.shops.query(),
    refetchInterval: 60_000,
  });
}

export function useMenu(shopId: string | undefined) {
  return useQuery({
    queryKey: keys.shopMenu(shopId ?? ""),
    enabled: shopId !== undefined,
    queryFn: () => rpc.console.shopMenu.query({ shopId: shopId ?? "" }),
    refetchInterval: 30_000,
  });
}

/** Takes a dish off today's menu or puts it back: at once on the screen, and back again where the server refuses. */
export function useSetSoldOut() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (input: Inputs["setSoldOut"]) => rpc.console.setSoldOut.mutate(input),
    onMutate: async ({ shopId, dishId, soldOut }) => {
      const key = keys.shopMenu(shopId);
      await cache.cancelQueries({ queryKey: key });
      const before = cache.getQueryData<Menu>(key);
      cache.setQueryData<Menu>(
        key,
        (menu) =>
          menu && {
            ...menu,
            dishes: menu.dishes.map((dish) => (dish.dishId === dishId ? { ...dish, soldOut } : dish)),
          },
      );
      return { before };
    },
    onError: (_error, { shopId }, context) => cache.setQueryData(keys.shopMenu(shopId), context?.before),
    onSettled: (_done, _error, { shopId }) => cache.invalidateQueries({ queryKey: keys.shopMenu(shopId) }),
  });
}
