import type { OrderId } from "@sanqi/kernel";
import { Text, View } from "@tarojs/components";
import Taro, { useRouter } from "@tarojs/taro";
import { useState } from "react";
import { useSay, useWords } from "@/features/i18n";
import { LoadGate, useAction, useLoad } from "@/features/loading";
import { SessionGate } from "@/features/session";
import { dishArt } from "@/features/shops/art";
import { commentOf } from "@/features/track/rating-draft";
import { rateTags, trackWords } from "@/features/track/track-words";
import { api, type Outputs } from "@/rpc";
import { Button, Card, Page, Photo, RatingInput, Skeleton, Tappable, TextArea, toast } from "@/ui";
import "./index.scss";

const starWords = ["star1", "star2", "star3", "star4", "star5"] as const;
type Draft = { stars: number; tags: readonly string[]; text: string };

function Form({
  order,
  draft,
  onChange,
}: {
  order: Outputs["orders"]["get"];
  draft: Draft;
  onChange: (draft: Draft) => void;
}) {
  const t = useWords(trackWords);
  const say = useSay();
  const tags = draft.stars >= 4 ? rateTags.good : rateTags.bad;
  const words = starWords[draft.stars - 1];
  const toggle = (zh: string) =>
    onChange({
      ...draft,
      tags: draft.tags.includes(zh) ? draft.tags.filter((tag) => tag !== zh) : [...draft.tags, zh],
    });
  return (
    <Card className="rate-card">
      <View className="rate-head">
        <Photo src={order.arts[0] ? dishArt(order.arts[0]) : null} name={say(order.summary)} size="s" />
        <View className="rate-head__main">
          <Text className="rate-head__shop">{say({ zh: order.shop.name, en: order.shop.nameEn })}</Text>
          <Text className="rate-head__text">{say(order.summary)}</Text>
        </View>
      </View>
      <Text className="rate-ask">{words ? t(words) : t("rateHow")}</Text>
      <RatingInput
        value={draft.stars}
        label={t("rateTitle")}
        onChange={(stars) => onChange({ ...draft, stars, tags: [] })}
      />
      {draft.stars > 0 ? (
        <>
          <View className="rate-tags">
            {tags.map((tag) => (
              <Tappable
                key={tag.zh}
                role="checkbox"
                selected={draft.tags.includes(tag.zh)}
                className="rate-tag"
                onTap={() => toggle(tag.zh)}
              >
                <Text className="rate-tag__face">{say(tag)}</Text>
              </Tappable>
            ))}
          </View>
          <TextArea
            id="rate-comment"
            label={t("comment")}
            value={draft.text}
            maxLength={150}
            hint={t("commentHint")}
            onChange={(text) => onChange({ ...draft, text })}
          />
        </>
      ) : null}
    </Card>
  );
}

export default function RatePage() {
  const { orderId: given = "" } = useRouter().params;
  const orderId = given as OrderId;
  const t = useWords(trackWords);
  const order = useLoad(() => api.orders.get.query({ orderId }), [orderId]);
  const [draft, setDraft] = useState<Draft>({ stars: 0, tags: [], text: "" });
  const send = useAction(async () => {
    await api.orders.rate.mutate({ orderId, stars: draft.stars, comment: commentOf(draft.tags, draft.text) });
    await Taro.navigateBack();
    toast(t("thanks"));
  });
  return (
    <Page
      title={t("rateTitle")}
      bottom={
        <Button
          id="rate-send"
          size="l"
          loading={send.busy}
          disabled={draft.stars === 0}
          onTap={() => void send.run()}
        >
          {t("submit")}
        </Button>
      }
    >
      <SessionGate>
        <LoadGate load={order} skeleton={<Skeleton shape="block" height={240} />}>
          {(data) => <Form order={data} draft={draft} onChange={setDraft} />}
        </LoadGate>
      </SessionGate>
    </Page>
  );
}
