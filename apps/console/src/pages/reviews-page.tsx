import { Button, Skeleton } from "antd";
import { useMemo, useState } from "react";
import { useSearchParams } from "react-router";
import {
  applyReviewFilters,
  type ReviewFilters,
  readReviewFilters,
  writeReviewFilters,
} from "../features/reviews/filters.ts";
import { HideDialog } from "../features/reviews/hide-dialog.tsx";
import { ReviewItem } from "../features/reviews/review-item.tsx";
import { type Review, useReviews } from "../features/reviews/use-reviews.ts";
import { ShopSelect } from "../features/shops/shop-select.tsx";
import { Chips } from "../ui/chips.tsx";
import { useNow } from "../ui/clock.ts";
import { EmptyState } from "../ui/empty-state.tsx";
import { FailureNotice } from "../ui/failure-notice.tsx";
import { useSay } from "../ui/language.tsx";
import { PageHead } from "../ui/page-head.tsx";
import "../styles/reviews.css";

export function ReviewsPage() {
  const say = useSay();
  const now = useNow(30_000);
  const [address, setAddress] = useSearchParams();
  const filters = useMemo(() => readReviewFilters(address), [address]);
  const change = (some: Partial<ReviewFilters>) =>
    setAddress(writeReviewFilters({ ...filters, ...some }), { replace: true });
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useReviews();
  const [hiding, setHiding] = useState<Review | null>(null);
  const read = useMemo(() => data?.pages.flatMap((page) => page.reviews), [data]);
  const shown = useMemo(() => applyReviewFilters(read ?? [], filters), [read, filters]);

  return (
    <div className="page">
      <PageHead
        title={say("评价", "Reviews")}
        note={
          read &&
          say(
            `已读最近 ${read.length} 条${hasNextPage ? "，还有更早的" : ""}，符合条件 ${shown.length} 条`,
            `The newest ${read.length}${hasNextPage ? ", there are older ones" : ""}; ${shown.length} match`,
          )
        }
      />
      <div className="filter-row">
        <Chips<NonNullable<ReviewFilters["only"]>>
          label={say("筛选评价", "Filter reviews")}
          chips={[
            { value: "low", zh: "1–2 星", en: "1–2 stars" },
            { value: "unanswered", zh: "商家未回复", en: "Not answered" },
            { value: "hidden", zh: "已隐藏", en: "Hidden" },
          ]}
          chosen={filters.only}
          onChoose={(only) => change({ only })}
        />
        <ShopSelect all value={filters.shopId} onChange={(shopId) => change({ shopId })} />
      </div>
      {error && !data ? (
        <FailureNotice error={error} onRetry={() => void refetch()} />
      ) : read ? (
        <section className="card">
          {shown.length === 0 ? (
            <EmptyState
              drawing={read.length === 0 ? "bowl" : "search"}
              title={
                read.length === 0
                  ? say("还没有评价", "No reviews yet")
                  : say("没有符合条件的评价", "No review matches")
              }
            />
          ) : (
            <ul>
              {shown.map((review) => (
                <ReviewItem key={review.orderId} review={review} now={now} onHide={setHiding} />
              ))}
            </ul>
          )}
          {hasNextPage && (
            <Button className="more" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
              {say("看更早的", "Older ones")}
            </Button>
          )}
        </section>
      ) : (
        <Skeleton active paragraph={{ rows: 12 }} />
      )}
      {hiding && <HideDialog key={hiding.orderId} review={hiding} onClose={() => setHiding(null)} />}
    </div>
  );
}
