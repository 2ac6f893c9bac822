import { Text, View } from "@tarojs/components";
import { useState } from "react";
import { useSay, useWords } from "@/features/i18n";
import { useLoad } from "@/features/loading";
import { CareSheet } from "@/features/me/care-sheet";
import { meWords } from "@/features/me/me-words";
import { SettingsCard } from "@/features/me/settings-card";
import { WorkCard } from "@/features/me/work-card";
import { SessionGate, useSession } from "@/features/session";
import { host } from "@/platform/host";
import { api } from "@/rpc";
import { Avatar, Button, Card, ListRow, Page, SectionTitle, Sheet, Skeleton, Tag } from "@/ui";
import "./index.scss";

function Head() {
  const t = useWords(meWords);
  const say = useSay();
  const person = useSession((state) => state.person);
  const campus = useSession((state) => state.config?.campusName ?? "");
  const name = person?.displayName ?? "";
  return (
    <View className="me-head">
      <Avatar name={name} size="l" />
      <View className="me-head__main">
        <Text id="me-name" className="me-head__name">
          {name}
        </Text>
        <View className="me-head__tags">
          <Tag tone="brand">{t("via", { host: say(host.label) })}</Tag>
          <Tag>{campus}</Tag>
        </View>
      </View>
    </View>
  );
}

function Privacy() {
  const t = useWords(meWords);
  const consent = useLoad(() => api.care.consent.query(), []);
  const [care, setCare] = useState(false);
  const [about, setAbout] = useState(false);
  const given = consent.data?.given ?? false;
  return (
    <>
      <Card flush>
        <ListRow
          id="care"
          icon="heart"
          title={t("care")}
          text={<Text id="care-state">{t(given ? "careOn" : "careOff")}</Text>}
          onTap={() => (consent.data ? setCare(true) : void consent.reload())}
        />
        <ListRow id="about" icon="shield" title={t("about")} onTap={() => setAbout(true)} />
      </Card>
      <CareSheet open={care} given={given} onClose={() => setCare(false)} onChanged={consent.put} />
      <Sheet
        open={about}
        onClose={() => setAbout(false)}
        title={t("about")}
        footer={<Button onTap={() => setAbout(false)}>{t("close")}</Button>}
      >
        <Text className="me-about">{t("aboutText")}</Text>
        <Text className="me-about">{t("dataText")}</Text>
      </Sheet>
    </>
  );
}

export default function MePage() {
  const t = useWords(meWords);
  return (
    <Page title={t("title")} tab onRefresh={() => useSession.getState().refresh()}>
      <SessionGate skeleton={<Skeleton shape="row" count={5} />}>
        <Head />
        <SettingsCard />
        <SectionTitle>{t("privacy")}</SectionTitle>
        <Privacy />
        <SectionTitle>{t("work")}</SectionTitle>
        <WorkCard />
      </SessionGate>
    </Page>
  );
}
