import type { CouponId } from "@sanqi/kernel";
import { View } from "@tarojs/components";
import { useSay, useWords } from "@/features/i18n";
import type { Outputs } from "@/rpc";
import { Button, EmptyState, Icon, Sheet, Tag, Tappable, yuan } from "@/ui";
import { bestOf, type Coupon, chosenTrial, type Trial, toggleCoupon } from "./coupon-choice";
import { CouponFace } from "./coupon-face";
import "./coupon-sheet.scss";
import { couponWords } from "./coupon-words";

type CouponSheetProps = {
  open: boolean;
  coupons: readonly Coupon[];
  chosen: readonly CouponId[];
  quote: Outputs["orders"]["quote"] | null;
  trials: ReadonlyMap<CouponId, Trial>;
  onChoose: (couponIds: CouponId[]) => void;
  onClose: () => void;
};

/** The person chooses; each coupon says what it saves in this order, or why it does not. */
export function CouponSheet({ open, coupons, chosen, quote, trials, onChoose, onClose }: CouponSheetProps) {
  const t = useWords(couponWords);
  const say = useSay();
  const best = bestOf(trials);
  const saved = quote?.amounts.discountFen ?? 0;
  const noteOf = (trial: Trial | null, mine: boolean) => {
    if (!trial) return mine ? t("asking") : null;
    if (trial.savesFen > 0) return t(mine ? "saving" : "saves", { amount: yuan(trial.savesFen) });
    return trial.why ? say(trial.why) : t("noHelp");
  };
  const footer = (
    <Button id="coupons-done" size="l" onTap={onClose}>
      {saved > 0 ? t("doneSaving", { amount: yuan(saved) }) : t("done")}
    </Button>
  );
  return (
    <Sheet open={open} onClose={onClose} title={t("choose")} footer={footer}>
      {coupons.length === 0 ? <EmptyState art="calm" title={t("none")} text={t("noneText")} /> : null}
      {coupons.map((coupon) => {
        const { couponId } = coupon;
        const mine = chosen.includes(couponId);
        const trial = mine ? quote && chosenTrial(quote, coupon) : (trials.get(couponId) ?? null);
        return (
          <Tappable
            key={couponId}
            id={`coupon-${couponId}`}
            role="checkbox"
            selected={mine}
            label={`${say(coupon.name)} ${noteOf(trial, mine) ?? ""}`}
            className="coupon-pick"
            onTap={() => onChoose(toggleCoupon(chosen, couponId))}
          >
            <CouponFace
              coupon={coupon}
              tag={couponId === best ? <Tag tone="food">{t("best")}</Tag> : null}
              note={noteOf(trial, mine)}
              end={
                <View className="coupon-pick__box">
                  {mine ? <Icon name="check" size={16} className="coupon-pick__check" /> : null}
                </View>
              }
            />
          </Tappable>
        );
      })}
    </Sheet>
  );
}
