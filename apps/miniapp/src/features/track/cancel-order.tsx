import { Text, View } from "@tarojs/components";
import { useState } from "react";
import { useWords } from "@/features/i18n";
import { useAction } from "@/features/loading";
import type { OrderView } from "@/features/orders/use-order-watch";
import { api } from "@/rpc";
import { Button, ConfirmSheet, Tappable, toast, yuan } from "@/ui";
import { trackWords } from "./track-words";
import "./cancel-order.scss";

const whys = ["why1", "why2", "why3", "why4"] as const;
/** The reason is kept with the order in Chinese, whatever language its student reads. */
const kept = {
  why1: trackWords.why1[0],
  why2: trackWords.why2[0],
  why3: trackWords.why3[0],
  why4: trackWords.why4[0],
};

/** Says exactly what cancelling does to the money before it does it. */
export function CancelOrder({ order, onDone }: { order: OrderView; onDone: () => Promise<void> }) {
  const t = useWords(trackWords);
  const [open, setOpen] = useState(false);
  const [why, setWhy] = useState<(typeof whys)[number]>("why1");
  const cancel = useAction(
    async () => {
      await api.orders.cancel.mutate({ orderId: order.orderId, reason: kept[why] });
      setOpen(false);
      await onDone();
      toast(t("cancelled"));
    },
    (failure) => {
      // the kitchen may have accepted meanwhile: show how it stands now
      if (failure.code === "ORDER_STATE_CONFLICT") void onDone();
      setOpen(false);
      return false;
    },
  );
  const paid = order.payment === "paid";
  return (
    <>
      <Button id="cancel-order" kind="plain" onTap={() => setOpen(true)}>
        {t("cancel")}
      </Button>
      <ConfirmSheet
        open={open}
        title={t("cancelTitle")}
        danger
        busy={cancel.busy}
        confirmLabel={t("cancel")}
        cancelLabel={t("keep")}
        onConfirm={() => void cancel.run()}
        onClose={() => setOpen(false)}
        text={
          <View>
            <Text className="cancel__text">
              {paid ? t("cancelPaid", { amount: yuan(order.totalFen) }) : t("cancelUnpaid")}
            </Text>
            <Text className="cancel__why">{t("cancelWhy")}</Text>
            <View className="cancel__list">
              {whys.map((key) => (
                <Tappable
                  key={key}
                  id={`cancel-${key}`}
                  role="radio"
                  selected={key === why}
                  className="cancel__item"
                  onTap={() => setWhy(key)}
                >
                  <Text className="cancel__face">{t(key)}</Text>
                </Tappable>
              ))}
            </View>
          </View>
        }
      />
    </>
  );
}
