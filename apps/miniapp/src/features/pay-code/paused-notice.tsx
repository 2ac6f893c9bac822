import { Text, View } from "@tarojs/components";
import { useDidShow } from "@tarojs/taro";
import { useEffect } from "react";
import { useWords } from "@/features/i18n";
import { useSession } from "@/features/session";
import { host } from "@/platform/host";
import { clockTime, Icon } from "@/ui";
import "./paused-notice.scss";
import { payWords } from "./pay-words";
import { isPaused, usePaymentStatus } from "./payment-status";

/** Who moves the money of this host. */
const channel = host.name === "weapp" ? "wechatPay" : "alipay";

/** Somebody who waits in front of it wants to know when it is over. */
const lookAgainMs = 10_000;

/** Says that this host's payments are paused, until when the order is kept, and what else can be done; else nothing. */
export function PausedNotice({ payBy }: { payBy?: number }) {
  const t = useWords(payWords);
  const ready = useSession((state) => state.status === "ready");
  const { status, reload } = usePaymentStatus();
  const paused = isPaused(status, channel);
  useEffect(() => {
    if (ready) void reload();
  }, [ready, reload]);
  useDidShow(() => {
    if (ready) void reload();
  });
  useEffect(() => {
    if (!paused) return;
    const again = setInterval(() => void reload(), lookAgainMs);
    return () => clearInterval(again);
  }, [paused, reload]);
  if (!paused) return null;
  return (
    <View id="payment-paused" className="paused" aria-role="alert">
      <Icon name="alert" size={20} className="paused__icon" />
      <View className="paused__main">
        <Text className="paused__title">{t("pausedTitle", { platform: t(channel) })}</Text>
        <Text className="paused__text">{t("pausedText")}</Text>
        {payBy ? <Text className="paused__text">{t("pausedOrder", { time: clockTime(payBy) })}</Text> : null}
        {payBy ? <Text className="paused__text">{t("pausedOther")}</Text> : null}
      </View>
    </View>
  );
}
