import { useWords } from "@/features/i18n";
import { Button, yuan } from "@/ui";
import { checkoutWords } from "./checkout-words";
import type { useCheckout } from "./use-checkout";
import type { LiveQuote } from "./use-quote";

type PayBarProps = {
  live: LiveQuote;
  /** Note and phone are as the server takes them. */
  sound: boolean;
  checkout: Pick<ReturnType<typeof useCheckout>, "busy" | "submit">;
};

/** The exact amount to pay, or in its place what must happen first. */
export function PayBar({ live, sound, checkout }: PayBarProps) {
  const t = useWords(checkoutWords);
  const { quote, stale, failure, ask } = live;
  if (failure && !stale && !checkout.busy)
    return (
      <Button id="quote-again" size="l" kind="quiet" icon="refresh" onTap={() => void ask()}>
        {t("quoteAgain")}
      </Button>
    );
  const ready = quote !== null && !stale && quote.problems.length === 0 && sound;
  const words = () => {
    if (checkout.busy) return t("paying");
    if (!quote || stale) return t("quoting");
    if (quote.problems.length > 0) return t("fix");
    return sound ? t("pay", { amount: yuan(quote.amounts.totalFen) }) : t("checkWishes");
  };
  return (
    <Button
      id="place-order"
      size="l"
      loading={checkout.busy}
      disabled={!ready}
      onTap={() => quote && void checkout.submit(quote)}
    >
      {words()}
    </Button>
  );
}
