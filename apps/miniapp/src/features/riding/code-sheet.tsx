import { useWords } from "@/features/i18n";
import { CodeKeypad } from "@/features/staff/code-keypad";
import { Sheet } from "@/ui";
import { useRiding } from "./riding-store";
import { ridingWords } from "./riding-words";
import type { Task } from "./route-order";
import { useDeeds } from "./use-deeds";

/** Asks for the student's code; stays open with the reason while it is not the right one. */
export function CodeSheet({
  task,
  open,
  onClose,
  onDelivered,
}: {
  task: Task;
  open: boolean;
  onClose: () => void;
  onDelivered?: () => void;
}) {
  const t = useWords(ridingWords);
  const deeds = useDeeds();
  const busy = useRiding((state) => state.busy);
  return (
    <Sheet open={open} onClose={onClose} title={t("codeTitle", { no: task.orderNo })}>
      <CodeKeypad
        text={t("codeText")}
        confirm={{ id: "deliver-confirm", label: t("codeConfirm") }}
        busy={busy === `deliver ${task.orderId}`}
        onConfirm={async (code) => {
          const failure = await deeds.deliver(task, code);
          const stays = failure?.code === "PICKUP_CODE_WRONG" || failure?.code === "PICKUP_CODE_LOCKED";
          if (!stays) onClose();
          if (!failure) onDelivered?.();
          return stays ? failure : null;
        }}
      />
    </Sheet>
  );
}
