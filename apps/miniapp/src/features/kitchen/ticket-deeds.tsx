import { View } from "@tarojs/components";
import { useWords } from "@/features/i18n";
import { Button, type IconName } from "@/ui";
import type { Column, Deed, KitchenOrder } from "./kitchen-board";
import { kitchenWords } from "./kitchen-words";
import "./ticket-deeds.scss";

export type TicketReactions = {
  /** What needs no further question. */
  onDeed: (deed: Exclude<Deed, "refuse">) => void;
  onRefuse: () => void;
  onHandOver: () => void;
  onPrint: () => void;
};

type Step = { id: string; words: "accept" | "start" | "markReady" | "serve" | "handOver"; icon?: IconName };
type Asked = Exclude<Deed, "refuse"> | "handOver";

/** The deeds that move an order on, the likeliest last: there the thumb is. */
function stepsOf(
  { fulfilment, handover }: KitchenOrder,
  column: Column,
): readonly (Step & { does: Asked })[] {
  if (column === "new") return [{ id: "accept", words: "accept", does: "accept" }];
  if (column === "ready") {
    if (handover === "delivery") return [];
    if (handover === "table") return [{ id: "serve", words: "serve", icon: "check", does: "serve" }];
    return [{ id: "handover", words: "handOver", icon: "check", does: "handOver" }];
  }
  const ready = { id: "ready", words: "markReady", icon: "check", does: "ready" } as const;
  return fulfilment === "accepted"
    ? [ready, { id: "start", words: "start", icon: "flame", does: "start" }]
    : [ready];
}

/** Who takes it from here, once there is nothing left to cook. */
function Waiting({ order, column }: { order: KitchenOrder; column: Column }) {
  const t = useWords(kitchenWords);
  const { handover, riderName } = order;
  if (handover === "delivery" && riderName && column !== "new")
    return <View className="ticket__rider is-coming">{t("riderComes", { name: riderName })}</View>;
  if (column !== "ready" || handover === "table") return null;
  return (
    <View className="ticket__rider">{t(handover === "delivery" ? "waitsForRider" : "waitsForStudent")}</View>
  );
}

/** The buttons under an order, 56 px high for wet hands; printing and refusing stay smaller than what moves it on. */
export function TicketDeeds({
  order,
  column,
  onDeed,
  onRefuse,
  onHandOver,
  onPrint,
}: TicketReactions & { order: KitchenOrder; column: Column }) {
  const t = useWords(kitchenWords);
  const steps = stepsOf(order, column);
  return (
    <>
      <Waiting order={order} column={column} />
      {steps.length > 0 ? (
        <View className="ticket__deeds">
          {steps.map(({ id, words, icon, does }, index) => (
            <Button
              key={id}
              id={`${id}-${order.orderId}`}
              className="ticket__deed"
              kind={index === steps.length - 1 ? "primary" : "quiet"}
              {...(icon ? { icon } : {})}
              label={`${t(words)} ${order.orderNo}`}
              onTap={() => (does === "handOver" ? onHandOver() : onDeed(does))}
            >
              {t(words)}
            </Button>
          ))}
        </View>
      ) : null}
      <View className="ticket__tools">
        {column === "ready" ? null : (
          <Button
            id={`refuse-${order.orderId}`}
            kind="plain"
            className="ticket__tool"
            label={`${t("refuse")} ${order.orderNo}`}
            onTap={onRefuse}
          >
            {t("refuse")}
          </Button>
        )}
        <Button
          id={`print-${order.orderId}`}
          kind="plain"
          className="ticket__tool"
          label={`${t("print")} ${order.orderNo}`}
          onTap={onPrint}
        >
          {t("print")}
        </Button>
      </View>
    </>
  );
}
