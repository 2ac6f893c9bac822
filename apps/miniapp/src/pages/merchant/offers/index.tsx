import type { DiscountId } from "@sanqi/kernel";
import { View } from "@tarojs/components";
import { usePullDownRefresh } from "@tarojs/taro";
import { useState } from "react";
import { useSay, useWords } from "@/features/i18n";
import { LoadGate, useAction, useLoad } from "@/features/loading";
import type { EditableMenu } from "@/features/menu-editing/menu-list";
import { OwnShopGate } from "@/features/menu-editing/own-shop-gate";
import { OfferCard } from "@/features/shop-offers/offer-card";
import { OfferSheet } from "@/features/shop-offers/offer-sheet";
import { runningFirst, type ShopOffer } from "@/features/shop-offers/offer-state";
import { shopOfferWords } from "@/features/shop-offers/offer-words";
import { useNow } from "@/features/staff/use-now";
import { api } from "@/rpc";
import { Button, ConfirmSheet, EmptyState, Page, Skeleton, toast } from "@/ui";
import "./index.scss";

function EndSheet({
  offer,
  open,
  onClose,
  onEnded,
}: {
  offer: ShopOffer;
  open: boolean;
  onClose: () => void;
  onEnded: () => void;
}) {
  const t = useWords(shopOfferWords);
  const say = useSay();
  const name = say(offer.name);
  const { busy, run } = useAction((discountId: DiscountId) => api.merchant.endOffer.mutate({ discountId }));
  const end = async () => {
    if (!(await run(offer.discountId))) return;
    toast(t("endedSaid", { name }));
    onEnded();
  };
  return (
    <ConfirmSheet
      open={open}
      title={t("endTitle", { name })}
      text={t("endText")}
      confirmLabel={t("endConfirm")}
      cancelLabel={t("cancel")}
      danger
      busy={busy}
      onConfirm={() => void end()}
      onClose={onClose}
    />
  );
}

function Offers({ menu }: { menu: EditableMenu }) {
  const t = useWords(shopOfferWords);
  const now = useNow();
  const load = useLoad<ShopOffer[]>(() => api.merchant.offers.query(), []);
  // a new sheet for each offer: the one before left its figures in the form
  const [adding, setAdding] = useState({ turn: 0, open: false });
  const [ending, setEnding] = useState<{ offer: ShopOffer; open: boolean } | null>(null);
  usePullDownRefresh(() => void load.reload());
  const add = () => setAdding((before) => ({ turn: before.turn + 1, open: true }));
  return (
    <>
      <View className="offers__text">{t("intro")}</View>
      <View className="offers__add">
        <Button id="offer-new" size="l" icon="plus" onTap={add}>
          {t("add")}
        </Button>
      </View>
      <LoadGate load={load} skeleton={<Skeleton shape="block" height={96} count={3} />}>
        {(offers) => {
          const own = offers.filter(({ shopId }) => shopId === menu.shop.shopId);
          if (own.length === 0) return <EmptyState art="bag" title={t("none")} text={t("noneText")} />;
          return (
            <>
              {runningFirst(own, now).map((offer) => (
                <OfferCard
                  key={offer.discountId}
                  offer={offer}
                  now={now}
                  onEnd={() => setEnding({ offer, open: true })}
                />
              ))}
            </>
          );
        }}
      </LoadGate>
      <OfferSheet
        key={adding.turn}
        menu={menu}
        open={adding.open}
        onClose={() => setAdding((before) => ({ ...before, open: false }))}
        onSaved={() => {
          setAdding((before) => ({ ...before, open: false }));
          void load.reload();
        }}
      />
      {ending ? (
        <EndSheet
          offer={ending.offer}
          open={ending.open}
          onClose={() => setEnding({ ...ending, open: false })}
          onEnded={() => {
            setEnding({ ...ending, open: false });
            void load.reload();
          }}
        />
      ) : null}
    </>
  );
}

export default function MerchantOffersPage() {
  const t = useWords(shopOfferWords);
  return (
    <Page title={t("title")}>
      <OwnShopGate>{(menu) => <Offers key={menu.shop.shopId} menu={menu} />}</OwnShopGate>
    </Page>
  );
}
