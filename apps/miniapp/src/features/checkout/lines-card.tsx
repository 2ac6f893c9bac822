import type { ShopId, Words } from "@sanqi/kernel";
import { Text, View } from "@tarojs/components";
import { type Cart, lineKey } from "@/features/cart/cart-lines";
import { useCarts } from "@/features/cart/cart-store";
import { useSay, useWords } from "@/features/i18n";
import { dishArt } from "@/features/shops/art";
import { useSeenShops } from "@/features/shops/seen-shops";
import { Button, Card, Icon, Photo, Price, PriceLine, Skeleton, yuan } from "@/ui";
import { checkoutWords } from "./checkout-words";
import { priceRows } from "./price-rows";
import { pairLines, type Quote } from "./quote-problems";
import "./lines-card.scss";

type LinesCardProps = {
  shopId: ShopId;
  cart: Cart;
  quote: Quote | null;
  problems: Map<string, Words[]>;
  /** Somebody was asked for the price; false while nobody knows where to. */
  asked: boolean;
};

/** Every line with what is wrong with it, then a price list that adds up. */
export function LinesCard({ shopId, cart, quote, problems, asked }: LinesCardProps) {
  const t = useWords(checkoutWords);
  const say = useSay();
  const change = useCarts((state) => state.change);
  const shop = useSeenShops((state) => state.shops[shopId]?.name);
  const priced = pairLines(cart, quote?.lines ?? []);
  return (
    <Card>
      {shop ? <View className="bill-shop">{say(shop)}</View> : null}
      {cart.map((line, index) => {
        const paid = priced[index] ?? null;
        const name = say({ zh: line.name, en: line.nameEn });
        const wrong = problems.get(line.dishId) ?? [];
        return (
          <View key={lineKey(line)}>
            <View className="bill-line">
              <Photo src={paid ? dishArt(paid.art) : null} name={name} size="s" greyed={wrong.length > 0} />
              <View className="bill-line__main">
                <Text className="bill-line__name">{name}</Text>
                {paid && paid.choices.length > 0 ? (
                  <Text className="bill-line__picks">
                    {paid.choices
                      .map((choice) => say({ zh: choice.name, en: choice.nameEn }))
                      .join(say({ zh: "、", en: ", " }))}
                  </Text>
                ) : null}
                <Text className="bill-line__count">{`×${line.quantity}`}</Text>
              </View>
              {paid ? <Price fen={paid.totalFen} tone="text" exact /> : null}
            </View>
            {wrong.map((words) => (
              <View key={words.zh} className="bill-problem">
                <Icon name="alert" size={16} className="bill-problem__icon" />
                <Text className="bill-problem__text">{say(words)}</Text>
                <Button kind="plain" size="s" onTap={() => change(shopId, lineKey(line), 0)}>
                  {t("remove")}
                </Button>
              </View>
            ))}
          </View>
        );
      })}
      <View className="bill-list">
        {quote ? <PriceList quote={quote} /> : asked ? <Skeleton shape="text" /> : null}
      </View>
    </Card>
  );
}

function PriceList({ quote }: { quote: Quote }) {
  const t = useWords(checkoutWords);
  const say = useSay();
  const { goodsFen, discountFen, totalFen } = quote.amounts;
  return (
    <>
      <PriceLine name={t("goods")} fen={goodsFen} />
      {priceRows(quote).map((row) => (
        <PriceLine key={row.key} name={say(row.words)} fen={row.fen} />
      ))}
      <PriceLine
        name={t("total")}
        fen={totalFen}
        strong
        {...(discountFen > 0 ? { note: t("saved", { amount: yuan(discountFen) }) } : {})}
      />
    </>
  );
}
