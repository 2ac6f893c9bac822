import { Image, Text, View } from "@tarojs/components";
import { useState } from "react";
import cloudArt from "../../assets/art/cloud.png";
import { Button } from "../controls/button";
import { Tappable } from "../tappable";
import "./empty-state.scss";

type ErrorStateProps = {
  /** What went wrong and what to do next, in the reader's language. */
  message: string;
  /** Shown behind the word for details, for whoever helps. */
  code?: string;
  traceId?: string | null;
  retryLabel: string;
  onRetry: () => void;
};

/** A page that could not load: words, the next step, and the trace id behind details. */
export function ErrorState({ message, code, traceId, retryLabel, onRetry }: ErrorStateProps) {
  const [open, setOpen] = useState(false);
  return (
    <View className="sq-empty" aria-role="alert">
      <Image className="sq-empty__art" src={cloudArt} mode="aspectFit" />
      <Text className="sq-empty__title">{message}</Text>
      <View className="sq-empty__action">
        <Button onTap={onRetry}>{retryLabel}</Button>
      </View>
      <Tappable className="sq-error__more" onTap={() => setOpen(!open)} label="详情 Details">
        详情 Details
      </Tappable>
      {open ? (
        <View className="sq-error__trace">
          <Text selectable>{`${code ?? "unknown"}\n${traceId ?? "没有编号 no trace id"}`}</Text>
        </View>
      ) : null}
    </View>
  );
}
