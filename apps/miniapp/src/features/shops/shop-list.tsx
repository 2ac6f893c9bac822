import { View } from "@tarojs/components";
import Taro from "@tarojs/taro";
import { useWords } from "@/features/i18n";
import { FilterChips } from "@/features/shops/filter-chips";
import { ShopCard } from "@/features/shops/shop-card";
import { categoriesOf, filterShops, fitFilters, type ShopCard as Shop } from "@/features/shops/shop-filters";
import { shopWords } from "@/features/shops/shop-words";
import { useShops } from "@/features/shops/shops-store";
import { EmptyState } from "@/ui";
import "./shop-list.scss";

/** Filters that stay in view, then the shops that pass them. */
export function ShopList({ shops }: { shops: readonly Shop[] }) {
  const t = useWords(shopWords);
  const { filters: kept, clearFilters } = useShops();
  const filters = fitFilters(kept, shops);
  const passing = filterShops(shops, filters);
  if (shops.length === 0)
    return (
      <EmptyState
        art="road"
        title={t("noShops")}
        text={t("noShopsText")}
        action={{
          label: t("changePlace"),
          onTap: () => void Taro.navigateTo({ url: "/pages/order/place/index" }),
        }}
      />
    );
  return (
    <>
      <View className="shop-filters">
        <FilterChips filters={filters} categories={categoriesOf(shops)} />
      </View>
      {passing.length === 0 ? (
        <EmptyState
          art="bowl"
          title={t("noneMatch")}
          text={t("noneMatchText")}
          action={{ label: t("clearFilters"), onTap: clearFilters }}
        />
      ) : (
        passing.map((shop) => <ShopCard key={shop.shopId} shop={shop} now={Date.now()} />)
      )}
    </>
  );
}
