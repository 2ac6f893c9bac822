import { Text, View } from "@tarojs/components";
import { usePullDownRefresh } from "@tarojs/taro";
import { useState } from "react";
import { useWords } from "@/features/i18n";
import { LoadGate } from "@/features/loading";
import { KitchenAnswer, Stars } from "@/features/reviews/review-list";
import { answeringWords } from "@/features/reviews-answering/answering-words";
import { type DeskReview, useDeskReviews } from "@/features/reviews-answering/use-desk-reviews";
import { RoleGate } from "@/features/staff/role-gate";
import { Button, Card, dayTime, EmptyState, Page, Sheet, Skeleton, TextArea, toast } from "@/ui";
import "./index.scss";

function Review({ review, onAnswer }: { review: DeskReview; onAnswer: () => void }) {
  const t = useWords(answeringWords);
  const deed = t(review.answer ? "change" : "answer");
  return (
    <View id={`review-${review.orderId}`} className="desk-review">
      <View className="desk-review__head">
        <Stars count={review.stars} />
        <Text className="desk-review__when">{`${review.orderNo} · ${dayTime(review.at, Date.now())}`}</Text>
      </View>
      <View className={`desk-review__words${review.comment ? "" : " is-none"}`}>
        {review.comment || t("noWords")}
      </View>
      {review.answer ? <KitchenAnswer words={review.answer} /> : null}
      {review.hidden ? (
        <View className="desk-review__hidden">{t("hidden", { reason: review.hidden })}</View>
      ) : null}
      <Button
        id={`answer-${review.orderId}`}
        kind={review.answer ? "plain" : "quiet"}
        className="desk-review__deed"
        label={`${deed} ${review.orderNo}`}
        onTap={onAnswer}
      >
        {deed}
      </Button>
    </View>
  );
}

type AnswerSheetProps = {
  review: DeskReview;
  open: boolean;
  busy: boolean;
  onClose: () => void;
  onSend: (words: string) => void;
};

function AnswerSheet({ review, open, busy, onClose, onSend }: AnswerSheetProps) {
  const t = useWords(answeringWords);
  const [words, setWords] = useState(review.answer ?? "");
  return (
    <Sheet
      open={open}
      onClose={onClose}
      title={t("answerTitle", { no: review.orderNo })}
      footer={
        <Button
          id="answer-send"
          size="l"
          loading={busy}
          disabled={words.trim() === ""}
          onTap={() => onSend(words)}
        >
          {t("send")}
        </Button>
      }
    >
      <View className="desk-review__text">{t("answerText")}</View>
      <TextArea
        id="answer-words"
        label={t("answerWords")}
        value={words}
        maxLength={300}
        onChange={setWords}
      />
    </Sheet>
  );
}

function Reviews() {
  const t = useWords(answeringWords);
  const { load, more, answer } = useDeskReviews();
  const [asking, setAsking] = useState<{ review: DeskReview; open: boolean } | null>(null);
  usePullDownRefresh(() => void load.reload());
  const close = () => setAsking((now) => now && { ...now, open: false });
  const send = async (review: DeskReview, words: string) => {
    if (!(await answer.run(review, words))) return;
    close();
    toast(t("sent"));
  };
  return (
    <>
      <LoadGate load={load} skeleton={<Skeleton shape="row" count={5} />}>
        {({ reviews, before }) =>
          reviews.length === 0 ? (
            <EmptyState art="bowl" title={t("none")} text={t("noneText")} />
          ) : (
            <>
              <Card flush className="desk-reviews">
                {reviews.map((review) => (
                  <Review
                    key={review.orderId}
                    review={review}
                    onAnswer={() => setAsking({ review, open: true })}
                  />
                ))}
              </Card>
              {before ? (
                <View className="desk-review__more">
                  <Button
                    id="reviews-more"
                    kind="plain"
                    size="l"
                    loading={more.busy}
                    onTap={() => void more.run()}
                  >
                    {t("more")}
                  </Button>
                </View>
              ) : null}
            </>
          )
        }
      </LoadGate>
      {asking ? (
        <AnswerSheet
          key={`${asking.review.orderId} ${asking.review.answer ?? ""}`}
          review={asking.review}
          open={asking.open}
          busy={answer.busy}
          onClose={close}
          onSend={(words) => void send(asking.review, words)}
        />
      ) : null}
    </>
  );
}

export default function MerchantReviewsPage() {
  const t = useWords(answeringWords);
  return (
    <Page title={t("title")}>
      <RoleGate of="merchant" skeleton={<Skeleton shape="row" count={5} />}>
        <Reviews />
      </RoleGate>
    </Page>
  );
}
