import { useState } from "react";
import { say, useWords } from "@/features/i18n";
import { CodeKeypad } from "@/features/staff/code-keypad";
import { Sheet, toast } from "@/ui";
import type { KitchenOrder } from "./kitchen-board";
import { useKitchen } from "./kitchen-store";
import { kitchenWords } from "./kitchen-words";

const codeRefused = new Set(["PICKUP_CODE_WRONG", "PICKUP_CODE_LOCKED"]);

/** Asks for the student's code at the counter; stays open with the reason while it is not the right one. */
export function HandOverSheet({
  order,
  open,
  onClose,
}: {
  order: KitchenOrder;
  open: boolean;
  onClose: () => void;
}) {
  const t = useWords(kitchenWords);
  const handOver = useKitchen((state) => state.handOver);
  const [busy, setBusy] = useState(false);
  const send = async (code: string) => {
    setBusy(true);
    const failure = await handOver(order, code);
    setBusy(false);
    if (failure && codeRefused.has(failure.code)) return failure;
    if (failure) toast(say(failure.words), { tone: "danger" });
    onClose();
    return null;
  };
  return (
    <Sheet open={open} onClose={onClose} title={t("handOverTitle", { no: order.orderNo })}>
      <CodeKeypad
        text={t("handOverText")}
        confirm={{ id: "handover-confirm", label: t("handOverConfirm") }}
        busy={busy}
        onConfirm={send}
      />
    </Sheet>
  );
}
