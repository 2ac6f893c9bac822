import { Text, View } from "@tarojs/components";
import { useWords } from "@/features/i18n";
import { useAction } from "@/features/loading";
import { api, type Outputs } from "@/rpc";
import { Button, Sheet, toast } from "@/ui";
import { careTextVersion, meWords } from "./me-words";
import "./care-sheet.scss";

type Consent = Outputs["care"]["consent"];
type CareSheetProps = {
  open: boolean;
  given: boolean;
  onClose: () => void;
  onChanged: (consent: Consent) => void;
};
const parts = ["careWhy", "careWhat", "careWho", "careStop"] as const;

/** Purpose, data, who sees it and how to stop, before anybody agrees to anything; nothing is chosen beforehand. */
export function CareSheet({ open, given, onClose, onChanged }: CareSheetProps) {
  const t = useWords(meWords);
  const set = useAction(async () => {
    onChanged(await api.care.setConsent.mutate({ given: !given, textVersion: careTextVersion }));
    onClose();
    toast(t(given ? "careWithdrawn" : "careGiven"));
  });
  const footer = (
    <View className="care__foot">
      <Button kind="plain" className="care__half" onTap={onClose}>
        {t(given ? "careKeep" : "careNotNow")}
      </Button>
      <Button
        id="care-confirm"
        kind={given ? "danger" : "primary"}
        className="care__half"
        loading={set.busy}
        onTap={() => void set.run()}
      >
        {t(given ? "careWithdraw" : "careGive")}
      </Button>
    </View>
  );
  return (
    <Sheet open={open} onClose={onClose} title={t("care")} footer={footer}>
      <Text className="care__lead">{t("careLead")}</Text>
      {parts.map((part) => (
        <View key={part} className="care__part">
          <Text className="care__name">{t(part)}</Text>
          <Text className="care__text">{t(`${part}Text`)}</Text>
        </View>
      ))}
      <Text className="care__version">{t("careVersion", { version: careTextVersion })}</Text>
    </Sheet>
  );
}
