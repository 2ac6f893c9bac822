import { Text, View } from "@tarojs/components";
import { Icon } from "../icon";
import "./timeline.scss";

export type TimelineStep = {
  key: string;
  title: string;
  text?: string;
  time?: string;
  state: "done" | "now" | "next" | "bad";
};

/** What happened, what happens, what comes. */
export function Timeline({ steps }: { steps: readonly TimelineStep[] }) {
  return (
    <View className="sq-timeline">
      {steps.map((step) => (
        <View key={step.key} className={`sq-timeline__step is-${step.state}`}>
          <View className="sq-timeline__dot">
            {step.state === "done" ? (
              <Icon name="check" size={12} />
            ) : step.state === "bad" ? (
              <Icon name="close" size={12} />
            ) : null}
          </View>
          <View className="sq-timeline__body">
            <Text className="sq-timeline__title">{step.title}</Text>
            {step.text ? <Text className="sq-timeline__text">{step.text}</Text> : null}
          </View>
          {step.time ? <Text className="sq-timeline__time">{step.time}</Text> : null}
        </View>
      ))}
    </View>
  );
}
