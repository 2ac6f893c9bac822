import { Text, View } from "@tarojs/components";
import { useSay, useWords } from "@/features/i18n";
import { Button, Card, dayTime, Tag } from "@/ui";
import "./offer-card.scss";
import { type ShopOffer, stateOf } from "./offer-state";
import { shopOfferWords } from "./offer-words";

const tones = { running: "success", coming: "brand", over: "plain", ended: "plain" } as const;

/** What an offer gives, how long, and how to end it. */
export function OfferCard({ offer, now, onEnd }: { offer: ShopOffer; now: number; onEnd: () => void }) {
  const t = useWords(shopOfferWords);
  const say = useSay();
  const state = stateOf(offer, now);
  const { from, until } = offer.when;
  const lives = state === "running" || state === "coming";
  return (
    <Card id={`offer-${offer.discountId}`} className={lives ? "" : "is-over"}>
      <View className="shop-offer__head">
        <Text className="shop-offer__terms">{say(offer.terms)}</Text>
        <Tag tone={tones[state]}>
          {state === "coming" && from
            ? t("coming", { time: dayTime(from, now) })
            : t(state === "coming" ? "running" : state)}
        </Tag>
      </View>
      <View className="shop-offer__text">
        {`${say(offer.name)} · ${until === null ? t("openEnd") : t("until", { time: dayTime(until, now) })}`}
      </View>
      {offer.bearer === "platform" ? <View className="shop-offer__text">{t("platform")}</View> : null}
      {lives && offer.bearer === "merchant" ? (
        <Button
          id={`end-${offer.discountId}`}
          kind="plain"
          className="shop-offer__end"
          label={`${t("end")} ${say(offer.name)}`}
          onTap={onEnd}
        >
          {t("end")}
        </Button>
      ) : null}
    </Card>
  );
}
