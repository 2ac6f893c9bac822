import { chinaDay } from "@sanqi/kernel";
import { Text, View } from "@tarojs/components";
import { useSay, useWords } from "@/features/i18n";
import { Avatar, Card, dayTime, Icon, Tag } from "@/ui";
import type { Alert } from "./alert-list";
import { counselingWords } from "./counseling-words";
import { daysBetween, shortDay } from "./meal-weeks";
import "./alert-card.scss";

/** One student in a sentence: what changed, since when, and whether somebody looks after it. */
export function AlertCard({ alert, now, onTap }: { alert: Alert; now: number; onTap: () => void }) {
  const t = useWords(counselingWords);
  const say = useSay();
  const urgent = alert.severity === "attention" && !alert.seen;
  const since = { day: shortDay(alert.since), count: daysBetween(alert.since, chinaDay(now)) };
  return (
    <Card id={`alert-${alert.alertId}`} label={`${alert.studentName} ${say(alert.reason)}`} onTap={onTap}>
      <View className="care-alert__head">
        <Avatar name={alert.studentName} size="m" />
        <Text className="care-alert__name">{alert.studentName}</Text>
        {alert.seen ? null : (
          <Tag tone={urgent ? "food" : "plain"}>{t(urgent ? "attentionTag" : "noticeTag")}</Tag>
        )}
        <Icon name="chevron-right" size={16} className="care-alert__go" />
      </View>
      <View className="care-alert__reason">{say(alert.reason)}</View>
      <View className="care-alert__foot">
        <Text>{since.count > 0 ? t("sinceDays", since) : t("since", since)}</Text>
        <Text>
          {alert.seen ? t("seenBy", { name: alert.seen.by, time: dayTime(alert.seen.at, now) }) : t("unseen")}
        </Text>
      </View>
    </Card>
  );
}
