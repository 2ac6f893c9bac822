import { chinaDay, minute } from "@sanqi/kernel";
import { View } from "@tarojs/components";
import { useState } from "react";
import { useSay, useWords } from "@/features/i18n";
import { api } from "@/rpc";
import { Button, Card, clockTime, toast } from "@/ui";
import { midnightOf } from "../hours/calendar";
import { TimeSheet } from "../hours/time-sheet";
import type { EditableMenu } from "../menu-editing/menu-list";
import { useMenuChange } from "../menu-editing/use-menu-change";
import "./pause-card.scss";
import { shopDeskWords } from "./shop-desk-words";

/** Epoch ms of "18:30" today; a time that is over means the same time tomorrow only past midnight, so it is refused. */
const todayAt = (time: string, now: number): number | null => {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  const at = midnightOf(chinaDay(now)) + (hours * 60 + minutes) * minute;
  return at > now ? at : null;
};

/** A pause that is over stays in the shop's facts until the next one. */
const isPaused = ({ paused }: EditableMenu["shop"]): boolean =>
  paused !== null && (paused.until === null || paused.until > Date.now());

function useStateWords(shop: EditableMenu["shop"]): string {
  const t = useWords(shopDeskWords);
  const say = useSay();
  const { opening, paused } = shop;
  if (paused && isPaused(shop))
    return paused.until ? t("pausedUntil", { time: clockTime(paused.until) }) : t("paused");
  if (opening.open) return t("open");
  if (!opening.opensAt) return t("closed");
  const day = opening.opensDay ? `${say(opening.opensDay)} ` : "";
  return t("closedUntil", { time: `${day}${opening.opensAt}` });
}

/** Whether new orders come in, and the quickest way to stop them for a while. */
export function PauseCard({ menu }: { menu: EditableMenu }) {
  const t = useWords(shopDeskWords);
  const { shop } = menu;
  const state = useStateWords(shop);
  const { busy, run } = useMenuChange(menu);
  const [asking, setAsking] = useState(false);
  const pause = async (until: number | null) => {
    const pausing = { until, reason: "", reasonEn: "" };
    if (await run(() => api.merchant.pause.mutate({ shopId: shop.shopId, paused: pausing })))
      toast(t("pausedSaid"));
  };
  const reopen = async () => {
    if (await run(() => api.merchant.pause.mutate({ shopId: shop.shopId, paused: null })))
      toast(t("openedSaid"));
  };
  const paused = isPaused(shop);
  const kind = paused ? " is-paused" : shop.opening.open ? " is-open" : "";
  return (
    <Card>
      <View id="shop-state" className={`pause__state${kind}`}>
        {state}
      </View>
      <View className="pause__text">{t(paused ? "pausedText" : "pauseText")}</View>
      {paused ? (
        <Button id="pause-end" size="l" className="pause__deed" loading={busy} onTap={() => void reopen()}>
          {t("openNow")}
        </Button>
      ) : (
        <View className="pause__row">
          <Button
            id="pause-30"
            kind="quiet"
            className="pause__deed"
            disabled={busy}
            onTap={() => void pause(Date.now() + 30 * minute)}
          >
            {t("pause30")}
          </Button>
          <Button
            id="pause-to"
            kind="quiet"
            className="pause__deed"
            disabled={busy}
            onTap={() => setAsking(true)}
          >
            {t("pauseTo")}
          </Button>
          <Button
            id="pause-open"
            kind="quiet"
            className="pause__deed"
            disabled={busy}
            onTap={() => void pause(null)}
          >
            {t("pauseOpen")}
          </Button>
        </View>
      )}
      <TimeSheet
        open={asking}
        title={t("pauseTime")}
        value={clockTime(Date.now() + 60 * minute)}
        midnight
        onClose={() => setAsking(false)}
        onPick={(time) => {
          setAsking(false);
          const until = todayAt(time, Date.now());
          if (until === null) toast(t("earlier"), { tone: "danger" });
          else void pause(until);
        }}
      />
    </Card>
  );
}
