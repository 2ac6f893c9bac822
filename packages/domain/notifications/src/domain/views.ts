import type { OrderId, Words } from "@sanqi/kernel";

/** One entry of the in-app inbox; the same event may also have reached the person through the platform's channel. */
export type InboxEntry = {
  readonly messageId: string;
  readonly at: number;
  readonly title: Words;
  readonly text: Words;
  readonly orderId: OrderId | null;
  readonly read: boolean;
};
