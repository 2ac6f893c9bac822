import { Text } from "@tarojs/components";
import Taro from "@tarojs/taro";
import { useState } from "react";
import { usePlace } from "@/features/campus/campus-store";
import { type Language, useLanguage, useSay, useWords } from "@/features/i18n";
import { useAction } from "@/features/loading";
import { useSession } from "@/features/session";
import { host } from "@/platform/host";
import { askConsent } from "@/platform/notify";
import { api } from "@/rpc";
import { Button, Card, ListRow, Tabs, toast } from "@/ui";
import { meWords } from "./me-words";

const languages = [
  { key: "zh", label: "中文" },
  { key: "en", label: "English" },
] as const;

/** Where food goes, what the app may send, and in which language it speaks. */
export function SettingsCard() {
  const t = useWords(meWords);
  const say = useSay();
  const { placeId, config, chooseLanguage } = useSession();
  const language = useLanguage((state) => state.language);
  const place = usePlace(placeId);
  const templateIds = config?.templates[host.name] ?? [];
  const [allowed, setAllowed] = useState<boolean | null>(null);
  const allow = useAction(async () => {
    if (!config) return;
    const { accepted } = await askConsent(config, templateIds);
    if (accepted.length > 0) await api.notifications.grant.mutate({ templateIds: accepted });
    setAllowed(accepted.length > 0);
    toast(t(accepted.length > 0 ? "messagesGiven" : "messagesDeclined"));
  });
  const choose = useAction((chosen: Language) => chooseLanguage(chosen));
  const asks = templateIds.length > 0;
  const state =
    allowed === null
      ? t(asks ? "messagesAsk" : "messagesAlways")
      : t(allowed ? "messagesGiven" : "messagesDeclined");
  return (
    <Card flush>
      <ListRow
        id="me-place"
        icon="pin"
        title={t("place")}
        text={place ? say({ zh: place.name, en: place.nameEn }) : t("choosePlace")}
        onTap={() => void Taro.navigateTo({ url: "/pages/order/place/index" })}
      />
      <ListRow
        id="me-coupons"
        icon="star"
        title={t("coupons")}
        text={t("couponsText")}
        onTap={() => void Taro.navigateTo({ url: "/pages/order/coupons/index" })}
      />
      <ListRow
        id="me-pay-for"
        icon="user"
        title={t("payFor")}
        text={t("payForText")}
        onTap={() => void Taro.navigateTo({ url: "/pages/order/pay-for/index" })}
      />
      <ListRow
        icon="bell"
        title={t("messages")}
        text={<Text id="consent-state">{state}</Text>}
        end={
          asks ? (
            <Button
              id="consent-allow"
              kind="quiet"
              size="s"
              loading={allow.busy}
              onTap={() => void allow.run()}
            >
              {t("messagesNow")}
            </Button>
          ) : null
        }
      />
      <ListRow
        icon="info"
        title={t("language")}
        end={
          <Tabs
            kind="segment"
            items={languages}
            value={language}
            onChange={(chosen) => void choose.run(chosen)}
          />
        }
      />
    </Card>
  );
}
