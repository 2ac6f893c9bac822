import { Image, View } from "@tarojs/components";
import { useState } from "react";
import { useWords } from "@/features/i18n";
import { fromServer } from "@/features/shops/art";
import { Button, Sheet, Tappable } from "@/ui";
import { complaintWords } from "./complaint-words";

/** What the student photographed; each opens large. Nothing where there are none. */
export function ComplaintPictures({ urls }: { urls: readonly string[] }) {
  const t = useWords(complaintWords);
  const [shown, setShown] = useState<{ url: string; open: boolean } | null>(null);
  const close = () => setShown((now) => now && { ...now, open: false });
  if (urls.length === 0) return null;
  return (
    <View className="complaint__pictures">
      {urls.map((url, at) => (
        <Tappable
          key={url}
          id={`complaint-picture-${at}`}
          label={t("picture", { no: at + 1 })}
          className="complaint__frame"
          onTap={() => setShown({ url, open: true })}
        >
          <Image
            className="complaint__picture"
            src={fromServer(url)}
            mode="aspectFill"
            lazyLoad
            aria-label={t("picture", { no: at + 1 })}
          />
        </Tappable>
      ))}
      {shown ? (
        <Sheet
          open={shown.open}
          onClose={close}
          title={t("lookAt")}
          footer={<Button onTap={close}>{t("close")}</Button>}
        >
          <Image
            className="complaint__large"
            src={fromServer(shown.url)}
            mode="aspectFit"
            aria-label={t("lookAt")}
          />
        </Sheet>
      ) : null}
    </View>
  );
}
