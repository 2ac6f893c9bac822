import { minute } from "@sanqi/kernel";
import { Text, View } from "@tarojs/components";
import { useWords } from "@/features/i18n";
import { clockTime } from "@/ui";
import { dueAt, type KitchenOrder } from "./kitchen-board";
import { kitchenWords } from "./kitchen-words";

/** When the order is wanted: the slot of a pre-order with what is left until it begins, else the promise. */
export function TicketWhen({ order, now }: { order: KitchenOrder; now: number }) {
  const t = useWords(kitchenWords);
  const { slot, promise, handover } = order;
  if (slot) {
    const left = Math.ceil((slot.from - now) / minute);
    const [hours, minutes] = [Math.floor(left / 60), left % 60];
    const time = hours > 0 ? t("hours", { hours, minutes }) : t("minutes", { count: minutes });
    return (
      <View className="ticket__slot">
        <Text>{t("slot", { from: clockTime(slot.from), to: clockTime(slot.to) })}</Text>
        <Text className="ticket__left">{left > 0 ? t("slotIn", { time }) : t("slotNow")}</Text>
      </View>
    );
  }
  const late = now > promise.latest;
  // what is fetched in the shop has to be there when the student may first come
  const soonest = handover === "delivery" ? promise.latest : dueAt(order);
  const words = late ? "overdue" : handover === "delivery" ? "due" : "duePickup";
  return (
    <View className="ticket__due">{t(words, { time: clockTime(late ? promise.latest : soonest) })}</View>
  );
}
