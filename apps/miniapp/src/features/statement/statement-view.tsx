import { View } from "@tarojs/components";
import { useWords } from "@/features/i18n";
import type { Outputs } from "@/rpc";
import { Card, dayTime, EmptyState, ListRow, Price, PriceLine, SectionTitle } from "@/ui";
import { statementWords } from "./statement-words";

export type Statement = Outputs["merchant"]["statement"];
type Line = Statement["lines"][number];

const columns = ["earned", "discount", "commission", "refund", "payout"] as const;

function useLineWords() {
  const t = useWords(statementWords);
  return ({ kind, orderNo, note }: Line): string => {
    const no = orderNo ?? "";
    if (kind === "earned") return t("earnedLine", { no });
    if (kind === "refund") return t("refundLine", { no });
    if (kind === "share") return t("shareLine");
    if (kind === "payoutReturned") return t("returnedLine");
    if (kind === "payoutPrepared" || kind === "payoutPaid") return t("payoutLine");
    return note ?? t("otherLine");
  };
}

/** What was owed, what came to it by kind, and what is owed now: the sums add up to the fen. */
function Sums({ statement }: { statement: Statement }) {
  const t = useWords(statementWords);
  const { totals } = statement;
  return (
    <Card id="statement-sums">
      <PriceLine name={t("opening")} fen={statement.openingFen} />
      {columns.map((column) => {
        const amount = totals[`${column}Fen`];
        return amount === 0 ? null : <PriceLine key={column} name={t(column)} fen={amount} />;
      })}
      <PriceLine name={t("closing")} fen={statement.closingFen} strong />
    </Card>
  );
}

/** An account over a period, of a shop or of a rider: the newest line first. */
export function StatementView({ statement, now }: { statement: Statement; now: number }) {
  const t = useWords(statementWords);
  const wordsOf = useLineWords();
  return (
    <>
      <Sums statement={statement} />
      {statement.lines.length === 0 ? (
        <EmptyState art="calm" title={t("none")} text={t("noneText")} />
      ) : (
        <>
          <SectionTitle>{t("lines")}</SectionTitle>
          <Card flush>
            {[...statement.lines].reverse().map((line) => (
              <ListRow
                key={line.postingId}
                title={wordsOf(line)}
                text={dayTime(line.at, now)}
                end={
                  <View>
                    <Price fen={line.amountFen} exact tone={line.amountFen < 0 ? "price" : "text"} />
                  </View>
                }
              />
            ))}
          </Card>
        </>
      )}
    </>
  );
}
