import { Text, View } from "@tarojs/components";
import { Icon } from "../icon";
import { Tappable } from "../tappable";
import "./stepper.scss";

type StepperProps = {
  value: number;
  onChange: (value: number) => void;
  min?: number;
  max?: number;
  disabled?: boolean;
  label: string;
  id?: string;
};

/** Minus and number appear once there is something to take away. `label` names the thing that is counted. */
export function Stepper({ value, onChange, min = 0, max = 99, disabled, label, id }: StepperProps) {
  const full = value >= max;
  return (
    <View className="sq-stepper">
      {value > min ? (
        <>
          <Tappable
            {...(id ? { id: `${id}-minus` } : {})}
            label={`减少 ${label}`}
            className="sq-stepper__touch"
            disabled={!!disabled}
            onTap={() => onChange(value - 1)}
          >
            <View className="sq-stepper__dot is-minus">
              <Icon name="minus" size={16} />
            </View>
          </Tappable>
          <Text className="sq-stepper__value">{value}</Text>
        </>
      ) : null}
      <Tappable
        {...(id ? { id: `${id}-plus` } : {})}
        label={`增加 ${label}`}
        className="sq-stepper__touch"
        disabled={!!disabled || full}
        onTap={() => onChange(value + 1)}
      >
        <View className={`sq-stepper__dot${full || disabled ? " is-off" : ""}`}>
          <Icon name="plus" size={16} />
        </View>
      </Tappable>
    </View>
  );
}
