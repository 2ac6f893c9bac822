import { useWords } from "@/features/i18n";
import { Button, yuan } from "@/ui";
import { checkoutWords } from "./checkout-words";
import type { OrderDraft } from "./use-order-draft";

/** The exact amount to pay, or in its place what must happen first. */
export function PayBar({ draft }: { draft: OrderDraft }) {
  const t = useWords(checkoutWords);
  const { live, sound, checkout, request, changed } = draft;
  const { quote, stale, failure, ask } = live;
  const moved = changed.length > 0;
  if (request && failure && !stale && !checkout.busy)
    return (
      <Button id="quote-again" size="l" kind="quiet" icon="refresh" onTap={() => void ask()}>
        {t("quoteAgain")}
      </Button>
    );
  const ready = quote !== null && !stale && quote.problems.length === 0 && !moved && sound;
  const words = () => {
    if (checkout.queued !== null) return t("queued", { seconds: String(checkout.queued) });
    if (checkout.busy) return t("paying");
    if (!request) return t("whereFirst");
    if (!quote || stale) return t("quoting");
    if (quote.problems.length > 0) return t("fix");
    if (moved) return t("movedFirst");
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
