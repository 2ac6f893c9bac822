import { Skeleton } from "antd";
import type { Outputs } from "../../rpc/client.ts";
import { useNow } from "../../ui/clock.ts";
import { FailureNotice } from "../../ui/failure-notice.tsx";
import { useSay } from "../../ui/language.tsx";
import { momentText } from "../../ui/time.ts";
import { PriceSums } from "../orders/price-sums.tsx";

type Props = { quote: Outputs["quote"] | null | undefined; error: unknown; onRetry: () => void };

/** The price list of the cart, the promised time, and everything that would refuse the order. */
export function QuoteBox({ quote, error, onRetry }: Props) {
  const say = useSay();
  const now = useNow(30_000);
  if (error) return <FailureNotice error={error} onRetry={onRetry} />;
  if (!quote) return <Skeleton active paragraph={{ rows: 4 }} />;
  return (
    <>
      <PriceSums amounts={quote.amounts} discounts={quote.discounts} lines={quote.lines} />
      <p className="soft small">
        {say(
          `约 ${momentText(quote.promise.earliest, now)}–${momentText(quote.promise.latest, now)}`,
          `About ${momentText(quote.promise.earliest, now)} to ${momentText(quote.promise.latest, now)}`,
        )}
      </p>
      {quote.problems.length > 0 && (
        <ul className="quote-problems" role="alert">
          {quote.problems.map(({ words }) => (
            <li key={words.zh}>{say(words)}</li>
          ))}
        </ul>
      )}
    </>
  );
}
