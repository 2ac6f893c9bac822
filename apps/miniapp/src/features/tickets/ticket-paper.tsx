import { Text, View } from "@tarojs/components";
import "./ticket-paper.scss";
import type { PaperWidth, Ticket } from "./ticket-sheet";

type Row = Ticket["rows"][number];

function PaperRow({ row }: { row: Row }) {
  if (row.kind === "cut") return null;
  if (row.kind === "rule") return <View className="paper__rule" />;
  const size = row.wide ? " is-wide" : "";
  if (row.kind === "pair")
    return (
      <View className={`paper__pair${size}`}>
        <Text className="paper__left">{row.text}</Text>
        <Text>{row.right}</Text>
      </View>
    );
  return <View className={`paper__text is-${row.align}${size}`}>{row.text}</View>;
}

/** The ticket as it comes out of the printer: black on white in the dark, too. */
export function TicketPaper({ ticket, width }: { ticket: Ticket; width: PaperWidth }) {
  // the rows of a ticket never move
  const rows = ticket.rows.map((row, at) => ({ row, key: `row-${at}` }));
  return (
    <View id="ticket-paper" className={`paper is-mm${width}`}>
      {rows.map(({ row, key }) => (
        <PaperRow key={key} row={row} />
      ))}
    </View>
  );
}
