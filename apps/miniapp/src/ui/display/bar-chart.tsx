import { Text, View } from "@tarojs/components";
import "./bar-chart.scss";

export type Bar = { key: string; label: string; value: number; tone?: "brand" | "muted" | "danger" };

/** A handful of bars with their numbers, each read out as "label value unit". Heights are shares of the largest. */
export function BarChart({ bars, unit }: { bars: readonly Bar[]; unit: string }) {
  const top = Math.max(1, ...bars.map((bar) => bar.value));
  return (
    <View className="sq-bars">
      {bars.map((bar) => (
        <View key={bar.key} className="sq-bars__column" aria-label={`${bar.label} ${bar.value} ${unit}`}>
          <Text className="sq-bars__value">{bar.value}</Text>
          <View className="sq-bars__room">
            <View
              className={`sq-bars__bar is-${bar.tone ?? "brand"}`}
              style={{ height: `${Math.round((bar.value / top) * 100)}%` }}
            />
          </View>
          <Text className="sq-bars__label">{bar.label}</Text>
        </View>
      ))}
    </View>
  );
}
