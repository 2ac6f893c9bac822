import { Text, View } from "@tarojs/components";
import { useWords } from "@/features/i18n";
import type { OrderView } from "@/features/orders/use-order-watch";
import "./own-review.scss";
import { KitchenAnswer, Stars } from "./review-list";
import { reviewWords } from "./review-words";

/** What the person said of this order, what the kitchen answered, and, if others cannot see it, why. */
export function OwnReview({ review }: { review: NonNullable<OrderView["rating"]> }) {
  const t = useWords(reviewWords);
  return (
    <View id="own-review">
      <View className="own-review__head">
        <Text className="own-review__title">{t("yours")}</Text>
        <Stars count={review.stars} />
      </View>
      {review.comment ? <Text className="own-review__comment">{review.comment}</Text> : null}
      {review.answer ? <KitchenAnswer words={review.answer} /> : null}
      {review.hidden ? (
        <Text id="review-hidden" className="own-review__hidden">
          {t("hidden", { reason: review.hidden })}
        </Text>
      ) : null}
    </View>
  );
}
