import { afterSaleReasons } from "@sanqi/orders";
import { Text, View } from "@tarojs/components";
import { useSay, useWords } from "@/features/i18n";
import type { OrderView } from "@/features/orders/use-order-watch";
import { PictureField } from "@/features/pictures/picture-field";
import type { Pictures } from "@/features/pictures/use-pictures";
import { dishArt } from "@/features/shops/art";
import { Card, Photo, SectionTitle, Stepper, Tappable, TextArea, yuan } from "@/ui";
import { afterSaleWords } from "./after-sale-words";
import "./complaint-form.scss";
import { atMostFen, type ComplaintDraft, longestComplaint, mostPictures } from "./complaint-draft";

type ComplaintFormProps = {
  order: OrderView;
  draft: ComplaintDraft;
  /** Two taps may come before the first is drawn: each changes what is there then. */
  onChange: (change: (draft: ComplaintDraft) => ComplaintDraft) => void;
  pictures: Pictures;
};

/** Reason, portions, words and pictures; and what can come of it, before it is sent. */
export function ComplaintForm({ order, draft, onChange, pictures }: ComplaintFormProps) {
  const t = useWords(afterSaleWords);
  const worth = atMostFen(order, draft);
  const late = draft.reason === "late";
  return (
    <>
      <SectionTitle>{t("what")}</SectionTitle>
      <View className="complaint-reasons">
        {afterSaleReasons.map((reason) => (
          <Tappable
            key={reason}
            id={`reason-${reason}`}
            role="radio"
            selected={reason === draft.reason}
            className="complaint-reason"
            onTap={() => onChange((now) => ({ ...now, reason }))}
          >
            <Text>{t(reason)}</Text>
          </Tappable>
        ))}
      </View>
      <SectionTitle>{t(late ? "whichLate" : "which")}</SectionTitle>
      <Lines order={order} draft={draft} onChange={onChange} />
      <Card>
        <TextArea
          id="complaint-words"
          label={t("words")}
          value={draft.words}
          maxLength={longestComplaint}
          hint={t("wordsHint")}
          onChange={(words) => onChange((now) => ({ ...now, words }))}
        />
        <PictureField field={pictures} most={mostPictures} />
      </Card>
      <View className="complaint-rules">
        {late ? <Text className="complaint-rule">{t("atMostLate")}</Text> : null}
        {!late && worth > 0 ? (
          <Text id="complaint-worth" className="complaint-rule">
            {t("atMost", { amount: yuan(worth) })}
          </Text>
        ) : null}
        <Text className="complaint-rule">{t("how")}</Text>
      </View>
    </>
  );
}

function Lines({ order, draft, onChange }: Omit<ComplaintFormProps, "pictures">) {
  const t = useWords(afterSaleWords);
  const say = useSay();
  return (
    <Card>
      {order.lines.map((line, at) => {
        const name = say({ zh: line.name, en: line.nameEn });
        const key = [line.dishId, ...line.choices.map((choice) => choice.key)].join("|");
        return (
          <View key={key} className="complaint-line">
            <Photo src={dishArt(line.art)} name={name} size="s" />
            <View className="complaint-line__main">
              <Text className="complaint-line__name">{name}</Text>
              <Text className="complaint-line__text">{t("of", { count: line.quantity })}</Text>
            </View>
            <Stepper
              id={`portion-${at}`}
              value={draft.portions[at] ?? 0}
              max={line.quantity}
              label={name}
              onChange={(quantity) =>
                onChange((now) => ({ ...now, portions: { ...now.portions, [at]: quantity } }))
              }
            />
          </View>
        );
      })}
    </Card>
  );
}
