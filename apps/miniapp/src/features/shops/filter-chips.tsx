import { ScrollView, Text, View } from "@tarojs/components";
import { useWords } from "@/features/i18n";
import { Icon, Tappable } from "@/ui";
import type { FilterKey, ShopFilters } from "./shop-filters";
import { shopWords } from "./shop-words";
import { useShops } from "./shops-store";
import "./filter-chips.scss";

const keys: readonly FilterKey[] = ["open", "halal", "freeDelivery"];

/** Filters that add up, then the kinds of food, of which one at a time counts. */
export function FilterChips({
  filters,
  categories,
}: {
  filters: ShopFilters;
  categories: readonly string[];
}) {
  const t = useWords(shopWords);
  const { toggle, chooseCategory } = useShops();
  return (
    <ScrollView scrollX enhanced showScrollbar={false} className="chips">
      <View className="chips__row">
        {keys.map((key) => (
          <Tappable
            key={key}
            id={`filter-${key}`}
            role="checkbox"
            selected={filters.on.includes(key)}
            className="chips__item"
            onTap={() => toggle(key)}
          >
            <View className="chips__face">
              {filters.on.includes(key) ? <Icon name="check" size={12} className="chips__check" /> : null}
              <Text>{t(key)}</Text>
            </View>
          </Tappable>
        ))}
        <View className="chips__rule" />
        {categories.map((category) => {
          const on = category === filters.category;
          return (
            <Tappable
              key={category}
              role="checkbox"
              selected={on}
              className="chips__item"
              onTap={() => chooseCategory(on ? null : category)}
            >
              <View className="chips__face">{category}</View>
            </Tappable>
          );
        })}
      </View>
    </ScrollView>
  );
}
