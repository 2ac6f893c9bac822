import { Image, Text, View } from "@tarojs/components";
import { useState } from "react";
import "./photo.scss";

type PhotoProps = { src: string | null; name: string; size?: "s" | "m" | "l" | "wide"; greyed?: boolean };

/** A picture in a fixed frame: the first letter of its name stands in until it has loaded, or for good if it cannot. */
export function Photo({ src, name, size = "m", greyed }: PhotoProps) {
  const [state, setState] = useState<"waiting" | "shown" | "broken">("waiting");
  return (
    <View className={`sq-photo is-${size}${greyed ? " is-greyed" : ""}`}>
      {state === "shown" ? null : (
        <Text className="sq-photo__letter" aria-hidden>
          {name.slice(0, 1)}
        </Text>
      )}
      {src && state !== "broken" ? (
        <Image
          className={`sq-photo__image${state === "shown" ? " is-shown" : ""}`}
          src={src}
          mode="aspectFill"
          lazyLoad
          aria-label={name}
          onLoad={() => setState("shown")}
          onError={() => setState("broken")}
        />
      ) : null}
    </View>
  );
}

/** A person or a rider: picture or first letter in a circle. */
export function Avatar({
  src,
  name,
  size = "m",
}: {
  src?: string | null;
  name: string;
  size?: "s" | "m" | "l";
}) {
  return (
    <View className={`sq-avatar is-${size}`}>
      {src ? (
        <Image className="sq-avatar__image" src={src} mode="aspectFill" aria-label={name} />
      ) : (
        <Text>{name.slice(-1)}</Text>
      )}
    </View>
  );
}
