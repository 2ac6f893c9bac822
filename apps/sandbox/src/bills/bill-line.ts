import { alipayTime } from "../beijing-time.ts";
import type { World } from "../world.ts";

export type BillChannel = "wechatPay" | "alipay";

/** One movement of money as a platform's bill lists it; the two file forms differ in how they write it. */
export type BillLine = {
  readonly kind: "payment" | "refund";
  readonly outTradeNo: string;
  /** The platform's number of the payment, also in lines of its refunds. */
  readonly platformNo: string;
  readonly refundNo: string | null;
  readonly platformRefundNo: string | null;
  /** What the order's payment was; in a payment's line it equals `amountFen`. */
  readonly orderFen: number;
  readonly amountFen: number;
  readonly at: number;
  readonly title: string;
  readonly payer: string;
};

/** Both platforms take 0.6 % and give it back with a refund. */
const feeBasisPoints = 60;
export const feeRate = "0.60%";

/** What the platform keeps of a payment, or gives back (negative) with a refund, in fen. */
export const feeOf = ({ kind, amountFen }: BillLine): number => {
  const fee = Math.round((amountFen * feeBasisPoints) / 10_000);
  return kind === "refund" && fee > 0 ? -fee : fee;
};

/** The day in China, "2026-11-22". */
export const dayOf = (at: number): string => alipayTime(at).slice(0, 10);

/** Epoch ms at which a day begins; NaN where `day` is none. */
export const startOf = (day: string): number => Date.parse(`${day}T00:00:00+08:00`);

export const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(startOf(text)) && dayOf(startOf(text)) === text;

function wechatLines({ state }: World): BillLine[] {
  const payments = [...state.wechatPayments.values()].flatMap((payment): BillLine[] =>
    payment.paidAt === null
      ? []
      : [
          {
            kind: "payment",
            outTradeNo: payment.outTradeNo,
            platformNo: payment.transactionId ?? "",
            refundNo: null,
            platformRefundNo: null,
            orderFen: payment.amountFen,
            amountFen: payment.amountFen,
            at: payment.paidAt,
            title: payment.description,
            payer: payment.openid,
          },
        ],
  );
  const refunds = [...state.wechatRefunds.values()].flatMap((refund): BillLine[] =>
    refund.successAt === null
      ? []
      : [
          {
            kind: "refund",
            outTradeNo: refund.outTradeNo,
            platformNo: refund.transactionId,
            refundNo: refund.outRefundNo,
            platformRefundNo: refund.refundId,
            orderFen: refund.totalFen,
            amountFen: refund.amountFen,
            at: refund.successAt,
            title: state.wechatPayments.get(refund.outTradeNo)?.description ?? "",
            payer: state.wechatPayments.get(refund.outTradeNo)?.openid ?? "",
          },
        ],
  );
  return [...payments, ...refunds];
}

function alipayLines({ state }: World): BillLine[] {
  return [...state.alipayTrades.values()].flatMap((trade): BillLine[] => {
    if (trade.paidAt === null) return [];
    const common = {
      outTradeNo: trade.outTradeNo,
      platformNo: trade.tradeNo,
      orderFen: trade.amountFen,
      title: trade.subject,
      payer: `${trade.person.slice(0, 3)}***@sandbox.example`,
    };
    return [
      {
        ...common,
        kind: "payment",
        refundNo: null,
        platformRefundNo: null,
        amountFen: trade.amountFen,
        at: trade.paidAt,
      },
      ...trade.refunds.map(
        (refund): BillLine => ({
          ...common,
          kind: "refund",
          refundNo: refund.requestNo,
          platformRefundNo: null,
          amountFen: refund.amountFen,
          at: refund.at,
        }),
      ),
    ];
  });
}

/** What really happened on that day at the platform: payments and refunds that succeeded. */
export const trueLines = (world: World, channel: BillChannel, day: string): BillLine[] =>
  (channel === "wechatPay" ? wechatLines(world) : alipayLines(world)).filter(
    (line) => dayOf(line.at) === day,
  );
