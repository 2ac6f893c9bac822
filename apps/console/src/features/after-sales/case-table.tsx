import { Button, Table, type TableColumnsType } from "antd";
import type { ReactNode } from "react";
import { Link } from "react-router";
import { useSay } from "../../ui/language.tsx";
import { Money } from "../../ui/money.tsx";
import { Pill } from "../../ui/pill.tsx";
import { agoText, momentText } from "../../ui/time.ts";
import { CaseView } from "./case-view.tsx";
import { isOpen, isOverdue } from "./filters.ts";
import type { Case } from "./use-after-sales.ts";
import { caseStates, reasonWords } from "./words.ts";

type Props = { cases: readonly Case[]; now: number; empty: ReactNode; onDecide: (one: Case) => void };

export function CaseTable({ cases, now, empty, onDecide }: Props) {
  const say = useSay();
  const columns: TableColumnsType<Case> = [
    {
      key: "order",
      title: say("单号", "No."),
      width: 84,
      render: (_, one) => (
        <Link className="order-no" to={`/orders/${one.orderId}`}>
          {one.orderNo}
        </Link>
      ),
    },
    { key: "shop", title: say("店铺", "Shop"), width: 150, ellipsis: true, dataIndex: "shopName" },
    {
      key: "reason",
      title: say("投诉", "Complaint"),
      ellipsis: true,
      render: (_, { afterSale }) => (
        <>
          <Pill tone="danger">{say(reasonWords[afterSale.reason])}</Pill> {afterSale.words}
        </>
      ),
    },
    {
      key: "state",
      title: say("状态", "State"),
      width: 140,
      render: (_, one) =>
        isOverdue(one, now) ? (
          <Pill tone="danger" dot>
            {say("商家超时未答", "No answer in time")}
          </Pill>
        ) : (
          <Pill tone={caseStates[one.afterSale.state].tone} dot>
            {say(caseStates[one.afterSale.state])}
          </Pill>
        ),
    },
    {
      key: "opened",
      title: say("多久了", "Age"),
      width: 116,
      render: (_, { afterSale }) => (
        <span className="soft" title={momentText(afterSale.openedAt, now)}>
          {agoText(afterSale.openedAt, now, say)}
        </span>
      ),
    },
    {
      key: "money",
      title: say("实付 / 裁定退", "Paid / back"),
      width: 140,
      align: "end",
      render: (_, { totalFen, afterSale: { decision } }) => (
        <>
          <Money amount={totalFen} />
          {decision && (
            <span className="total-back">
              {decision.fen > 0 ? (
                <>
                  −<Money amount={decision.fen} />
                </>
              ) : (
                say("驳回", "turned down")
              )}
            </span>
          )}
        </>
      ),
    },
    {
      key: "act",
      fixed: "end",
      width: 96,
      align: "end",
      render: (_, one) =>
        isOpen(one) && (
          <Button
            type="primary"
            size="small"
            onClick={(event) => {
              event.stopPropagation();
              onDecide(one);
            }}
          >
            {say("裁定…", "Decide…")}
          </Button>
        ),
    },
  ];
  return (
    <Table<Case>
      rowKey="afterSaleId"
      className="card-table"
      size="middle"
      columns={columns}
      dataSource={cases}
      pagination={{ pageSize: 50, hideOnSinglePage: true }}
      scroll={{ x: 920 }}
      locale={{ emptyText: empty }}
      expandable={{ expandedRowRender: (one) => <CaseView complaint={one} />, expandRowByClick: true }}
    />
  );
}
