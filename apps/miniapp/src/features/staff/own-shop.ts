import type { ShopId } from "@sanqi/kernel";
import { create } from "zustand";
import { useSession } from "@/features/session";

type OwnShopState = { chosen: ShopId | null; choose(shopId: ShopId): void };

/** Which of several own shops somebody looks at; kept while the app is open. */
const useChosenShop = create<OwnShopState>((set) => ({
  chosen: null,
  choose: (chosen) => set({ chosen }),
}));

/** The shops that this person cooks for, and the one that is looked at. */
export function useOwnShops(): {
  shopIds: readonly ShopId[];
  shopId: ShopId | null;
  choose: (shopId: ShopId) => void;
} {
  const person = useSession((state) => state.person);
  const { chosen, choose } = useChosenShop();
  const shopIds = (person?.roles ?? []).flatMap((grant) =>
    grant.role === "merchant" ? [grant.scopeId as ShopId] : [],
  );
  const shopId = shopIds.find((own) => own === chosen) ?? shopIds[0] ?? null;
  return { shopIds, shopId, choose };
}
