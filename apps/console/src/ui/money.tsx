import { type Fen, yuanText } from "@sanqi/kernel";

/** "¥23.50" with a small ¥ and figures that stand under each other. */
export function Money({ amount, strong }: { amount: Fen; strong?: boolean }) {
  const negative = amount < 0;
  return (
    <span className={strong ? "money money-strong" : "money"}>
      {negative && "−"}
      <span className="money-sign">¥</span>
      {yuanText(negative ? (-amount as Fen) : amount)}
    </span>
  );
}
