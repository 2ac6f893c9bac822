import type { OrderView } from "@/features/orders/use-order-watch";
import type { TimelineStep } from "@/ui";

type Ahead = "nextAccept" | "nextReady" | "nextPickUp" | "nextDeliver" | "nextCollect" | "nextServe";

/** From the finished dish to its person. */
const lastly: Record<OrderView["handover"], readonly Ahead[]> = {
  delivery: ["nextPickUp", "nextDeliver"],
  pickup: ["nextCollect"],
  table: ["nextServe"],
};

function aheadOf({ stage, handover }: OrderView): readonly Ahead[] {
  const last = lastly[handover];
  switch (stage) {
    case "waitingForKitchen":
      return ["nextAccept", "nextReady", ...last];
    case "scheduled":
    case "cooking":
      return ["nextReady", ...last];
    case "waitingForRider":
    case "readyToCollect":
      return last;
    case "onTheWay":
      return ["nextDeliver"];
    default:
      return [];
  }
}
const ended: readonly OrderView["stage"][] = ["cancelled", "refused", "expired"];

type Say = {
  words: (words: { zh: string; en: string }) => string;
  ahead: (key: Ahead) => string;
  time: (at: number) => string;
};

/** What happened (the last of it being "now" while the order runs), then what comes. */
export function orderSteps(order: OrderView, say: Say): TimelineStep[] {
  const next = aheadOf(order);
  const running = next.length > 0 || order.stage === "awaitingPayment";
  const past = order.timeline.map((entry, index): TimelineStep => {
    const last = index === order.timeline.length - 1;
    const bad = ended.includes(order.stage) && /cancel|refuse|expire/.test(entry.what);
    return {
      key: `${entry.what}${entry.at}`,
      title: say.words(entry.words),
      text: say.words(entry.by),
      time: say.time(entry.at),
      state: bad ? "bad" : last && running ? "now" : "done",
    };
  });
  return [...past, ...next.map((key): TimelineStep => ({ key, title: say.ahead(key), state: "next" }))];
}
