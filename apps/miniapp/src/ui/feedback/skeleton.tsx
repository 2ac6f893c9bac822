import { View } from "@tarojs/components";
import "./skeleton.scss";

type SkeletonProps = {
  /** `card` is a shop or an order in a list, `row` a line with a picture, `text` plain lines, `block` one area. */
  shape?: "card" | "row" | "text" | "block";
  count?: number;
  /** Height in design pixels, for `block`. */
  height?: 48 | 96 | 160 | 240;
};

const pieces = {
  card: (
    <View className="sq-bone-card">
      <View className="sq-bone is-photo" />
      <View className="sq-bone-lines">
        <View className="sq-bone is-title" />
        <View className="sq-bone is-line" />
        <View className="sq-bone is-short" />
      </View>
    </View>
  ),
  row: (
    <View className="sq-bone-row">
      <View className="sq-bone is-round" />
      <View className="sq-bone-lines">
        <View className="sq-bone is-title" />
        <View className="sq-bone is-short" />
      </View>
    </View>
  ),
  text: (
    <View className="sq-bone-text">
      <View className="sq-bone is-line" />
      <View className="sq-bone is-line" />
      <View className="sq-bone is-short" />
    </View>
  ),
};

/** Stands where content will be, in its shape; screen readers hear one word instead. */
export function Skeleton({ shape = "card", count = 1, height = 96 }: SkeletonProps) {
  return (
    <View className="sq-skeleton" aria-role="progressbar" aria-label="加载中 Loading">
      {Array.from({ length: count }, (_, index) => `bone-${index}`).map((key) => (
        <View key={key}>
          {shape === "block" ? <View className={`sq-bone is-block h${height}`} /> : pieces[shape]}
        </View>
      ))}
    </View>
  );
}
