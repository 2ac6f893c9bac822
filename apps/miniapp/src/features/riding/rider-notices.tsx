import { Text, View } from "@tarojs/components";
import { useWords } from "@/features/i18n";
import type { LinkState } from "@/features/staff/link-state";
import { host } from "@/platform/host";
import { Button, Switch } from "@/ui";
import { usePosition } from "./position-store";
import { type Command, useRiding } from "./riding-store";
import { ridingWords } from "./riding-words";
import { useLost } from "./use-route";
import "./rider-notices.scss";

const deedWords: Record<Command, "claim" | "pickedUp" | "delivered" | "call"> = {
  claim: "claim",
  pickUp: "pickedUp",
  deliver: "delivered",
  call: "call",
};

/** What a rider must know about the connection: what waits, what was not sent, and why nobody sees where they are. */
export function RiderNotices({ link }: { link: LinkState }) {
  const t = useWords(ridingWords);
  const { waiting, refused, simulates } = usePosition();
  const carries = useRiding((state) => (state.board?.mine.length ?? 0) > 0);
  return (
    <>
      {link === "offline" ? (
        <View id="rider-offline" className="rider-note is-bad" aria-role="alert">
          <View className="rider-note__main">
            {waiting.length > 0 ? t("offlineQueue", { count: waiting.length }) : t("offlineNothing")}
          </View>
          <View>{t("offlineCommands")}</View>
        </View>
      ) : null}
      {carries && refused && !simulates ? (
        <View className="rider-note" aria-role="alert">
          <Text>{t(refused === "denied" ? "noPermission" : "noPosition")}</Text>
        </View>
      ) : null}
    </>
  );
}

/** Says that students see the position; a desk has no way to walk, so a browser can simulate one. */
export function PositionLine() {
  const t = useWords(ridingWords);
  const { simulates, here, chooseSimulation } = usePosition();
  const lost = useLost();
  if (!host.played && !here) return null;
  return (
    <View className="rider-share">
      <View className="rider-share__words">
        <Text className="rider-share__title">{here ? t(lost ? "willShare" : "sharing") : t("simulate")}</Text>
        {host.played ? <Text className="rider-share__text">{t("simulateText")}</Text> : null}
      </View>
      {host.played ? (
        <Switch id="simulate" on={simulates} label={t("simulate")} onChange={chooseSimulation} />
      ) : null}
    </View>
  );
}

/** Stands in the bottom bar, where the thumb is: a command that found no connection. Nothing when there is none. */
export function UnsentBar() {
  const t = useWords(ridingWords);
  const { unsent, busy, retry, dropUnsent } = useRiding();
  if (!unsent) return null;
  return (
    <View id="rider-unsent" className="rider-unsent" aria-role="alert">
      <View className="rider-unsent__words">
        {t("unsent", { deed: t(deedWords[unsent.command]), no: unsent.task.orderNo })}
      </View>
      <View className="rider-unsent__deeds">
        <Button kind="plain" className="rider-unsent__drop" onTap={dropUnsent}>
          {t("letGo")}
        </Button>
        <Button
          id="unsent-retry"
          className="rider-unsent__deed"
          loading={busy !== null}
          onTap={() => void retry()}
        >
          {t("again")}
        </Button>
      </View>
    </View>
  );
}
