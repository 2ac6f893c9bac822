import { Table, type TableRef } from "antd";
import { type KeyboardEvent, type ReactNode, useMemo, useRef } from "react";
import { useLocation, useNavigate, useParams } from "react-router";
import { useElementHeight } from "../../ui/element-height.ts";
import { useSay } from "../../ui/language.tsx";
import { useChangedRows } from "./changed-rows.ts";
import { orderColumns, tableWidth } from "./order-columns.tsx";
import type { OrderRow } from "./use-orders.ts";

const headHeight = 40;

/** The arrow keys walk through the rows; Enter opens the one in focus. */
function walkRows(event: KeyboardEvent<HTMLElement>, open: () => void) {
  if (event.key === "Enter" && event.target === event.currentTarget) return open();
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  const row = event.currentTarget;
  const next = event.key === "ArrowDown" ? row.nextElementSibling : row.previousElementSibling;
  event.preventDefault();
  if (next instanceof HTMLElement) next.focus();
}

type Props = {
  rows: readonly OrderRow[];
  /** Everything that was read, to see what changed even where a filter hides it. */
  all: readonly OrderRow[] | undefined;
  now: number;
  empty: ReactNode;
};

/** Orders as virtual rows: thousands cost as much as the thirty in view. */
export function OrderTable({ rows, all, now, empty }: Props) {
  const say = useSay();
  const navigate = useNavigate();
  const { search } = useLocation();
  const { orderId: openId } = useParams();
  const [box, height] = useElementHeight<HTMLDivElement>(560);
  const table = useRef<TableRef>(null);
  const changed = useChangedRows(all);
  const columns = useMemo(() => orderColumns({ say, now, search }), [say, now, search]);
  const open = (row: OrderRow) => void navigate({ pathname: `/orders/${row.orderId}`, search });

  return (
    <div ref={box} className="order-table">
      <Table<OrderRow>
        ref={table}
        virtual
        rowKey="orderId"
        size="middle"
        columns={columns}
        dataSource={rows}
        pagination={false}
        showSorterTooltip={false}
        scroll={{ x: tableWidth, y: height - headHeight }}
        locale={{ emptyText: empty }}
        rowClassName={(row) =>
          [row.orderId === openId && "row-open", changed.has(row.orderId) && "row-changed"]
            .filter(Boolean)
            .join(" ")
        }
        onRow={(row) => ({
          tabIndex: 0,
          "aria-label": say(`订单 ${row.orderNo}`, `Order ${row.orderNo}`),
          onClick: () => open(row),
          onKeyDown: (event) => walkRows(event, () => open(row)),
        })}
      />
    </div>
  );
}
