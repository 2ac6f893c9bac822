import { Text } from "@tarojs/components";
import { useState } from "react";
import { couponsFor } from "@/features/coupons/coupon-choice";
import { CouponSheet } from "@/features/coupons/coupon-sheet";
import { useCoupons } from "@/features/coupons/use-coupons";
import { useTrials } from "@/features/coupons/use-trials";
import { useWords } from "@/features/i18n";
import { Card, ListRow } from "@/ui";
import { checkoutWords } from "./checkout-words";
import type { OrderDraft } from "./use-order-draft";

/** How many coupons there are for this order and how many are chosen; a tap opens them. */
export function CouponsRow({ draft }: { draft: OrderDraft }) {
  const t = useWords(checkoutWords);
  const [open, setOpen] = useState(false);
  const mine = useCoupons();
  const { shopId, way, change, live, request } = draft;
  const coupons = couponsFor(shopId, mine.data ?? []);
  const trials = useTrials(open, { request, quote: live.stale ? null : live.quote, coupons });
  const chosen = way.couponIds.length;
  const text =
    chosen > 0
      ? t("couponsChosen", { count: chosen })
      : coupons.length > 0
        ? t("couponsSome", { count: coupons.length })
        : t("couponsNone");
  return (
    <Card flush>
      <ListRow
        id="coupons"
        icon="star"
        title={t("coupons")}
        end={<Text>{text}</Text>}
        label={`${t("coupons")} ${text}`}
        {...(coupons.length > 0 ? { onTap: () => setOpen(true) } : {})}
      />
      <CouponSheet
        open={open}
        coupons={coupons}
        chosen={way.couponIds}
        quote={live.stale ? null : live.quote}
        trials={trials}
        onChoose={(couponIds) => change({ couponIds })}
        onClose={() => setOpen(false)}
      />
    </Card>
  );
}
