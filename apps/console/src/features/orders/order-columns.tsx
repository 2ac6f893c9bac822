import { chinaClockText } from "@sanqi/kernel";
import type { TableColumnsType } from "antd";
import { Link } from "react-router";
import { HostName } from "../../ui/host-name.tsx";
import type { Say } from "../../ui/language.tsx";
import { Money } from "../../ui/money.tsx";
import { MarkPill } from "./mark-pill.tsx";
import { marks } from "./marks.ts";
import { PaymentPill } from "./payment-pill.tsx";
import { PromiseText } from "./promise-text.tsx";
import { StagePill } from "./stage-pill.tsx";
import type { OrderRow } from "./use-orders.ts";

type View = { say: Say; now: number; search: string };

/** The columns of the live table; a virtual table needs every width. */
export function orderColumns({ say, now, search }: View): TableColumnsType<OrderRow> {
  return [
    {
      key: "orderNo",
      title: say("单号", "No."),
      width: 72,
      render: (_, row) => (
        <Link className="order-no" to={{ pathname: `/orders/${row.orderId}`, search }}>
          {row.orderNo}
        </Link>
      ),
    },
    {
      key: "placedAt",
      title: say("下单", "Placed"),
      width: 76,
      sorter: (a, b) => a.placedAt - b.placedAt,
      render: (_, row) => <span className="figures soft">{chinaClockText(row.placedAt)}</span>,
    },
    {
      key: "stage",
      title: say("状态", "Stage"),
      width: 108,
      render: (_, row) => (
        <span className="pills">
          <StagePill stage={row.stage} />
          {marks.afterSale.has(row) && <MarkPill mark="afterSale" />}
        </span>
      ),
    },
    {
      key: "promise",
      title: say("承诺送达", "Promise"),
      width: 172,
      sorter: (a, b) => a.promise.latest - b.promise.latest,
      render: (_, row) => <PromiseText order={row} now={now} />,
    },
    { key: "shop", title: say("店铺", "Shop"), width: 110, ellipsis: true, dataIndex: "shopName" },
    {
      key: "place",
      title: say("送到", "To"),
      width: 122,
      ellipsis: true,
      render: (_, row) => (
        <span title={row.placeName}>
          {marks.preOrder.has(row) && (
            <>
              <MarkPill mark="preOrder" />{" "}
            </>
          )}
          {row.placeName}
        </span>
      ),
    },
    {
      key: "rider",
      title: say("骑手", "Rider"),
      width: 68,
      ellipsis: true,
      render: (_, row) => row.riderName ?? <span className="faint">—</span>,
    },
    {
      key: "host",
      title: say("来源", "From"),
      width: 84,
      render: (_, row) => (row.byPhone ? <MarkPill mark="phone" /> : <HostName host={row.host} />),
    },
    {
      key: "payment",
      title: say("支付", "Payment"),
      width: 92,
      render: (_, row) => <PaymentPill payment={row.payment} />,
    },
    {
      key: "total",
      title: say("金额", "Total"),
      width: 92,
      align: "end",
      sorter: (a, b) => a.totalFen - b.totalFen,
      render: (_, row) => (
        <>
          <Money amount={row.totalFen} />
          {row.refundedFen > 0 && (
            <span className="total-back" title={say("已退或在退", "Went back, or is on its way back")}>
              −<Money amount={row.refundedFen} />
            </span>
          )}
        </>
      ),
    },
  ];
}

export const tableWidth = 996;
