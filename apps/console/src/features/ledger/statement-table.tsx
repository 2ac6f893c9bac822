import { chinaClockText, chinaDay } from "@sanqi/kernel";
import { Table, type TableColumnsType } from "antd";
import { Link } from "react-router";
import { EmptyState } from "../../ui/empty-state.tsx";
import { useSay } from "../../ui/language.tsx";
import { Money } from "../../ui/money.tsx";
import { momentText } from "../../ui/time.ts";
import type { Statement } from "./use-ledger.ts";
import { postingWords } from "./words.ts";

type Line = Statement["lines"][number];
const columns = ["earnedFen", "discountFen", "commissionFen", "refundFen", "payoutFen", "amountFen"] as const;

/** Opening balance, one line a posting, closing balance; the lines carry one to the other. */
export function StatementTable({ statement, now }: { statement: Statement; now: number }) {
  const say = useSay();
  const { openingFen, closingFen, totals, lines } = statement;
  const names: Readonly<Record<(typeof columns)[number], string>> = {
    earnedFen: say("收入", "Earned"),
    discountFen: say("优惠承担", "Discounts"),
    commissionFen: say("佣金", "Commission"),
    refundFen: say("退款", "Refunds"),
    payoutFen: say("发薪", "Paid out"),
    amountFen: say("合计", "Sum"),
  };
  const shown: TableColumnsType<Line> = [
    {
      key: "at",
      title: say("时间", "Time"),
      width: 124,
      render: (_, line) => <span className="figures soft">{momentText(line.at, now)}</span>,
    },
    {
      key: "what",
      title: say("事由", "What"),
      render: (_, line) => (
        <>
          {say(postingWords[line.kind])}{" "}
          {line.orderId && (
            <Link className="order-no" to={`/orders/${line.orderId}`}>
              {line.orderNo ?? "…"}
            </Link>
          )}{" "}
          {line.note && <span className="faint small">{line.note}</span>}
        </>
      ),
    },
    ...columns.map((column) => ({
      key: column,
      title: names[column],
      width: 104,
      align: "end" as const,
      render: (_: unknown, line: Line) =>
        line[column] === 0 ? (
          <span className="faint">—</span>
        ) : (
          <Money amount={line[column]} strong={column === "amountFen"} />
        ),
    })),
  ];
  return (
    <>
      <dl className="balances">
        <div>
          <dt>{say("期初应付", "Owed at the beginning")}</dt>
          <dd>
            <Money amount={openingFen} strong />
          </dd>
        </div>
        <div>
          <dt>{say("本期变动", "Moved")}</dt>
          <dd>
            <Money amount={totals.amountFen} strong />
          </dd>
        </div>
        <div>
          <dt>{say("期末应付", "Owed at the end")}</dt>
          <dd>
            <Money amount={closingFen} strong />
          </dd>
        </div>
        <div className="faint small">
          {chinaDay(statement.from)} {chinaClockText(statement.from)} – {chinaDay(statement.to - 1)} 24:00
        </div>
      </dl>
      <Table<Line>
        rowKey="postingId"
        className="card-table"
        size="middle"
        columns={shown}
        dataSource={lines}
        pagination={{ pageSize: 100, hideOnSinglePage: true }}
        scroll={{ x: 920 }}
        locale={{
          emptyText: (
            <EmptyState drawing="calm" title={say("这段时间没有进出", "Nothing moved in this period")} />
          ),
        }}
        summary={() =>
          lines.length > 0 && (
            <Table.Summary.Row className="sum-row">
              <Table.Summary.Cell index={0} colSpan={2}>
                {say("本期合计", "In all")}
              </Table.Summary.Cell>
              {columns.map((column, at) => (
                <Table.Summary.Cell key={column} index={at + 2} align="end">
                  <Money amount={totals[column]} strong />
                </Table.Summary.Cell>
              ))}
            </Table.Summary.Row>
          )
        }
      />
    </>
  );
}
