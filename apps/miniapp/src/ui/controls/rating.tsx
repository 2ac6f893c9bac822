import { Text, View } from "@tarojs/components";
import { Icon } from "../icon";
import { Tappable } from "../tappable";
import "./rating.scss";

const stars = [1, 2, 3, 4, 5] as const;

/** Five stars to give; whole stars. */
export function RatingInput({
  value,
  onChange,
  label,
}: {
  value: number;
  onChange: (value: number) => void;
  label: string;
}) {
  return (
    <View className="sq-rating">
      {stars.map((star) => (
        <Tappable
          key={star}
          id={`star-${star}`}
          role="radio"
          selected={star === value}
          label={`${label} ${star} 星`}
          className={`sq-rating__star${star <= value ? " is-on" : ""}`}
          onTap={() => onChange(star)}
        >
          <Icon name={star <= value ? "star-fill" : "star"} size={32} />
        </Tappable>
      ))}
    </View>
  );
}

/** What others gave: one star, the mean (0 to 5) with one decimal, and how many stand behind it. */
export function Rating({ mean, count, none }: { mean: number | null; count: number; none: string }) {
  if (mean === null || count === 0) return <Text className="sq-rated is-none">{none}</Text>;
  return (
    <View className="sq-rated" aria-label={`${mean.toFixed(1)} / 5, ${count}`}>
      <Icon name="star-fill" size={12} />
      <Text className="sq-rated__mean">{mean.toFixed(1)}</Text>
      <Text className="sq-rated__count">{`(${count > 999 ? "999+" : count})`}</Text>
    </View>
  );
}
