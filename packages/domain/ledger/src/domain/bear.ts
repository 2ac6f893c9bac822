import { fen } from "@sanqi/kernel";
import { type AccountName, merchantAccount, riderAccount } from "./accounts.ts";
import { partOf } from "./apportion.ts";
import type { Bearer, EarnedLine, OrderMoney, RefundFact, RefundPart } from "./facts.ts";
import { debit, type Entry } from "./posting.ts";

/**
 * The parts of a refund as they can be followed: what nobody decided, or what was decided and does not fit the order (another
 * sum, no such line, more than the line cost), is borne by the platform. No shop and no rider pays by a mistake.
 */
export function partsOf(
  refund: RefundFact,
  lines: readonly { key: string; netFen: number }[],
  earlier: readonly RefundPart[],
): RefundPart[] {
  const parts = refund.parts ?? [];
  const sum = parts.reduce((total, part) => total + part.fen, 0);
  const fits = lines.every((line) => gone([...earlier, ...parts], line.key) <= line.netFen);
  const known = parts.every(
    (part) => part.fen > 0 && (part.key === null || lines.some((line) => line.key === part.key)),
  );
  if (sum === refund.amountFen && fits && known) return [...parts];
  return [{ key: null, bearer: "platform", fen: refund.amountFen }];
}

const gone = (parts: readonly RefundPart[], key: string): number =>
  parts.filter((part) => part.key === key).reduce((sum, part) => sum + part.fen, 0);

/**
 * Debits for one part of a refund of an order that was earned; they sum to the part. Who earned on a line and bears its refund
 * gives back what they got of it, and the platform gives back its own part (the commission, the rest of the fee) and has its
 * discount back: all in proportion and, once the whole line went back, exact to the fen. Anybody else pays the part itself.
 */
export function bear(
  part: RefundPart,
  earlier: readonly RefundPart[],
  order: Pick<OrderMoney, "shopId" | "riderId">,
  lines: readonly EarnedLine[],
): Entry[] {
  const line = lines.find((each) => each.key === part.key);
  if (!line || line.earner !== part.bearer || line.earner === "platform")
    return [debit(payerOf(part.bearer, order), "refund", part.fen)];
  const before = gone(
    earlier.filter((each) => each.bearer === part.bearer),
    line.key,
  );
  return undo(line, before, before + part.fen);
}

function payerOf(bearer: Bearer, { shopId, riderId }: Pick<OrderMoney, "shopId" | "riderId">): AccountName {
  if (bearer === "merchant") return merchantAccount(shopId);
  return bearer === "rider" && riderId ? riderAccount(riderId) : "platform:compensation";
}

/** Takes a line's shares back, from `before` to `after` of its net: running totals are rounded, so nothing is lost on the way. */
function undo(line: EarnedLine, before: number, after: number): Entry[] {
  const [first, ...others] = line.shares;
  if (!first) throw new Error(`line ${line.key} has no shares`);
  const upTo = (share: number, part: number) =>
    share < 0 ? 0 - partOf(0 - share, part, line.netFen) : partOf(share, part, line.netFen);
  const entries = others.map(({ account, item, fen: share }) =>
    debit(account, item, upTo(share, after) - upTo(share, before)),
  );
  const rest = after - before - entries.reduce((sum, entry) => sum + entry.amountFen, 0);
  return [debit(first.account, first.item, fen(rest)), ...entries];
}
