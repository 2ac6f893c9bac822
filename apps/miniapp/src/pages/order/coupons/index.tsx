import { View } from "@tarojs/components";
import Taro from "@tarojs/taro";
import { useState } from "react";
import type { Coupon } from "@/features/coupons/coupon-choice";
import { CouponFace } from "@/features/coupons/coupon-face";
import { couponWords } from "@/features/coupons/coupon-words";
import { useCoupons } from "@/features/coupons/use-coupons";
import { useWords } from "@/features/i18n";
import { LoadGate } from "@/features/loading";
import { SessionGate } from "@/features/session";
import { openShop } from "@/features/shops/open-shop";
import { Button, EmptyState, Page, Skeleton, Tabs } from "@/ui";
import "./index.scss";

const states = ["usable", "used", "expired"] as const;
type State = (typeof states)[number];
const nothing = { usable: "none", used: "noneUsed", expired: "noneExpired" } as const;

const go = ({ shopId }: Coupon) => {
  if (shopId) openShop(shopId);
  else void Taro.switchTab({ url: "/pages/home/index" });
};

function List({ coupons, state }: { coupons: readonly Coupon[]; state: State }) {
  const t = useWords(couponWords);
  const own = coupons.filter((coupon) => coupon.state === state);
  if (own.length === 0)
    return (
      <EmptyState
        art="calm"
        title={t(nothing[state])}
        {...(state === "usable" ? { text: t("noneText") } : {})}
      />
    );
  return (
    <View className="coupons-list">
      {own.map((coupon) => (
        <View key={coupon.couponId} id={`coupon-${coupon.couponId}`} className="coupons-list__item">
          <CouponFace
            coupon={coupon}
            end={
              state === "usable" ? (
                <Button id={`use-${coupon.couponId}`} size="s" onTap={() => go(coupon)}>
                  {t("goUse")}
                </Button>
              ) : null
            }
          />
        </View>
      ))}
    </View>
  );
}

export default function CouponsPage() {
  const t = useWords(couponWords);
  const mine = useCoupons();
  const [state, setState] = useState<State>("usable");
  const all = mine.data ?? [];
  const count = (key: State) => all.filter((coupon) => coupon.state === key).length;
  return (
    <Page title={t("title")} onRefresh={mine.reload}>
      <SessionGate skeleton={<Skeleton count={3} />}>
        <Tabs
          items={states.map((key) => ({ key, label: `${t(key)} ${count(key) || ""}`.trim() }))}
          value={state}
          onChange={setState}
        />
        <LoadGate load={mine} skeleton={<Skeleton count={3} />}>
          {(coupons) => coupons && <List coupons={coupons} state={state} />}
        </LoadGate>
      </SessionGate>
    </Page>
  );
}
