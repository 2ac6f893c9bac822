import type { PlatformBills } from "@sanqi/reconciliation/use-cases";

/** What the platforms really did, as far as the check needs it. */
export type PlatformSide = {
  readonly payments: readonly {
    readonly paymentId: string;
    readonly platformNumber: string;
    readonly amountFen: number;
  }[];
  readonly refunds: readonly {
    readonly paymentId: string;
    readonly refundId: string;
    readonly amountFen: number;
  }[];
};

export type Planted = {
  readonly channel: string;
  readonly day: string;
  /** "missingHere/payment" … */
  readonly kind: string;
  readonly number: string;
};

type AdminState = {
  payments: { outTradeNo: string; transactionId: string | null; amountFen: number; paidAt: number | null }[];
  refunds: { outTradeNo: string; refundNo: string; amountFen: number; state: string }[];
  planted: Planted[];
};

/** The sandbox's own books, and what was planted in its bills. Throws where no sandbox answers. */
export async function readSandbox(url: string): Promise<{ side: PlatformSide; planted: readonly Planted[] }> {
  const response = await fetch(`${url.replace(/\/$/, "")}/admin/state`, {
    signal: AbortSignal.timeout(10_000),
  });
  if (!response.ok) throw new Error(`the sandbox answers ${response.status}`);
  const state = (await response.json()) as AdminState;
  return {
    planted: state.planted,
    side: {
      payments: state.payments
        .filter((payment) => payment.paidAt !== null)
        .map(({ outTradeNo, transactionId, amountFen }) => ({
          paymentId: outTradeNo,
          platformNumber: transactionId ?? "",
          amountFen,
        })),
      refunds: state.refunds
        .filter((refund) => refund.state === "SUCCESS")
        .map(({ outTradeNo, refundNo, amountFen }) => ({
          paymentId: outTradeNo,
          refundId: refundNo,
          amountFen,
        })),
    },
  };
}

/** Without a sandbox the bills are all that the platforms tell. Throws where one cannot be had. */
export async function readBills(
  bills: readonly PlatformBills[],
  days: readonly string[],
): Promise<PlatformSide> {
  const rows = [];
  for (const one of bills)
    for (const day of days) {
      const bill = await one.fetch(day);
      if (!bill.ok) throw new Error(`the bill of ${one.channel} for ${day}: ${JSON.stringify(bill.error)}`);
      rows.push(...bill.value.rows);
    }
  return {
    payments: rows.filter((row) => row.kind === "payment"),
    refunds: rows
      .filter((row) => row.kind === "refund")
      .map(({ paymentId, refundId, platformNumber, amountFen }) => ({
        paymentId,
        refundId: refundId ?? platformNumber,
        amountFen,
      })),
  };
}
