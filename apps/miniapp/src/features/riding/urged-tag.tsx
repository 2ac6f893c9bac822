import { minute } from "@sanqi/kernel";
import { useWords } from "@/features/i18n";
import { Tag } from "@/ui";
import { ridingWords } from "./riding-words";

/** How long ago the student urged the order; nothing where nobody did. */
export function UrgedTag({ urgedAt, now }: { urgedAt: number | null; now: number }) {
  const t = useWords(ridingWords);
  if (urgedAt === null) return null;
  // a device's clock that is behind never makes it negative
  const ago = Math.max(0, Math.floor((now - urgedAt) / minute));
  return <Tag tone="warning">{ago === 0 ? t("urgedNow") : t("urgedAgo", { count: ago })}</Tag>;
}
