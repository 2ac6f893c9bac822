import { Text, View } from "@tarojs/components";
import { useSay, useWords } from "@/features/i18n";
import { Button, Card, dayTime, Tag, yuan } from "@/ui";
import "./complaint-card.scss";
import { ComplaintPictures } from "./complaint-pictures";
import { complaintWords } from "./complaint-words";
import { type Complaint, canAgree, canExplain } from "./complaint-worth";

const tones = { opened: "danger", answered: "warning", decided: "brand", closed: "plain" } as const;
const bearers = { merchant: "byMerchant", platform: "byPlatform", rider: "byRider" } as const;

/** What was said and decided so far. */
function Outcome({ complaint }: { complaint: Complaint }) {
  const t = useWords(complaintWords);
  const { answer, decision } = complaint.afterSale;
  return (
    <>
      {answer ? (
        <View className="complaint__said">
          {answer.agrees ? t("agreed") : t("yourAnswer", { words: answer.words })}
        </View>
      ) : null}
      {decision ? (
        <View className="complaint__said">
          {decision.by === "operator" && decision.words
            ? `${t("decidedWords", { words: decision.words })} `
            : ""}
          {decision.fen > 0
            ? t("refunded", { amount: yuan(decision.fen), who: t(bearers[decision.bearer]) })
            : t("noRefund")}
        </View>
      ) : null}
    </>
  );
}

/** A complaint: which order, what about, what the student says, and what the kitchen can do. */
export function ComplaintCard({
  complaint,
  now,
  onAgree,
  onExplain,
}: {
  complaint: Complaint;
  now: number;
  onAgree: () => void;
  onExplain: () => void;
}) {
  const t = useWords(complaintWords);
  const say = useSay();
  const { afterSale, lines, orderId } = complaint;
  const items = afterSale.items.map(({ line, quantity }) => {
    const dish = lines[line];
    return dish ? t("portions", { name: say({ zh: dish.name, en: dish.nameEn }), count: quantity }) : "";
  });
  const over = now > complaint.answerBy;
  return (
    <Card id={`complaint-${orderId}`}>
      <View className="complaint__head">
        <Text className="complaint__no">{complaint.orderNo}</Text>
        <Tag tone={tones[afterSale.state]}>{t(afterSale.state)}</Tag>
      </View>
      <View className="complaint__when">
        {`${complaint.shopName} · ${complaint.placeName} · ${dayTime(afterSale.openedAt, now)}`}
      </View>
      <View className="complaint__reason">{t(afterSale.reason)}</View>
      <View className="complaint__items">
        {items.length > 0 ? items.join(say({ zh: "、", en: ", " })) : t("whole")}
      </View>
      {afterSale.words ? <View className="complaint__words">{afterSale.words}</View> : null}
      <ComplaintPictures urls={afterSale.pictureUrls} />
      <Outcome complaint={complaint} />
      {canExplain(complaint) ? (
        <>
          <View className={`complaint__due${over ? " is-over" : ""}`}>
            {over ? t("overdue") : t("answerBy", { time: dayTime(complaint.answerBy, now) })}
          </View>
          <View className="complaint__deeds">
            <Button
              id={`explain-${orderId}`}
              kind="plain"
              className="complaint__deed"
              label={`${t("explain")} ${complaint.orderNo}`}
              onTap={onExplain}
            >
              {t("explain")}
            </Button>
            {canAgree(complaint) ? (
              <Button
                id={`agree-${orderId}`}
                className="complaint__deed"
                label={`${t("agree")} ${complaint.orderNo}`}
                onTap={onAgree}
              >
                {t("agree")}
              </Button>
            ) : null}
          </View>
        </>
      ) : null}
    </Card>
  );
}
