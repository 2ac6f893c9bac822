import { Text, View } from "@tarojs/components";
import { useState } from "react";
import { useWords } from "@/features/i18n";
import { useAction } from "@/features/loading";
import { SessionGate } from "@/features/session";
import { openScanned } from "@/features/shops/scan-anything";
import { shopWords } from "@/features/shops/shop-words";
import { Button, Card, Page, TextField } from "@/ui";
import "./index.scss";

function Field() {
  const t = useWords(shopWords);
  const [typed, setTyped] = useState("");
  const [unknown, setUnknown] = useState(false);
  const open = useAction(async () => setUnknown(!(await openScanned(typed))));
  return (
    <Card className="scan-page">
      <Text className="scan-page__text">{t("scanText")}</Text>
      <TextField
        id="scan-code"
        label={t("scanLabel")}
        value={typed}
        maxLength={400}
        {...(unknown ? { error: t("scanUnknown") } : {})}
        onChange={(text) => {
          setUnknown(false);
          setTyped(text);
        }}
        onConfirm={() => void open.run()}
      />
      <View className="scan-page__go">
        <Button
          id="scan-open"
          size="l"
          loading={open.busy}
          disabled={typed.trim() === ""}
          onTap={() => void open.run()}
        >
          {t("scanGo")}
        </Button>
      </View>
    </Card>
  );
}

/** Where a device has no camera to scan with, codes are pasted or typed. */
export default function ScanPage() {
  const t = useWords(shopWords);
  return (
    <Page title={t("scanTitle")}>
      <SessionGate>
        <Field />
      </SessionGate>
    </Page>
  );
}
