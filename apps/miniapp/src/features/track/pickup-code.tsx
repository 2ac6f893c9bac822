import { Text, View } from "@tarojs/components";
import { useState } from "react";
import { useWords } from "@/features/i18n";
import { Icon, Tappable } from "@/ui";
import { pickupLook } from "./pickup-look";
import { trackWords } from "./track-words";
import "./pickup-code.scss";

/** The code as colour, shape and digits, large where it is shown at a counter; a tap fills the screen with it. */
export function PickupCode({ code, counter }: { code: string; counter: boolean }) {
  const t = useWords(trackWords);
  const [full, setFull] = useState(false);
  const { tone, shape } = pickupLook(code);
  const spoken = `${t("pickupCode")} ${[...code].join(" ")}`;
  return (
    <>
      <Tappable
        id="pickup"
        label={spoken}
        className={`pickup is-${tone}${counter ? " is-large" : ""}`}
        onTap={() => setFull(true)}
      >
        <View className={`pickup__shape is-${shape}`} />
        <View className="pickup__main">
          <Text className="pickup__name">{t("pickupCode")}</Text>
          <Text className="pickup__hint">{t(counter ? "counterHint" : "pickupHint")}</Text>
        </View>
        <Text id="pickup-code" className="pickup__digits">
          {code}
        </Text>
      </Tappable>
      {full ? (
        <Tappable
          id="pickup-full"
          label={spoken}
          className={`pickup-full is-${tone}`}
          onTap={() => setFull(false)}
        >
          <View className={`pickup-full__shape is-${shape}`} />
          <Text className="pickup-full__digits">{code}</Text>
          <Text className="pickup-full__text">{t(counter ? "counterFull" : "pickupFull")}</Text>
          <View className="pickup-full__close">
            <Icon name="close" size={32} />
          </View>
        </Tappable>
      ) : null}
    </>
  );
}
