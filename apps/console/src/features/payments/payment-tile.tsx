import { useSay } from "../../ui/language.tsx";
import { momentText } from "../../ui/time.ts";
import { HealthTile } from "../overview/health-tile.tsx";
import { channelWords } from "./channels.ts";
import { rateText } from "./health-words.ts";
import type { PlatformHealth } from "./use-payment-health.ts";

/** Whether people can pay; names the platform that is paused, and since when. */
export function PaymentTile({ health, now }: { health: readonly PlatformHealth[] | null; now: number }) {
  const say = useSay();
  const paused = health?.filter((platform) => platform.state !== "closed") ?? [];
  const [first] = paused;
  return (
    <HealthTile
      to="/operations/breakers"
      name={say("支付通道", "Payments")}
      value={health && (first ? say("暂停", "Paused") : say("正常", "Fine"))}
      alarm={first !== undefined}
      note={
        first
          ? say(
              `${paused.map((one) => channelWords[one.channel].zh).join("、")} ${momentText(first.since, now)} 起，失败 ${rateText(first.failureRate)}`,
              `${paused.map((one) => channelWords[one.channel].en).join(", ")} since ${momentText(first.since, now)}, ${rateText(first.failureRate)} fail`,
            )
          : health && say("微信、支付宝都通", "both platforms answer")
      }
    />
  );
}
