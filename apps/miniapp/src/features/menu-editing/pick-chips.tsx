import { Text, View } from "@tarojs/components";
import { Tappable } from "@/ui";
import "./pick-chips.scss";

type Chip<K extends string> = { readonly key: K; readonly label: string };

/** A few words of which any number is on; each is 48 px high. `one`: choosing one of them is what they are for. */
export function PickChips<K extends string>({
  label,
  chips,
  picked,
  onPick,
  one,
  id,
}: {
  label: string;
  chips: readonly Chip<K>[];
  picked: readonly K[];
  onPick: (key: K, on: boolean) => void;
  one?: boolean;
  id: string;
}) {
  return (
    <View className="pick">
      <Text className="pick__label">{label}</Text>
      <View className="pick__row">
        {chips.map((chip) => {
          const on = picked.includes(chip.key);
          return (
            <Tappable
              key={chip.key}
              id={`${id}-${chip.key}`}
              role={one ? "radio" : "checkbox"}
              selected={on}
              className="pick__chip"
              onTap={() => onPick(chip.key, !on)}
            >
              {chip.label}
            </Tappable>
          );
        })}
      </View>
    </View>
  );
}
