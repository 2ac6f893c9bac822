import { day, type Host, hour } from "@sanqi/kernel";
import type { MessageKind } from "./message.ts";

/**
 * What becomes of a message of which nobody knows whether it arrived: its process died while it was being sent, or the answer
 * was lost. `atMostOnce`: it is not sent again. `atLeastOnce`: it is, with the same text, until the platform has answered.
 */
export type SendingRule = {
  readonly promise: "atMostOnce" | "atLeastOnce";
  /** Longer than this after its event nobody is rung any more: the news is in the app's inbox. */
  readonly usefulMs: number;
  readonly why: string;
};
type Channels = Readonly<Partial<Record<Host, SendingRule>>>;

const whyOnce = {
  weapp:
    "one consent pays for one subscribe message, which takes no key: a second spends a consent for nothing",
  alipay:
    "one consent pays for one template message, which takes no key: a second spends a consent for nothing",
  dd: "a work notification takes no key, and the order's page and the inbox tell the same",
} as const satisfies Record<Host, string>;

const toStudent = (usefulMs: number): Channels => {
  const rule = (host: Host): SendingRule => ({ promise: "atMostOnce", usefulMs, why: whyOnce[host] });
  return { weapp: rule("weapp"), alipay: rule("alipay"), dd: rule("dd") };
};

/**
 * By kind of message and the host it is sent through; where there is none, nobody is rung there. No platform takes a key with a
 * message, so each kind has to say which fault is the smaller one.
 */
export const sendingRules: Readonly<Record<MessageKind, Channels>> = {
  "order-accepted": toStudent(hour),
  "order-picked-up": toStudent(hour),
  "order-delivered": toStudent(2 * hour),
  "order-refunded": toStudent(day),
  "care-alert": {
    dd: {
      promise: "atLeastOnce",
      usefulMs: 3 * day,
      why: "a missed alert is worse than a second one; DingTalk drops a text that the same person had on that day",
    },
  },
};
