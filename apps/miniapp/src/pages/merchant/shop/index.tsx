import { Text, View } from "@tarojs/components";
import Taro from "@tarojs/taro";
import { useOpenComplaints } from "@/features/complaints-answering/use-complaints";
import { useWords } from "@/features/i18n";
import { OwnShopGate } from "@/features/menu-editing/own-shop-gate";
import { PauseCard } from "@/features/shop-settings/pause-card";
import { shopDeskWords } from "@/features/shop-settings/shop-desk-words";
import { Card, type IconName, ListRow, Page, SectionTitle } from "@/ui";
import "./index.scss";

type Door = {
  to: "menu" | "hours" | "settings" | "tables" | "offers" | "complaints" | "reviews" | "day" | "statement";
  icon: IconName;
};

const manage: readonly Door[] = [
  { to: "menu", icon: "list" },
  { to: "hours", icon: "clock" },
  { to: "settings", icon: "filter" },
  { to: "tables", icon: "scan" },
];
const business: readonly Door[] = [
  { to: "complaints", icon: "alert" },
  { to: "reviews", icon: "star" },
  { to: "offers", icon: "heart" },
  { to: "day", icon: "flame" },
  { to: "statement", icon: "shield" },
];

function Doors({ title, doors, waiting }: { title: string; doors: readonly Door[]; waiting?: number }) {
  const t = useWords(shopDeskWords);
  return (
    <View className="desk__half">
      <SectionTitle>{title}</SectionTitle>
      <Card flush>
        {doors.map(({ to, icon }) => (
          <ListRow
            key={to}
            id={`desk-${to}`}
            icon={icon}
            title={t(to)}
            text={t(`${to}Text`)}
            end={to === "complaints" && waiting ? <Text className="desk__badge">{waiting}</Text> : null}
            onTap={() => void Taro.navigateTo({ url: `/pages/merchant/${to}/index` })}
          />
        ))}
      </Card>
    </View>
  );
}

function Desk() {
  const t = useWords(shopDeskWords);
  const waiting = useOpenComplaints();
  return (
    <View className="desk__halves">
      <Doors title={t("manage")} doors={manage} />
      <Doors title={t("money")} doors={business} waiting={waiting} />
    </View>
  );
}

export default function MerchantShopPage() {
  const t = useWords(shopDeskWords);
  return (
    <Page title={t("title")} wide>
      <OwnShopGate>
        {(menu) => (
          <>
            <PauseCard menu={menu} />
            <Desk />
          </>
        )}
      </OwnShopGate>
    </Page>
  );
}
