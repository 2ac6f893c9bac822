/** Who moves an order on from where it stands, and until when it may stand there; `nobody` where it has ended well. */
export type Acting =
  | { readonly who: "nobody" }
  | { readonly who: "student" | "kitchen" | "rider" }
  /** A timer moves it on when its hour has come: after that it must be gone. */
  | {
      readonly who: "student" | "kitchen" | "timer";
      readonly until: "payBy" | "acceptBy" | "dayAfterDelivery";
    }
  /** Money is on its way back, by a refund that somebody or something works on. */
  | { readonly who: "refund" };

const over: Acting = { who: "nobody" };
const backing: Acting = { who: "refund" };
const kitchen: Acting = { who: "kitchen" };
const rider: Acting = { who: "rider" };
const afterMeal: Acting = { who: "timer", until: "dayAfterDelivery" };
const ended = { closed: over, refunded: over, refunding: backing } as const;

/**
 * By fulfilment, then by payment, as the books write them. What does not stand here is a state in which nobody can do anything: an
 * order that ended and keeps its money, a lunch that is cooked and unpaid.
 */
export const whoActs: Readonly<Record<string, Readonly<Record<string, Acting>>>> = {
  placed: {
    unpaid: { who: "student", until: "payBy" },
    paid: { who: "kitchen", until: "acceptBy" },
  },
  accepted: { paid: kitchen },
  preparing: { paid: kitchen },
  ready: { paid: rider },
  pickedUp: { paid: rider },
  delivered: { paid: afterMeal, partlyRefunded: afterMeal, refunded: afterMeal, refunding: backing },
  completed: { paid: over, partlyRefunded: over, refunded: over, refunding: backing },
  cancelled: ended,
  refused: ended,
  expired: ended,
};
