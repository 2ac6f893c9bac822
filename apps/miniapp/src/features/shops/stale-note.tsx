import { Text, View } from "@tarojs/components";
import { useSay, useWords } from "@/features/i18n";
import type { Load } from "@/features/loading";
import { loadingWords } from "@/features/loading/loading-words";
import { Icon } from "@/ui";
import "./stale-note.scss";

/** Stands above content that could not be read anew: what is shown is from before. */
export function StaleNote({ load }: { load: Pick<Load<unknown>, "data" | "failure"> }) {
  const t = useWords(loadingWords);
  const say = useSay();
  if (!load.failure || load.data === null) return null;
  return (
    <View id="stale-note" className="stale-note" aria-role="status">
      <Icon name="wifi" size={16} className="stale-note__icon" />
      <Text>{`${say(load.failure.words)} · ${t("stale")}`}</Text>
    </View>
  );
}
