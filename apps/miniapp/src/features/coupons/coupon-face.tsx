import { Text, View } from "@tarojs/components";
import type { ReactNode } from "react";
import { useSay, useWords } from "@/features/i18n";
import { dayTime, Tag } from "@/ui";
import type { Coupon } from "./coupon-choice";
import "./coupon-face.scss";
import { couponWords } from "./coupon-words";

type CouponFaceProps = {
  coupon: Coupon;
  /** Beside the name. */
  tag?: ReactNode;
  /** What it does here, in one line. */
  note?: ReactNode;
  end: ReactNode;
};

/** A coupon as people read it: what it gives, where, and until when. */
export function CouponFace({ coupon, tag, note, end }: CouponFaceProps) {
  const t = useWords(couponWords);
  const say = useSay();
  return (
    <View className={`coupon is-${coupon.state}`}>
      <View className="coupon__main">
        <View className="coupon__head">
          <Text className="coupon__name">{say(coupon.name)}</Text>
          {tag ?? (coupon.state === "usable" ? null : <Tag>{t(coupon.state)}</Tag>)}
        </View>
        <Text className="coupon__terms">{say(coupon.terms)}</Text>
        <Text className="coupon__text">
          {`${t(coupon.shopId === null ? "everyShop" : "oneShop")} · ${t("until", { time: dayTime(coupon.validUntilAt, Date.now()) })}`}
        </Text>
        {note ? <Text className="coupon__note">{note}</Text> : null}
      </View>
      <View className="coupon__end">{end}</View>
    </View>
  );
}
