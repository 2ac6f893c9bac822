import { View } from "@tarojs/components";
import { Button } from "@/ui";
import "./save-bar.scss";

/** Keeps the one button of a form in the thumb's reach while the form scrolls, and beside it why it was not saved. */
export function SaveBar({
  label,
  busy,
  problem,
  onSave,
}: {
  label: string;
  busy: boolean;
  /** In words; empty where there is none. */
  problem: string;
  onSave: () => void;
}) {
  return (
    <View className="save-bar">
      {problem ? (
        <View id="save-problem" className="save-bar__problem" aria-role="alert">
          {problem}
        </View>
      ) : null}
      <Button id="save" size="l" className="save-bar__button" loading={busy} onTap={onSave}>
        {label}
      </Button>
    </View>
  );
}
