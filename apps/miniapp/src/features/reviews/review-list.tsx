import type { ShopId } from "@sanqi/kernel";
import { ScrollView, Text, View } from "@tarojs/components";
import { useSay, useWords } from "@/features/i18n";
import { LoadGate } from "@/features/loading";
import type { Outputs } from "@/rpc";
import { Button, EmptyState, Icon, Skeleton } from "@/ui";
import "./review-list.scss";
import { reviewWords } from "./review-words";
import { useReviews } from "./use-reviews";

type Review = Outputs["orders"]["reviews"]["reviews"][number];
const five = [1, 2, 3, 4, 5] as const;

/** Stars that were given, read out as one number. */
export function Stars({ count }: { count: number }) {
  const t = useWords(reviewWords);
  return (
    <View className="review__stars" aria-label={t("stars", { count })}>
      {five.map((star) => (
        <Icon key={star} name={star <= count ? "star-fill" : "star"} size={16} />
      ))}
    </View>
  );
}

/** What the kitchen said to a review. */
export function KitchenAnswer({ words }: { words: string }) {
  const t = useWords(reviewWords);
  return (
    <View className="review__answer">
      <Text className="review__from">{t("kitchen")}</Text>
      <Text className="review__words">{words}</Text>
    </View>
  );
}

function Row({ review }: { review: Review }) {
  const t = useWords(reviewWords);
  const say = useSay();
  const [, month = 0, date = 0] = review.day.split("-").map(Number);
  return (
    <View className="review">
      <View className="review__head">
        <Stars count={review.stars} />
        <Text className="review__when">{t("date", { month, date })}</Text>
      </View>
      {review.comment ? <Text className="review__comment">{review.comment}</Text> : null}
      <Text className="review__dishes">{review.dishes.join(say({ zh: "、", en: ", " }))}</Text>
      {review.answer ? <KitchenAnswer words={review.answer} /> : null}
    </View>
  );
}

/** What others said of this shop, without telling who they are. */
export function ReviewList({ shopId, onAway }: { shopId: ShopId; onAway: (away: boolean) => void }) {
  const t = useWords(reviewWords);
  const { load, more } = useReviews(shopId);
  return (
    <ScrollView
      id="reviews"
      scrollY
      className="reviews"
      onScroll={(event) => onAway(event.detail.scrollTop > 48)}
      onScrollToLower={() => void more.run()}
    >
      <LoadGate load={load} skeleton={<Skeleton shape="text" count={4} />}>
        {({ reviews, before }) =>
          reviews.length === 0 ? (
            <EmptyState art="bowl" title={t("none")} text={t("noneText")} />
          ) : (
            <>
              {reviews.map((review) => (
                <Row key={review.reviewId} review={review} />
              ))}
              <View className="reviews__end">
                {before ? (
                  <Button
                    id="reviews-more"
                    kind="plain"
                    size="s"
                    loading={more.busy}
                    onTap={() => void more.run()}
                  >
                    {t("more")}
                  </Button>
                ) : (
                  t("all")
                )}
              </View>
            </>
          )
        }
      </LoadGate>
    </ScrollView>
  );
}
