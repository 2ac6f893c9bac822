import { Text, View } from "@tarojs/components";
import { useWords } from "@/features/i18n";
import type { LinkState } from "./link-state";
import { staffWords } from "./staff-words";
import "./link-hint.scss";

/** One quiet line that says whether what is on the screen is the newest. */
export function LinkHint({ state }: { state: LinkState }) {
  const t = useWords(staffWords);
  return (
    <View className={`link-hint is-${state}`} aria-role="status">
      <View className="link-hint__dot" />
      <Text>{t(state)}</Text>
    </View>
  );
}
