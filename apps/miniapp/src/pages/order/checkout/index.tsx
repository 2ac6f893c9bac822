import type { PlaceId, ShopId } from "@sanqi/kernel";
import { Text, View } from "@tarojs/components";
import Taro, { useRouter } from "@tarojs/taro";
import { useEffect, useState } from "react";
import { useCart } from "@/features/cart/cart-store";
import { checkoutWords } from "@/features/checkout/checkout-words";
import { LinesCard } from "@/features/checkout/lines-card";
import { isPhone, longestNote, noteOf, noWishes, type Wishes } from "@/features/checkout/order-intent";
import { PayBar } from "@/features/checkout/pay-bar";
import { sortProblems } from "@/features/checkout/quote-problems";
import { RefusalCard } from "@/features/checkout/refusal-card";
import { useCheckout } from "@/features/checkout/use-checkout";
import { useQuote } from "@/features/checkout/use-quote";
import { WhereCard } from "@/features/checkout/where-card";
import { WishesCard } from "@/features/checkout/wishes-card";
import { useSay, useWords } from "@/features/i18n";
import { SessionGate, useSession } from "@/features/session";
import { host } from "@/platform/host";
import { EmptyState, ErrorState, Icon, Page, Skeleton } from "@/ui";
import "./index.scss";

function useOrder(shopId: ShopId) {
  const cart = useCart(shopId);
  const own = useSession((state) => state.placeId);
  const [placeId, setPlaceId] = useState<PlaceId | null>(own);
  useEffect(() => setPlaceId(own), [own]);
  const [wishes, setWishes] = useState<Wishes>(noWishes);
  const live = useQuote(shopId, placeId, cart);
  const problems = sortProblems(live.quote?.problems ?? [], cart);
  const checkout = useCheckout({ shopId, placeId, cart, wishes, live, title: "三栖校园点餐" });
  const sound = noteOf(wishes).length <= longestNote && (wishes.phone === "" || isPhone(wishes.phone));
  return { cart, own, placeId, setPlaceId, wishes, setWishes, live, problems, checkout, sound };
}

function Form({ shopId, order }: { shopId: ShopId; order: ReturnType<typeof useOrder> }) {
  const t = useWords(checkoutWords);
  const say = useSay();
  const asks = useSession((state) => (state.config?.templates[host.name] ?? []).length > 0);
  const { cart, own, placeId, setPlaceId, wishes, setWishes, live, problems, checkout } = order;
  const { quote, failure } = live;
  if (cart.length === 0 && !checkout.placed)
    return (
      <EmptyState
        art="bag"
        title={t("emptyCart")}
        text={t("emptyCartText")}
        action={{ label: t("backToMenu"), onTap: () => void Taro.navigateBack() }}
      />
    );
  const where = (
    <WhereCard own={own} chosen={placeId} onChoose={setPlaceId} promise={quote?.promise ?? null} />
  );
  if (failure && !quote)
    return (
      <View className="checkout">
        {where}
        <ErrorState
          message={say(failure.words)}
          code={failure.code}
          traceId={failure.traceId}
          retryLabel={t("quoteAgain")}
          onRetry={() => void live.ask()}
        />
      </View>
    );
  return (
    <View className="checkout">
      {checkout.refusal ? <RefusalCard refusal={checkout.refusal} /> : null}
      {[...problems.general, ...(failure ? [failure.words] : [])].map((words) => (
        <View key={words.zh} className="checkout__problem" aria-role="alert">
          <Icon name="alert" size={16} className="checkout__icon" />
          <Text>{say(words)}</Text>
        </View>
      ))}
      {where}
      <LinesCard shopId={shopId} cart={cart} quote={quote} problems={problems.byDish} />
      <WishesCard wishes={wishes} onChange={setWishes} />
      <View className="checkout__rules">
        <Text className="checkout__rule">{t("ifRefused")}</Text>
        <Text className="checkout__rule">{t("cancelRule")}</Text>
        {asks ? <Text className="checkout__rule">{t("consent")}</Text> : null}
      </View>
    </View>
  );
}

export default function CheckoutPage() {
  const { shopId: given = "" } = useRouter().params;
  const shopId = given as ShopId;
  const t = useWords(checkoutWords);
  const order = useOrder(shopId);
  const { live, sound, checkout, cart } = order;
  const bottom =
    cart.length > 0 || checkout.placed ? <PayBar live={live} sound={sound} checkout={checkout} /> : null;
  return (
    <Page title={t("title")} bottom={bottom}>
      <SessionGate skeleton={<Skeleton shape="block" height={160} count={3} />}>
        <Form shopId={shopId} order={order} />
      </SessionGate>
    </Page>
  );
}
