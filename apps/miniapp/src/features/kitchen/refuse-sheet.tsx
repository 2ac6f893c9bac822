import { View } from "@tarojs/components";
import { useSay, useWords } from "@/features/i18n";
import { Sheet, Tappable } from "@/ui";
import type { KitchenOrder } from "./kitchen-board";
import { kitchenWords, refusalReasons } from "./kitchen-words";
import "./refuse-sheet.scss";

/** One tap on a reason refuses; it can still be taken back like every deed on the board. */
export function RefuseSheet({
  order,
  open,
  onClose,
  onReason,
}: {
  order: KitchenOrder;
  open: boolean;
  onClose: () => void;
  onReason: (reason: string) => void;
}) {
  const t = useWords(kitchenWords);
  const say = useSay();
  return (
    <Sheet open={open} onClose={onClose} title={t("refuseTitle", { no: order.orderNo })}>
      <View className="refuse__text">{t("refuseText")}</View>
      {refusalReasons.map((reason, index) => (
        <Tappable
          key={reason.en}
          id={`refuse-reason-${index}`}
          className="refuse__reason"
          // the order keeps one text for everybody, so it is the Chinese one with the English beside it
          onTap={() => onReason(`${reason.zh} ${reason.en}`)}
        >
          {say(reason)}
        </Tappable>
      ))}
    </Sheet>
  );
}
