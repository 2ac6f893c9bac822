import { Text, View } from "@tarojs/components";
import { useState } from "react";
import { useSay, useWords } from "@/features/i18n";
import { Card, ListRow, timeRange } from "@/ui";
import { checkoutWords } from "./checkout-words";
import { slotWords } from "./slot-choice";
import { SlotSheet } from "./slot-sheet";
import type { OrderDraft } from "./use-order-draft";

const promised = { delivery: "arrives", pickup: "ready", table: "served" } as const;

/** When: the promised range, or the time that was booked; with other times to choose where the shop takes pre-orders. */
export function WhenRow({ draft }: { draft: OrderDraft }) {
  const t = useWords(checkoutWords);
  const say = useSay();
  const [open, setOpen] = useState(false);
  const { way, change, live } = draft;
  const { quote } = live;
  const slots = quote?.slots ?? [];
  const slot = slots.find(({ from }) => from === way.slotFrom) ?? null;
  const gone = way.slotFrom !== null && slot === null && !live.stale;
  const closed = quote?.problems.some(({ problem }) => problem.kind === "shopClosed") ?? false;
  const range = quote && !closed ? timeRange(quote.promise.earliest, quote.promise.latest) : null;
  const title = slot
    ? say(slotWords(slot, Date.now()))
    : gone || closed
      ? t("chooseTime")
      : range
        ? t(promised[way.handover], { range })
        : t("quoting");
  const note = slots.length > 0 ? t(closed ? "closedNow" : "preOrder") : t("arrivesNow");
  return (
    <Card flush>
      <ListRow
        id="when"
        icon="clock"
        title={<Text id="promise">{title}</Text>}
        text={<View>{note}</View>}
        label={`${t("when")} ${title}`}
        {...(slots.length > 0 ? { onTap: () => setOpen(true) } : {})}
      />
      <SlotSheet
        open={open}
        slots={slots}
        chosen={way.slotFrom}
        now={closed ? null : range}
        onClose={() => setOpen(false)}
        onChoose={(slotFrom) => {
          change({ slotFrom });
          setOpen(false);
        }}
      />
    </Card>
  );
}
