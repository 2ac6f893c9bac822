import { Text, View } from "@tarojs/components";
import { Switch } from "@/ui";
import "./switch-row.scss";

/** Something that is on or off, with what that means. */
export function SwitchRow({
  id,
  title,
  text,
  on,
  onChange,
}: {
  id: string;
  title: string;
  text: string;
  on: boolean;
  onChange: (on: boolean) => void;
}) {
  return (
    <View className="switch-row">
      <View className="switch-row__main">
        <Text className="switch-row__title">{title}</Text>
        <Text className="switch-row__text">{text}</Text>
      </View>
      <Switch id={id} on={on} label={title} onChange={onChange} />
    </View>
  );
}
