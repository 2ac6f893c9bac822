import type { Queryable } from "@sanqi/database";
import type { Memory } from "../memory.ts";

/** What must never be found after a round, named by the figures that count it. */
export const findingKinds = [
  "lost_orders",
  "double_charges",
  "double_refunds",
  "oversold",
  "unbalanced_postings",
  "unconsumed_events",
  "stuck_orders",
  "doubled_messages",
  "lost_messages",
] as const;
export type FindingKind = (typeof findingKinds)[number];
/** `what` names the row, so that somebody can look at it. */
export type Finding = { readonly kind: FindingKind; readonly what: string };

/** The platforms' own books (GET /admin/state of the sandbox), as far as the check reads them. */
export type SandboxBooks = {
  readonly payments: readonly {
    readonly channel: "wechatPay" | "alipay";
    readonly outTradeNo: string;
    readonly amountFen: number;
    readonly paidAt: number | null;
  }[];
  readonly refunds: readonly {
    readonly channel: "wechatPay" | "alipay";
    readonly outTradeNo: string;
    readonly refundNo: string;
    readonly amountFen: number;
    readonly state: string;
  }[];
  readonly shares: readonly {
    readonly channel: "wechatPay" | "alipay";
    readonly outTradeNo: string;
    readonly unfreezes: boolean;
    readonly parts: readonly {
      readonly amountFen: number;
      readonly result: string;
      readonly returnedFen: number;
    }[];
  }[];
  readonly messages: readonly {
    readonly host: string;
    readonly person: string;
    readonly templateId: string | null;
    readonly title: string;
    readonly lines: readonly { readonly label: string; readonly value: string }[];
    readonly page: string | null;
    readonly at: number;
  }[];
};

/**
 * What is judged: the database in one snapshot, the platforms' books, and what clients were answered. Nothing here goes through
 * the product's code, so that a fault of it cannot hide itself.
 */
export type Evidence = {
  readonly sql: Queryable;
  readonly campusId: string;
  /** The run's beginning by the product's clock, epoch ms: older orders are of the demo's past. */
  readonly since: number;
  /** The product's clock at the look. */
  readonly now: number;
  readonly sandbox: SandboxBooks;
  readonly memory: Pick<Memory, "orders" | "answers" | "persons">;
};

export const sumFen = (items: readonly { readonly amountFen: number }[]): number =>
  items.reduce((sum, { amountFen }) => sum + amountFen, 0);

/** What a platform has given back of a payment. */
export const givenBack = ({ refunds }: SandboxBooks, paymentId: string): number =>
  sumFen(refunds.filter((refund) => refund.outTradeNo === paymentId && refund.state === "SUCCESS"));
