import {
  chinaClockText,
  chinaDateText,
  chinaDay,
  type Fen,
  type OrderId,
  type Words,
  yuanText,
} from "@sanqi/kernel";
import type { Message } from "./message.ts";

/** What has to be known of an order's event to tell its student; whoever wires events gives it in this shape. */
export type OrderNews = {
  readonly type: string;
  readonly payload: {
    readonly orderId: OrderId;
    readonly orderNo: string;
    readonly shopName: string;
    readonly placeName: string;
    readonly totalFen: Fen;
    readonly paid: boolean;
    readonly riderName: string | null;
    readonly promise: { readonly earliest: number; readonly latest: number };
    readonly reason: string | null;
    readonly at: number;
    /** Events of the first release do not say it: they are deliveries. */
    readonly handover?: "delivery" | "pickup" | "table";
    /** A pre-order's time; null or absent: as soon as it can be. */
    readonly slot?: { readonly from: number; readonly to: number } | null;
    /** order.refundAgreed and order.refunded: what goes, or went, back. */
    readonly amountFen?: Fen;
    /** order.unaccepted: until when the kitchen has time, epoch ms. */
    readonly acceptBy?: number | null;
  };
};

/** Words for the in-app inbox and, where the moment matters enough to ring, a message for the platform's own channel. */
export type Telling = {
  readonly message: Message | null;
  readonly inboxWords: { readonly title: Words; readonly text: Words };
};
export type Payload = OrderNews["payload"];

export const say = (title: Words, text: Words, message: Message | null = null): Telling => ({
  message,
  inboxWords: { title, text },
});
const otherDay = ({ promise, at }: Payload) => chinaDay(promise.earliest) !== chinaDay(at);
const range = ({ promise }: Payload) =>
  `${chinaClockText(promise.earliest)}~${chinaClockText(promise.latest)}`;

/** The promised time in words, with its day where that is not the day of the event. */
export const eta = (p: Payload): string =>
  otherDay(p) ? `${chinaDateText(p.promise.earliest)} ${range(p)}` : range(p);

/** The same as templates take a time: WeChat refuses a `time` value that it cannot read. */
export const etaValue = (p: Payload): string =>
  otherDay(p) ? `${chinaDay(p.promise.earliest)} ${range(p)}` : range(p);
const refundWords = ({ paid, totalFen }: Payload): Words =>
  paid
    ? {
        zh: `实付 ¥${yuanText(totalFen)} 将原路退回。`,
        en: ` ¥${yuanText(totalFen)} goes back the way it was paid.`,
      }
    : { zh: "", en: "" };
export const because = ({ reason }: Payload): Words =>
  reason ? { zh: `（${reason}）`, en: ` (${reason})` } : { zh: "", en: "" };

export function ended(p: Payload, title: Words, what: Words): Telling {
  const [why, money] = [because(p), refundWords(p)];
  return say(title, {
    zh: `${p.shopName}的订单 ${p.orderNo} ${what.zh}${why.zh}。${money.zh}`,
    en: `Order ${p.orderNo} from ${p.shopName} ${what.en}${why.en}.${money.en}`,
  });
}

export const backOf = ({ amountFen, totalFen }: Payload) => yuanText(amountFen ?? totalFen);
