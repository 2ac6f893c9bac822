import { StarFilled } from "@ant-design/icons";
import { Button } from "antd";
import { Link } from "react-router";
import { useAsk } from "../../ui/ask.ts";
import { useSay } from "../../ui/language.tsx";
import { Pill } from "../../ui/pill.tsx";
import { momentText } from "../../ui/time.ts";
import { type Review, useHideReview } from "./use-reviews.ts";

type Props = { review: Review; now: number; onHide: (review: Review) => void };

/** One review: what was said, what the kitchen answered, and whether students see it. */
export function ReviewItem({ review, now, onHide }: Props) {
  const say = useSay();
  const ask = useAsk();
  const hide = useHideReview();
  const { orderId, orderNo, shopName, stars, comment, at, answer, hidden } = review;

  const showAgain = () =>
    ask({
      title: say(`恢复 ${shopName} 的这条评价？`, `Show this review of ${shopName} again?`),
      effect: say(
        `1 条评价重新出现在店铺页，${stars} 星重新计入评分。`,
        `1 review stands on the shop's page again, and its ${stars} stars count again.`,
      ),
      okText: say("恢复显示", "Show again"),
      run: () =>
        hide
          .mutateAsync({ orderId, reason: null })
          .then(() => say("评价已恢复", "The review is shown again")),
    });

  return (
    <li className={hidden === null ? "review" : "review review-hidden"}>
      <div className="review-head">
        <span className="review-stars" role="img" aria-label={say(`${stars} 星`, `${stars} stars`)}>
          {[1, 2, 3, 4, 5].map((star) => (
            <StarFilled key={star} className={star <= stars ? "" : "star-off"} />
          ))}
        </span>
        <strong>{shopName}</strong>
        <Link className="order-no" to={`/orders/${orderId}`}>
          {orderNo}
        </Link>
        <span className="faint small">{momentText(at, now)}</span>
        {hidden !== null && <Pill tone="idle">{say("已隐藏", "Hidden")}</Pill>}
        <span className="review-act">
          {hidden === null ? (
            <Button size="small" onClick={() => onHide(review)}>
              {say("隐藏…", "Hide…")}
            </Button>
          ) : (
            <Button size="small" onClick={showAgain}>
              {say("恢复显示…", "Show again…")}
            </Button>
          )}
        </span>
      </div>
      <p>{comment || <span className="faint">{say("没有写字", "No words")}</span>}</p>
      {answer !== null && (
        <p className="review-answer small">
          <span className="faint">{say("商家：", "Kitchen: ")}</span>
          {answer}
        </p>
      )}
      {hidden !== null && (
        <p className="small soft">
          {say("隐藏原因：", "Hidden because: ")}
          {hidden}
        </p>
      )}
    </li>
  );
}
