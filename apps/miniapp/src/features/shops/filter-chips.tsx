import { ScrollView, Text, View } from "@tarojs/components";
import { useSay, useWords } from "@/features/i18n";
import { Icon, Tappable } from "@/ui";
import type { Category, FilterKey, ShopFilters } from "./shop-filters";
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
  categories: readonly Category[];
}) {
  const t = useWords(shopWords);
  const say = useSay();
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
        {categories.map(({ name, nameEn }) => {
          const on = name === filters.category;
          return (
            <Tappable
              key={name}
              role="checkbox"
              selected={on}
              className="chips__item"
              onTap={() => chooseCategory(on ? null : name)}
            >
              <View className="chips__face">{say({ zh: name, en: nameEn })}</View>
            </Tappable>
          );
        })}
      </View>
    </ScrollView>
  );
}
