import { chinaDay } from "@sanqi/kernel";
import { Text, View } from "@tarojs/components";
import { useRouter } from "@tarojs/taro";
import type { AlertDetail } from "@/features/counseling/alert-list";
import { CareBanner } from "@/features/counseling/care-banner";
import { useCounseling } from "@/features/counseling/counseling-store";
import { counselingWords } from "@/features/counseling/counseling-words";
import { MealPattern } from "@/features/counseling/meal-pattern";
import { daysBetween, shortDay } from "@/features/counseling/meal-weeks";
import { useSay, useWords } from "@/features/i18n";
import { type Load, LoadGate, useAction, useLoad } from "@/features/loading";
import { useSession } from "@/features/session";
import { RoleGate } from "@/features/staff/role-gate";
import { useNow } from "@/features/staff/use-now";
import { api } from "@/rpc";
import { Avatar, Button, Card, dayTime, Icon, ListRow, Page, Skeleton, Tag, toast } from "@/ui";
import "./index.scss";

function Student({ alert, now }: { alert: AlertDetail; now: number }) {
  const t = useWords(counselingWords);
  const say = useSay();
  const since = { day: shortDay(alert.since), count: daysBetween(alert.since, chinaDay(now)) };
  const urgent = alert.severity === "attention";
  return (
    <>
      <CareBanner />
      <Card>
        <View className="pupil__head">
          <Avatar name={alert.studentName} size="l" />
          <View className="pupil__names">
            <Text className="pupil__name">{alert.studentName}</Text>
            <Text className="pupil__number">{alert.departmentName}</Text>
            <Text className="pupil__number">{t("number", { number: alert.studentNumber })}</Text>
          </View>
          <Tag tone={urgent ? "food" : "plain"}>{t(urgent ? "attentionTag" : "noticeTag")}</Tag>
        </View>
        <View className="pupil__title">{t("why")}</View>
        <View className="pupil__reason">{say(alert.reason)}</View>
        <View className="pupil__since">{since.count > 0 ? t("sinceDays", since) : t("since", since)}</View>
        <View className="pupil__hint">{t("notDiagnosis")}</View>
      </Card>
      <MealPattern pattern={alert.pattern} />
      <Card flush>
        <View className="pupil__views">
          <View className="pupil__views-title">{t("views")}</View>
          <View className="pupil__views-text">{t("viewsText")}</View>
        </View>
        {alert.views.map((view) => (
          <ListRow key={`${view.at} ${view.by}`} title={view.by} end={dayTime(view.at, now)} />
        ))}
      </Card>
    </>
  );
}

function SeenBar({ load }: { load: Load<AlertDetail> }) {
  const t = useWords(counselingWords);
  const name = useSession((state) => state.person?.displayName ?? "");
  const markSeen = useCounseling((state) => state.markSeen);
  const alert = load.data;
  const mark = useAction(async (alertId: string) => {
    await markSeen(alertId, name);
    load.put((now) => now && { ...now, seen: { at: Date.now(), by: name } });
    toast(t("markedSeen"));
  });
  if (!alert) return null;
  if (alert.seen)
    return (
      <View id="alert-seen-by" className="pupil__seen">
        <Icon name="check" className="pupil__seen-icon" />
        {t("seenAlready", { name: alert.seen.by, time: dayTime(alert.seen.at, Date.now()) })}
      </View>
    );
  return (
    <Button
      id="alert-seen"
      size="l"
      icon="heart"
      loading={mark.busy}
      onTap={() => void mark.run(alert.alertId)}
    >
      {t("markSeen")}
    </Button>
  );
}

function Detail({ load }: { load: Load<AlertDetail> }) {
  const now = useNow(60_000);
  return (
    <LoadGate load={load} skeleton={<Skeleton shape="block" height={160} count={3} />}>
      {(data) => <Student alert={data} now={now} />}
    </LoadGate>
  );
}

export default function CounselorStudentPage() {
  const t = useWords(counselingWords);
  const { alertId = "" } = useRouter().params;
  const isCounselor = useSession(
    (state) => !!state.person?.roles.some((grant) => grant.role === "counselor"),
  );
  // asking records a look, so nobody asks before it is known that they may
  const load = useLoad<AlertDetail>(
    () => (isCounselor ? api.care.alert.query({ alertId }) : new Promise(() => undefined)),
    [isCounselor, alertId],
  );
  return (
    <Page title={t("studentTitle")} bottom={load.data ? <SeenBar load={load} /> : null}>
      <RoleGate of="counselor" skeleton={<Skeleton shape="block" height={160} count={3} />}>
        <Detail load={load} />
      </RoleGate>
    </Page>
  );
}
