import { View } from "@tarojs/components";
import { Tappable } from "../tappable";
import "./switch.scss";

/** Own switch, because the hosts' differ in size and colour and none follows the dark tokens. */
export function Switch({
  on,
  onChange,
  label,
  disabled,
  id,
}: {
  on: boolean;
  onChange: (on: boolean) => void;
  label: string;
  disabled?: boolean;
  id?: string;
}) {
  return (
    <Tappable
      {...(id ? { id } : {})}
      role="switch"
      selected={on}
      label={`${label} ${on ? "开 on" : "关 off"}`}
      disabled={!!disabled}
      className="sq-switch"
      onTap={() => onChange(!on)}
    >
      <View className="sq-switch__track">
        <View className="sq-switch__thumb" />
      </View>
    </Tappable>
  );
}
