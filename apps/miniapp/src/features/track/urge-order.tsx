import { Text, View } from "@tarojs/components";
import { useEffect, useState } from "react";
import { useSay, useWords } from "@/features/i18n";
import { useAction } from "@/features/loading";
import type { OrderView } from "@/features/orders/use-order-watch";
import { api, type Outputs } from "@/rpc";
import { Button, Countdown } from "@/ui";
import { trackWords } from "./track-words";
import "./urge-order.scss";

/** Asks the kitchen or the rider to hurry, once in a while, and says in words how the order stands. */
export function UrgeOrder({ order, onDone }: { order: OrderView; onDone: () => Promise<void> }) {
  const t = useWords(trackWords);
  const say = useSay();
  const [answer, setAnswer] = useState<Outputs["orders"]["urge"] | null>(null);
  const from = Math.max(order.urgeFrom ?? 0, answer?.nextAt ?? 0);
  const [resting, setResting] = useState(() => Date.now() < from);
  useEffect(() => setResting(Date.now() < from), [from]);
  const urge = useAction(
    async () => {
      setAnswer(await api.orders.urge.mutate({ orderId: order.orderId }));
      await onDone();
    },
    (failure) => {
      // it moved on, or was urged from another device: show how it stands now
      if (failure.code === "ORDER_STATE_CONFLICT" || failure.code === "URGED_TOO_SOON") void onDone();
      return false;
    },
  );
  return (
    <View className="urge">
      {answer ? (
        <View id="urge-answer" className="urge__answer" aria-role="status">
          {say(answer.words)}
        </View>
      ) : null}
      <Button
        id="urge-order"
        kind="quiet"
        disabled={resting}
        loading={urge.busy}
        onTap={() => void urge.run()}
      >
        {resting ? (
          <View className="urge__rest">
            <Text>{t("urgeAgain")}</Text>
            <Countdown until={from} onEnd={() => setResting(false)} />
          </View>
        ) : (
          t("urge")
        )}
      </Button>
    </View>
  );
}
