import { chinaClockText, err, minute, type Words } from "@sanqi/kernel";
import { type Decided, decided, type Step } from "./decision.ts";
import type { Order } from "./order.ts";

/** One urge lasts this long: more often would only teach kitchens and riders to look away. */
export const urgeEvery = 5 * minute;

/** Before that, nobody has begun with a pre-order. */
const urgeBeforeSlot = 15 * minute;

/** What a student is told who urged an order. */
export type Urging = {
  readonly reminds: "kitchen" | "rider";
  readonly words: Words;
  /** Epoch ms from which the order may be urged again. */
  readonly nextAt: number;
};

const underWay = ({ fulfilment, payment }: Order) =>
  payment === "paid" && ["placed", "accepted", "preparing", "ready", "pickedUp"].includes(fulfilment);

/** Epoch ms from which the order may be urged; null where nobody has anything to hurry with. */
export function urgeFrom(order: Order): number | null {
  if (!underWay(order) || order.paidAt === null) return null;
  if (order.urgedAt !== null) return order.urgedAt + urgeEvery;
  return order.slot ? Math.max(order.paidAt, order.slot.from - urgeBeforeSlot) : order.paidAt;
}

const turn = ({ fulfilment, handover }: Order): Urging["reminds"] =>
  handover === "delivery" && (fulfilment === "ready" || fulfilment === "pickedUp") ? "rider" : "kitchen";

/** A paid order that is on its way may be urged once in five minutes; whose turn it is goes with the event. */
export function urge(order: Order, step: Step): Decided {
  const { fulfilment } = order;
  if (fulfilment === "placed" && order.payment !== "paid") return err({ kind: "orderNotPaid" });
  if (!underWay(order)) return err({ kind: "transitionRefused", from: fulfilment, command: "urge" });
  const nextAt = urgeFrom(order) ?? step.now;
  if (step.now < nextAt) return err({ kind: "urgedTooSoon", nextAt });
  return decided(
    order,
    { urgedAt: step.now },
    {
      ...step,
      command: "urge",
      from: fulfilment,
      to: fulfilment,
      type: "order.urged",
      more: { reminds: turn(order) },
    },
  );
}

const minutes = (from: number, now: number) => Math.max(0, Math.floor((now - from) / minute));

/** What has happened so far, in one clause. */
function soFar(order: Order, now: number): Words {
  if (order.fulfilment === "accepted" || order.fulfilment === "preparing") {
    const ago = minutes(order.acceptedAt ?? now, now);
    return ago === 0
      ? { zh: "商家刚刚接单", en: "The kitchen accepted just now" }
      : { zh: `商家 ${ago} 分钟前接单`, en: `The kitchen accepted ${ago} min ago` };
  }
  if (order.fulfilment === "placed") return { zh: "商家还没有接单", en: "The kitchen has not accepted yet" };
  if (order.fulfilment === "pickedUp") return { zh: "骑手正在送来", en: "The rider is on the way to you" };
  if (order.handover === "pickup")
    return { zh: "餐已做好，可以到店取餐", en: "The food is ready to be collected" };
  if (order.handover === "table")
    return { zh: "餐已做好，马上端来", en: "The food is ready and comes to your table" };
  return order.rider
    ? { zh: "餐已做好，骑手来取", en: "The food is ready and a rider fetches it" }
    : { zh: "餐已做好，还没有骑手接单", en: "The food is ready, but no rider has taken it yet" };
}

/** Whom we reminded, as it is: where no rider has the order, all who may take it see the reminder. */
function reminded(order: Order): Words {
  if (turn(order) === "kitchen") return { zh: "我们已提醒商家", en: "we have reminded the kitchen" };
  if (order.rider) return { zh: "我们已提醒骑手", en: "we have reminded the rider" };
  return { zh: "我们已提醒可以接单的骑手", en: "we have reminded the riders who can take it" };
}

/** How an urged order stands, said honestly: the promise while it holds, and by how much it was missed once it does not. */
export function urging(order: Order, now: number): Urging {
  const { earliest, latest } = order.promise;
  const [done, told] = [soFar(order, now), reminded(order)];
  const late = Math.ceil((now - latest) / minute);
  const range = `${chinaClockText(earliest)}–${chinaClockText(latest)}`;
  const words =
    late > 0
      ? {
          zh: `${done.zh}，已超出预计时间 ${late} 分钟，${told.zh}`,
          en: `${done.en}; it is ${late} min later than expected, and ${told.en}`,
        }
      : {
          zh: `${done.zh}，预计 ${range} 送达，${told.zh}`,
          en: `${done.en}; expected ${range}, and ${told.en}`,
        };
  return { reminds: turn(order), words, nextAt: (order.urgedAt ?? now) + urgeEvery };
}
