/** What people are told, with the values that its template takes. Texts are full; adapters shorten to the platform's limits. */
export type Message =
  | {
      readonly kind: "order-accepted";
      readonly shop: string;
      readonly orderNo: string;
      readonly eta: string;
      readonly note: string;
    }
  | {
      readonly kind: "order-picked-up";
      readonly shop: string;
      readonly orderNo: string;
      readonly rider: string;
      readonly eta: string;
    }
  | {
      readonly kind: "order-delivered";
      readonly shop: string;
      readonly orderNo: string;
      readonly place: string;
      readonly at: string;
    }
  | {
      readonly kind: "order-refunded";
      readonly shop: string;
      readonly orderNo: string;
      readonly amount: string;
      readonly reason: string;
    }
  | { readonly kind: "care-alert"; readonly department: string; readonly count: number; readonly at: string };

export type MessageKind = Message["kind"];

/** Kinds that a student may subscribe to; one consent allows one message (WeChat one-time, Alipay one-time templates). */
export const subscribableKinds = [
  "order-accepted",
  "order-picked-up",
  "order-delivered",
  "order-refunded",
] as const;
