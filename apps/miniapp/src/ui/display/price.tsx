import { Text, View } from "@tarojs/components";
import { printFen, yuan } from "./money";
import "./price.scss";

type PriceProps = {
  /** Integer fen. */
  fen: number;
  size?: "s" | "m" | "l" | "xl";
  tone?: "price" | "text" | "muted" | "inherit";
  /** The old price in fen, struck through beside the new one. */
  was?: number | null;
  exact?: boolean;
};

export function Price({ fen, size = "m", tone = "price", was, exact }: PriceProps) {
  const print = printFen(fen, exact);
  return (
    <View className={`sq-price is-${size} is-${tone}`} aria-label={yuan(fen, !!exact)}>
      <Text className="sq-price__sign">{`${print.sign}¥`}</Text>
      <Text className="sq-price__yuan">{print.yuan}</Text>
      {print.decimals ? <Text className="sq-price__decimals">{print.decimals}</Text> : null}
      {was != null && was > fen ? <Text className="sq-price__was">{yuan(was, false)}</Text> : null}
    </View>
  );
}

/** One line of a price list: a name, an optional note and an amount that adds up with the others. */
export function PriceLine({
  name,
  note,
  fen,
  strong,
}: {
  name: string;
  note?: string;
  fen: number;
  strong?: boolean;
}) {
  return (
    <View className={`sq-price-line${strong ? " is-strong" : ""}`}>
      <Text className="sq-price-line__name">{name}</Text>
      {note ? <Text className="sq-price-line__note">{note}</Text> : null}
      <Price fen={fen} exact size={strong ? "l" : "s"} tone={fen < 0 ? "price" : "text"} />
    </View>
  );
}
