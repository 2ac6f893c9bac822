import { useSay } from "../../ui/language.tsx";
import type { LiveState } from "./follow-orders.ts";
import { useLiveState } from "./live-orders.tsx";

const words = {
  live: { zh: "实时", en: "Live" },
  connecting: { zh: "连接中…", en: "Connecting…" },
  reconnecting: { zh: "重新连接中…", en: "Reconnecting…" },
} satisfies Record<LiveState, { zh: string; en: string }>;

/** Says whether what is shown follows the kitchen as it happens. */
export function LiveDot() {
  const say = useSay();
  const state = useLiveState();
  return (
    <span className={`live-dot live-${state}`} role="status">
      <span aria-hidden="true" />
      {say(words[state])}
    </span>
  );
}
