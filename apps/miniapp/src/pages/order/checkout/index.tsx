import type { ShopId, TableId } from "@sanqi/kernel";
import { Text, View } from "@tarojs/components";
import Taro, { useRouter } from "@tarojs/taro";
import { checkoutWords } from "@/features/checkout/checkout-words";
import { CouponsRow } from "@/features/checkout/coupons-row";
import { HandoverCard } from "@/features/checkout/handover-card";
import { LinesCard } from "@/features/checkout/lines-card";
import { MovedCard } from "@/features/checkout/moved-card";
import { PayBar } from "@/features/checkout/pay-bar";
import { RefusalCard } from "@/features/checkout/refusal-card";
import { type OrderDraft, useOrderDraft } from "@/features/checkout/use-order-draft";
import { WhenRow } from "@/features/checkout/when-row";
import { WishesCard } from "@/features/checkout/wishes-card";
import { useSay, useWords } from "@/features/i18n";
import { PausedNotice } from "@/features/pay-code/paused-notice";
import { SessionGate, useSession } from "@/features/session";
import { host } from "@/platform/host";
import { EmptyState, ErrorState, Icon, Page, Skeleton } from "@/ui";
import "./index.scss";

function Rules() {
  const t = useWords(checkoutWords);
  const asks = useSession((state) => (state.config?.templates[host.name] ?? []).length > 0);
  return (
    <View className="checkout__rules">
      <Text className="checkout__rule">{t("ifRefused")}</Text>
      <Text className="checkout__rule">{t("cancelRule")}</Text>
      {asks ? <Text className="checkout__rule">{t("consent")}</Text> : null}
    </View>
  );
}

function Form({ draft }: { draft: OrderDraft }) {
  const t = useWords(checkoutWords);
  const say = useSay();
  const { cart, live, problems, checkout, request } = draft;
  const { quote, failure } = live;
  // the card of the moved prices says the same, dish by dish, and asks to be looked at
  const told = checkout.refusal?.failure.code === "PRICE_CHANGED" && draft.changed.length > 0;
  if (cart.length === 0 && !checkout.placed)
    return (
      <EmptyState
        art="bag"
        title={t("emptyCart")}
        text={t("emptyCartText")}
        action={{ label: t("backToMenu"), onTap: () => void Taro.navigateBack() }}
      />
    );
  if (request && failure && !quote)
    return (
      <View className="checkout">
        <HandoverCard draft={draft} />
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
      <PausedNotice />
      {checkout.refusal && !told ? <RefusalCard refusal={checkout.refusal} /> : null}
      <MovedCard draft={draft} />
      {[...problems.general, ...(failure && request ? [failure.words] : [])].map((words) => (
        <View key={words.zh} className="checkout__problem" aria-role="alert">
          <Icon name="alert" size={16} className="checkout__icon" />
          <Text>{say(words)}</Text>
        </View>
      ))}
      <HandoverCard draft={draft} />
      {request ? <WhenRow draft={draft} /> : null}
      <LinesCard
        shopId={draft.shopId}
        cart={cart}
        quote={request ? quote : null}
        problems={problems.byDish}
        asked={request !== null}
      />
      <CouponsRow draft={draft} />
      <WishesCard
        wishes={draft.wishes}
        carried={draft.way.handover === "delivery"}
        onChange={draft.setWishes}
      />
      <Rules />
    </View>
  );
}

export default function CheckoutPage() {
  const { shopId = "", tableId = "", handover } = useRouter().params;
  const t = useWords(checkoutWords);
  const draft = useOrderDraft({
    shopId: shopId as ShopId,
    tableId: (tableId || null) as TableId | null,
    asked: handover,
  });
  const paying = draft.cart.length > 0 || draft.checkout.placed;
  return (
    <Page title={t("title")} bottom={paying ? <PayBar draft={draft} /> : null}>
      <SessionGate skeleton={<Skeleton shape="block" height={160} count={3} />}>
        <Form draft={draft} />
      </SessionGate>
    </Page>
  );
}
