import { ScrollView, Text, View } from "@tarojs/components";
import { Badge } from "../display/badge";
import { Tappable } from "../tappable";
import "./tabs.scss";

type TabsProps<K extends string> = {
  items: readonly { key: K; label: string; count?: number }[];
  value: K;
  onChange: (key: K) => void;
  /** `line` underlines, `segment` is a switch between few, `chips` are filters that stay in view. */
  kind?: "line" | "segment" | "chips";
};

export function Tabs<K extends string>({ items, value, onChange, kind = "line" }: TabsProps<K>) {
  return (
    <ScrollView scrollX={kind !== "segment"} className={`sq-tabs is-${kind}`} enhanced showScrollbar={false}>
      <View className="sq-tabs__row">
        {items.map((item) => (
          <Tappable
            key={item.key}
            id={`tab-${item.key}`}
            role="tab"
            selected={item.key === value}
            className="sq-tabs__item"
            onTap={() => onChange(item.key)}
          >
            <Text className="sq-tabs__label">{item.label}</Text>
            {item.count ? <Badge count={item.count} /> : null}
          </Tappable>
        ))}
      </View>
    </ScrollView>
  );
}
