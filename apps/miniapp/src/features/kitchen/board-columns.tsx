import { Text, View } from "@tarojs/components";
import type { ReactNode } from "react";
import { useWords } from "@/features/i18n";
import { EmptyState, Tappable } from "@/ui";
import { type Board, type Column, columns, type KitchenOrder, soonestFirst } from "./kitchen-board";
import { kitchenWords } from "./kitchen-words";
import "./board-columns.scss";

type ColumnsProps = {
  board: Board;
  shown: Column;
  onShow: (column: Column) => void;
  renderOrder: (order: KitchenOrder, column: Column) => ReactNode;
};

const emptyWords = { new: "noNew", cooking: "noCooking", ready: "noReady" } as const;

/** Three columns on a tablet; on a phone one of them, chosen by tabs that keep the counts in view. */
export function BoardColumns({ board, shown, onShow, renderOrder }: ColumnsProps) {
  const t = useWords(kitchenWords);
  const hot = (column: Column) => (column === "new" && board.new.length > 0 ? " is-hot" : "");
  return (
    <>
      <View className="board__tabs">
        {columns.map((column) => (
          <Tappable
            key={column}
            id={`tab-${column}`}
            role="tab"
            selected={column === shown}
            label={`${t(column)} ${board[column].length}`}
            className={`board__tab${hot(column)}`}
            onTap={() => onShow(column)}
          >
            <Text>{t(column)}</Text>
            <Text className="board__count">{board[column].length}</Text>
          </Tappable>
        ))}
      </View>
      <View className="board__columns">
        {columns.map((column) => (
          <View
            key={column}
            id={`column-${column}`}
            className={`board__column${column === shown ? " is-shown" : ""}`}
          >
            <View className={`board__title${hot(column)}`}>
              <Text>{t(column)}</Text>
              <Text className="board__count">{board[column].length}</Text>
            </View>
            {soonestFirst(board[column]).map((order) => renderOrder(order, column))}
            {board[column].length > 0 ? null : column === "new" ? (
              <EmptyState art="bowl" title={t("noNew")} text={t("noNewText")} />
            ) : (
              <View className="board__empty">{t(emptyWords[column])}</View>
            )}
          </View>
        ))}
      </View>
    </>
  );
}
