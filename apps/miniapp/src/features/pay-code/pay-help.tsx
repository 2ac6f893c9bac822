import { View } from "@tarojs/components";
import { useState } from "react";
import { useWords } from "@/features/i18n";
import { useAction } from "@/features/loading";
import type { OrderView } from "@/features/orders/use-order-watch";
import { Button } from "@/ui";
import { type Checked, checkPayment } from "./check-payment";
import { PausedNotice } from "./paused-notice";
import "./pay-help.scss";
import { PayCodeSheet } from "./pay-code-sheet";
import { payWords } from "./pay-words";

const said = {
  paid: "checkedPaid",
  unpaid: "checkedUnpaid",
  unknown: "checkedUnknown",
  none: "checkedNone",
} as const satisfies Record<Checked, string>;

/** While an order waits for its money: what the platform knows of it, and other ways to pay. */
export function PayHelp({ order, onDone }: { order: OrderView; onDone: () => Promise<void> }) {
  const t = useWords(payWords);
  const [answer, setAnswer] = useState<Checked | null>(null);
  const [code, setCode] = useState(false);
  const check = useAction(async () => {
    const found = await checkPayment(order.orderId);
    setAnswer(found);
    if (found === "paid") await onDone();
  });
  return (
    <>
      <PausedNotice payBy={order.payBy} />
      {answer ? (
        <View id="pay-checked" className={`pay-help__answer is-${answer}`} aria-role="status">
          {t(said[answer])}
        </View>
      ) : null}
      <View className="pay-help">
        <Button
          id="pay-check"
          kind="quiet"
          className="pay-help__half"
          loading={check.busy}
          onTap={() => void check.run()}
        >
          {t("check")}
        </Button>
        <Button id="pay-code" kind="plain" className="pay-help__half" onTap={() => setCode(true)}>
          {t("otherWay")}
        </Button>
      </View>
      <PayCodeSheet open={code} order={order} onClose={() => setCode(false)} />
    </>
  );
}
