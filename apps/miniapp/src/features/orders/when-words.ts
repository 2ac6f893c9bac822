import { slotWords } from "@/features/checkout/slot-choice";
import { useSay, useWords } from "@/features/i18n";
import { timeRange } from "@/ui/display/clock-words";
import { orderWords } from "./order-words";
import type { OrderCardData } from "./running";

const promised = { delivery: "arrives", pickup: "ready", table: "served" } as const;

/** When a running order is there, in the words of its way. */
export function useWhenWords(): (order: Pick<OrderCardData, "handover" | "slot" | "promise">) => string {
  const t = useWords(orderWords);
  const say = useSay();
  return ({ handover, slot, promise }) =>
    slot
      ? t("booked", { slot: say(slotWords(slot, Date.now())) })
      : t(promised[handover], { range: timeRange(promise.earliest, promise.latest) });
}
